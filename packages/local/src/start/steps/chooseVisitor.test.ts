import { repositoryRoot } from '../../system/paths';
import type { StartContext } from '../StartContext';
import { chooseVisitor } from './chooseVisitor';

async function choose(as?: string) {
  const context = { root: repositoryRoot, guest: true, as } as StartContext;
  await chooseVisitor(context);
  return context.visitor;
}

describe('chooseVisitor', () => {
  it('chooses nobody where people log in', async () => {
    const context = { root: repositoryRoot } as StartContext;

    await chooseVisitor(context);

    expect(context.visitor).toBeUndefined();
  });

  it('takes Ana when nobody is named', async () => {
    expect(await choose()).toMatchObject({ entityRef: 'user:default/ana' });
  });

  it('takes the seeded user that is named', async () => {
    expect(await choose('paula')).toEqual({
      name: 'paula',
      displayName: 'Paula Nogueira',
      entityRef: 'user:default/paula',
    });
  });

  it('lists the names when there is nobody of that name', async () => {
    await expect(choose('mallory')).rejects.toMatchObject({
      message: 'There is no seeded user "mallory"',
      hint: expect.stringContaining('ana, bruno, carla, diego, paula'),
    });
  });
});

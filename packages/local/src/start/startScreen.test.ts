import type { StartContext } from './StartContext';
import { startScreen } from './startScreen';

const context = {
  mode: 'start',
  runDir: '/clone/.terrastage/run',
  ports: { portal: 7007, app: 3000, aws: 7008, postgres: 7009 },
  visitor: {
    name: 'paula',
    displayName: 'Paula Nogueira',
    entityRef: 'user:default/paula',
  },
  postgres: {
    host: '127.0.0.1',
    port: 7009,
    dataDir: '/clone/.terrastage/run/postgres',
  },
  aws: { url: 'http://127.0.0.1:7008' },
  settings: { environments: [{ name: 'dev' }, { name: 'prod' }] },
} as unknown as StartContext;

describe('startScreen', () => {
  it('says where all is, who you are, what to do first and how to stop', () => {
    const screen = startScreen(context);

    for (const text of [
      'http://localhost:7007',
      'Paula Nogueira (user:default/paula), signed in at once',
      'Create > S3 bucket',
      'local, http://127.0.0.1:7008, account 123456789012',
      'PostgreSQL on 127.0.0.1:7009',
      '/clone/.terrastage/run/logs',
      'Ctrl-C',
    ]) {
      expect(screen).toContain(text);
    }
  });

  it('says what to do where the documentation cannot be built', () => {
    expect(startScreen(context)).toContain(
      'pip install mkdocs mkdocs-material, then start again',
    );
    expect(startScreen({ ...context, mkdocs: '/bin/mkdocs' })).toContain(
      'http://localhost:7007/docs',
    );
  });

  it('says that a local start begins empty', () => {
    const screen = startScreen(context);

    expect(screen).toMatch(/AWS and inventory are both empty at\s+each start/);
  });

  it('warns of the costs of real AWS, and that the inventory is kept', () => {
    const screen = startScreen({ ...context, aws: undefined });

    expect(screen).toContain('real, environments dev, prod');
    expect(screen).toContain('costs money until you delete it');
    expect(screen).toContain('The inventory is kept between starts');
  });

  it("leads to the web app's own server with hot reload", () => {
    expect(startScreen({ ...context, mode: 'dev' })).toContain(
      'http://localhost:3000',
    );
  });

  it('fits on one screen', () => {
    expect(startScreen(context).split('\n').length).toBeLessThan(24);
  });
});

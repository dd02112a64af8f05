import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { besidePlaceholder } from './besidePlaceholder';

describe('$beside', () => {
  const folder = createMockDirectory({
    content: {
      'template.yaml': 'kind: Template',
      'translations.yaml': '- { en: Name, pt: Nome }',
      'empty.yaml': '',
      'broken.yaml': '- {',
    },
  });

  function resolve(
    value: unknown,
    baseUrl = join(folder.path, 'template.yaml'),
  ) {
    const emit = jest.fn();
    const read = jest.fn(async () => Buffer.from('- { en: Name, pt: Nome }'));
    const content = besidePlaceholder({
      key: 'beside',
      value: value as string,
      baseUrl,
      read,
      resolveUrl: (url, base) => new URL(url, base).toString(),
      emit,
    });
    return { content, read, emit };
  }

  it('is what a file on the portal’s disk holds', async () => {
    const { content, read } = resolve('translations.yaml');

    expect(await content).toEqual([{ en: 'Name', pt: 'Nome' }]);
    expect(read).not.toHaveBeenCalled();
  });

  it('is what a file behind a URL holds, and is read again when that changes', async () => {
    const { content, read, emit } = resolve(
      'translations.yaml',
      'https://git.example/templates/queue/template.yaml',
    );

    expect(await content).toEqual([{ en: 'Name', pt: 'Nome' }]);
    const url = 'https://git.example/templates/queue/translations.yaml';
    expect(read).toHaveBeenCalledWith(url);
    expect(emit).toHaveBeenCalledWith({ type: 'refresh', key: `url:${url}` });
  });

  it('is nothing for a file that is empty', async () => {
    expect(await resolve('empty.yaml').content).toBeNull();
  });

  it.each([
    '../users.yaml',
    '/etc/passwd',
    'https://elsewhere.example/a.yaml',
    'secrets.env',
    '..',
    7,
  ])('refuses %j, which is no file of the same folder', async value => {
    await expect(resolve(value).content).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /^\$beside in .*template\.yaml is .*, and not the name of a YAML file in the same folder$/,
        ),
      }),
    );
  });

  it.each(['missing.yaml', 'broken.yaml'])(
    'says that %s cannot be read',
    async value => {
      await expect(resolve(value).content).rejects.toThrow(
        new RegExp(
          `^${value}, which .*template\\.yaml names by \\$beside, cannot be read; caused by `,
        ),
      );
    },
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LocalError } from '../progress/LocalError';
import { repositoryRoot } from '../system/paths';
import { newTemplate } from './newTemplate';
import { TemplateRepository } from './testing/TemplateRepository';

// It comes without types.
const prettier = jest.requireActual('prettier') as {
  resolveConfig(file: string): Promise<object | null>;
  check(content: string, options: object): boolean;
};

describe('a new template', () => {
  let repository: TemplateRepository;

  beforeEach(async () => {
    repository = await TemplateRepository.with('event-log');
  });

  afterEach(() => repository.remove());

  it.each([
    '',
    'a',
    'Event-log',
    '1log',
    'event_log',
    'event-',
    'event--log',
    '../log',
    'a'.repeat(41),
  ])('is not made with the name %j', async name => {
    await expect(newTemplate(repository.root, name)).rejects.toThrow(
      expect.objectContaining({
        name: 'LocalError',
        message: expect.stringContaining('is not a name for a template'),
      }),
    );
  });

  it.each([
    'templates/event-log',
    'skeletons/terraform/event-log',
    'catalog/docs/resources/event-log.md',
  ])('leaves everything alone where there is %s', async kept => {
    const before = await repository.read('templates/event-log/template.yaml');
    for (const path of [
      'templates/event-log',
      'skeletons/terraform/event-log',
      'catalog/docs/resources/event-log.md',
    ]) {
      if (path !== kept) await repository.delete(path);
    }

    const made = newTemplate(repository.root, 'event-log');

    await expect(made).rejects.toThrow(LocalError);
    await expect(made).rejects.toThrow(`There is ${kept} already`);
    expect(before).toContain('name: event-log');
  });

  it('stands in the navigation of the documentation', async () => {
    const navigation = readFileSync(
      join(repositoryRoot, 'catalog/mkdocs.yml'),
      'utf8',
    );
    await repository.write('catalog/mkdocs.yml', navigation);

    const files = await newTemplate(repository.root, 'second-log');

    const written = await repository.read('catalog/mkdocs.yml');
    const { nav } = parse(written) as { nav: { Templates?: unknown[] }[] };
    expect(files).toContain('catalog/mkdocs.yml');
    expect(nav.flatMap(item => item.Templates ?? [])).toContainEqual({
      'Second log': 'resources/second-log.md',
    });
    expect(prettier.check(written, { parser: 'yaml', singleQuote: true })).toBe(
      true,
    );
  });

  it('is formatted as the rest of the repository, however long its name is', async () => {
    const name = 'archive-of-all-events-of-the-company';
    const files = await newTemplate(repository.root, name);
    const options = await prettier.resolveConfig(
      join(repositoryRoot, 'package.json'),
    );

    const unformatted: string[] = [];
    for (const file of files.filter(path => /\.(md|ya?ml|json)$/.test(path))) {
      const content = await repository.read(file);
      const filepath = join(repositoryRoot, file);
      if (!prettier.check(content, { ...options, filepath })) {
        unformatted.push(file);
      }
    }

    expect(unformatted).toEqual([]);
  });
});

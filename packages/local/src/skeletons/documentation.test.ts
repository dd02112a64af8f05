import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../system/paths';
import { readModule } from './__testUtils__/readModule';

describe.each(['vpc', 'ec2-instance', 'rds-database'])(
  'the documentation of %s',
  skeleton => {
    // Not in `templates`: MkDocs leaves out a folder of that name.
    const page = join(
      repositoryRoot,
      'catalog/docs/resources',
      `${skeleton}.md`,
    );

    it('is there', () => {
      expect(existsSync(page)).toBe(true);
    });

    it('names every variable and every output', async () => {
      const { variables, outputs } = await readModule(skeleton);
      const text = readFileSync(page, 'utf8');

      const unnamed = [...Object.keys(variables), ...outputs].filter(
        name => !text.includes(`\`${name}\``),
      );

      expect(unnamed).toEqual([]);
    });
  },
);

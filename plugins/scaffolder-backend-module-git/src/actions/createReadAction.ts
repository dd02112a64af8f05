import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitConfig } from '../config/readGitConfig';
import { readRepositoryFile } from '../git/readRepositoryFile';

/** Reads what a repository says of itself, so that a form need not ask for it again. */
export function createReadAction(
  settings: GitConfig & { reader: UrlReaderService },
) {
  return createTemplateAction({
    id: 'git:read',
    description: 'Reads a JSON file of a repository',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository'),
        file: z => z.string().describe('On its branch main'),
      },
      output: { content: z => z.any().describe('What the file holds') },
    },
    async handler({ input, output, signal }) {
      const text = await readRepositoryFile(input, { ...settings, signal });
      try {
        output('content', JSON.parse(text));
      } catch (error) {
        throw new InputError(
          `${input.file} of the repository "${input.name}" is not JSON`,
          error,
        );
      }
    },
  });
}

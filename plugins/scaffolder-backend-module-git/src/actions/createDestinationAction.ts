import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitConfig } from '../config/readGitConfig';
import { remoteOf } from '../git/remoteOf';
import { repositoryName } from '../git/repositoryName';

/** Says where a repository goes: to GitHub when that is configured, else to plain Git. */
export function createDestinationAction(settings: GitConfig) {
  return createTemplateAction({
    id: 'git:destination',
    description: 'Says where a repository goes',
    supportsDryRun: true,
    schema: {
      input: { name: z => z.string().describe('Name of the repository') },
      output: {
        kind: z => z.enum(['github', 'git']),
        cloneUrl: z => z.string().describe('What one gives to git clone'),
        repoUrl: z =>
          z.string().optional().describe('As publish:github takes it'),
        fullName: z =>
          z.string().optional().describe('owner/name, on GitHub only'),
      },
    },
    async handler({ input, output }) {
      const name = repositoryName(input.name);
      const { github } = settings;
      if (!github) {
        output('kind', 'git');
        output('cloneUrl', remoteOf(settings, name));
        return;
      }
      const { host, owner } = github;
      output('kind', 'github');
      output('cloneUrl', `https://${host}/${owner}/${name}.git`);
      output('repoUrl', `${host}?owner=${owner}&repo=${name}`);
      output('fullName', `${owner}/${name}`);
    },
  });
}

import { z } from 'zod';
import type { InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';

interface Tool {
  name: string;
  oldest: [major: number, minor: number];
  version(context: InstallContext): Promise<string>;
}

const terraformSchema = z.object({ terraform_version: z.string() });
const kubectlSchema = z.object({
  clientVersion: z.object({ gitVersion: z.string() }),
});

const TOOLS: Tool[] = [
  {
    name: 'terraform',
    oldest: [1, 11],
    version: async ({ commands }) => {
      const { terraform_version: version } = await commands.json(
        terraformSchema,
        'terraform',
        ['version', '-json'],
      );
      return version;
    },
  },
  {
    name: 'helm',
    oldest: [3, 16],
    version: async ({ commands }) => {
      const { stdout } = await commands.look('helm', [
        'version',
        '--template',
        '{{.Version}}',
      ]);
      return stdout;
    },
  },
  {
    name: 'kubectl',
    oldest: [1, 31],
    version: async ({ commands }) => {
      const { clientVersion } = await commands.json(kubectlSchema, 'kubectl', [
        'version',
        '--client',
        '-o',
        'json',
      ]);
      return clientVersion.gitVersion;
    },
  },
  {
    name: 'aws',
    oldest: [1, 32],
    // Such as: aws-cli/2.17.0 Python/3.11.9 Linux/6.1
    version: async ({ commands }) => {
      const { stdout } = await commands.look('aws', ['--version']);
      return /aws-cli\/(\S+)/.exec(stdout)?.[1] ?? stdout;
    },
  },
];

/** @throws InstallError for a program that is missing or too old */
export async function checkTools(context: InstallContext): Promise<void> {
  for (const { name, oldest, version } of TOOLS) {
    const found = await version(context);
    const [, major, minor] = /(\d+)\.(\d+)/.exec(found)?.map(Number) ?? [];
    if (!(major > oldest[0] || (major === oldest[0] && minor >= oldest[1]))) {
      throw new InstallError(
        `${name} is ${found}, and ${oldest.join('.')} or later is needed`,
        `Install a later ${name}, or put it first on PATH.`,
      );
    }
    context.say(`  ${name} ${found}`);
  }
}

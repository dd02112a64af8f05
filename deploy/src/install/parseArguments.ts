import { parseArgs } from 'node:util';

export const USAGE = `Usage: deploy/install.sh <settings.yaml> [options]

Installs Terrastage on AWS, or brings an installation in line with its settings. Whatever ends it, the same command goes on
from there. deploy/platform.example.yaml shows the settings.

  --dry-run          look, plan, and say what would be run; change nothing
  --values-only      make the stacks and write the values for ArgoCD; install nothing in the cluster
  --destroy          take the platform away, but for the state buckets; asks for its name
  --work-dir <path>  where this platform's files are; default .terrastage/install/<name>-<account>
`;

export interface Arguments {
  settingsFile: string;
  dryRun: boolean;
  valuesOnly: boolean;
  destroy: boolean;
  workDir?: string;
}

/** @returns the usage where it was asked for. @throws Error for wrong arguments */
export function parseArguments(args: string[]): Arguments | typeof USAGE {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      'values-only': { type: 'boolean', default: false },
      destroy: { type: 'boolean', default: false },
      'work-dir': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return USAGE;
  if (positionals.length !== 1) throw new Error('Name one file with settings');
  if (values.destroy && values['values-only']) {
    throw new Error('--destroy and --values-only do not go together');
  }
  return {
    settingsFile: positionals[0],
    dryRun: values['dry-run'],
    valuesOnly: values['values-only'],
    destroy: values.destroy,
    workDir: values['work-dir'],
  };
}

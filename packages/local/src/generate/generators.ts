import { join } from 'node:path';
import { yarnFile } from '../system/yarnFile';

export type Generator = {
  name: string;
  command(root: string): { file: string; args: string[] };
};

/** Packages whose API others build on; the rest is wiring. */
export const API_REPORT_PACKAGES = ['packages/terraform-runner', 'plugins/*'];

/**
 * Declarations from nothing: the compiler writes a union's members in the order in which it met them, which with
 * the memory of an earlier compilation is another one.
 */
export const DECLARATION_ARGS = ['--incremental', 'false'];

export const API_REPORT_ARGS = [
  'api-reports',
  // Nothing here is published to npm, so there are no release tags to keep.
  '--allow-all-warnings',
  '--omit-messages',
  'ae-missing-release-tag,ae-undocumented,ae-wrong-input-file-type',
  ...API_REPORT_PACKAGES.flatMap(pattern => ['--include', pattern]),
];

const bin = (root: string, name: string) =>
  join(root, 'node_modules', '.bin', name);

/** Sources made from other sources. */
export const sourceGenerators: Generator[] = [
  {
    name: 'types of the API from its OpenAPI file',
    command: root => ({
      file: process.execPath,
      args: [
        yarnFile(root),
        'workspace',
        '@terrastage/plugin-resources-common',
        'generate',
      ],
    }),
  },
];

/** API reports are made from declarations, so these come first. */
export const reportGenerators: Generator[] = [
  {
    name: 'declarations',
    command: root => ({
      file: process.execPath,
      args: [bin(root, 'tsc'), ...DECLARATION_ARGS],
    }),
  },
  {
    name: 'API reports',
    command: root => ({
      file: process.execPath,
      args: [bin(root, 'backstage-repo-tools'), ...API_REPORT_ARGS],
    }),
  },
];

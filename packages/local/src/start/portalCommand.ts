import { join } from 'node:path';
import { packageRoot } from '../system/paths';
import { yarnFile } from '../system/yarnFile';
import type { StartMode } from './StartContext';

export type PortalCommand = { file: string; args: string[]; cwd: string };

/** The command line of the portal: built and served, or with hot reload. */
export function portalCommand({
  mode,
  root,
  configFiles,
}: {
  mode: StartMode;
  root: string;
  configFiles: string[];
}): PortalCommand {
  const config = configFiles.flatMap(file => ['--config', file]);
  const guard = ['--require', join(packageRoot, 'bin', 'end-with-parent.cjs')];
  if (mode === 'dev') {
    return {
      file: process.execPath,
      args: [
        ...guard,
        yarnFile(root),
        'backstage-cli',
        'repo',
        'start',
        ...config,
      ],
      cwd: root,
    };
  }
  return {
    file: process.execPath,
    args: [
      ...guard,
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      ...config,
    ],
    cwd: join(root, 'packages', 'backend'),
  };
}

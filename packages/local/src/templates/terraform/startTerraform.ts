import { join } from 'node:path';
import { preparePython } from '../../aws/preparePython';
import { startLocalAws } from '../../aws/startLocalAws';
import type { Progress } from '../../progress/createProgress';
import { need, type StartContext } from '../../start/StartContext';
import { locateTerraform } from '../../start/steps/locateTerraform';
import { prepareProviders } from '../../start/steps/prepareProviders';
import type { TerraformContext } from './TerraformContext';

export type CheckContext = {
  /** Where templates and skeletons are. */
  root: string;
  /** Where what was fetched lies. */
  home: string;
  progress: Progress;
  signal?: AbortSignal;
  update: boolean;
};

/** Terraform, its provider and a local AWS, found or fetched as a start does it. */
export async function startTerraform({
  root,
  home,
  progress,
  signal,
  update,
}: CheckContext): Promise<TerraformContext & { stop(): Promise<void> }> {
  const found: Pick<
    StartContext,
    'home' | 'progress' | 'signal' | 'terraform' | 'cliConfig'
  > = { home, progress, signal };
  await locateTerraform(found);
  await prepareProviders(found);
  const python = await preparePython({
    folder: join(home, 'python'),
    logFile: join(home, 'logs', 'python.log'),
    progress,
    signal,
  });
  const aws = await startLocalAws({ python });
  return {
    root,
    aws,
    update,
    signal,
    tools: {
      terraform: need(found, 'terraform').path,
      cliConfigFile: need(found, 'cliConfig').file,
    },
    stop: () => aws.stop(),
  };
}

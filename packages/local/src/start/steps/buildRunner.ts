import { buildIfChanged } from '../../build/buildIfChanged';
import type { StartContext } from '../StartContext';

export async function buildRunner(
  context: Pick<StartContext, 'root' | 'home' | 'progress' | 'signal'> & {
    runnerProgram?: string;
  },
): Promise<void> {
  context.runnerProgram = await buildIfChanged(
    {
      workspace: '@terrastage/terraform-runner',
      script: 'build:program',
      output: 'dist/program/terraform-runner.cjs',
      notice: '  its sources changed: building',
    },
    context,
  );
}

import type { Finding } from '../Finding';
import type { Sample } from '../read/readSamples';
import type { Skeleton } from '../read/TemplateSet';
import { writeModuleCalls, type ModuleCall } from '../workspace/copyAsModules';
import type { Workspace } from '../workspace/createWorkspace';
import {
  PLAN_FILE,
  showPlan,
  type WorkspacePlan,
} from '../workspace/planWorkspace';
import { errorsOfPlan, textOf, type Diagnostic } from './diagnostics';

export type SamplePlan = WorkspacePlan & { sample: Sample };

/** A module's name begins with a letter; a sample's may not. */
export function callOf(skeleton: string, sample: Sample): ModuleCall {
  return {
    name: `sample_${sample.name.replace(/[^A-Za-z0-9_-]/g, '_')}`,
    skeleton,
    variables: sample.variables,
  };
}

/**
 * Plans all samples of a skeleton at once, each as a call of the module: that costs little more than one plan. Only
 * where that fails is each planned by itself, to say which cannot be.
 */
export async function planSamples(
  skeleton: Skeleton,
  workspace: Workspace,
): Promise<{ plans: SamplePlan[]; findings: Finding[] }> {
  const { samples } = skeleton;
  if (!(await plan(workspace)).length) {
    return {
      plans: separate(skeleton.name, samples, await showPlan(workspace)),
      findings: [],
    };
  }
  const plans: SamplePlan[] = [];
  const findings: Finding[] = [];
  for (const sample of samples) {
    await writeModuleCalls([callOf(skeleton.name, sample)], workspace.path);
    const errors = await plan(workspace);
    findings.push(...errors.map(error => toFinding(skeleton, sample, error)));
    if (!errors.length) {
      const alone = await showPlan(workspace);
      plans.push(...separate(skeleton.name, [sample], alone));
    }
  }
  return { plans, findings };
}

async function plan(workspace: Workspace): Promise<Diagnostic[]> {
  return errorsOfPlan(
    await workspace.report('plan', '-json', `-out=${PLAN_FILE}`),
  );
}

function separate(
  skeleton: string,
  samples: Sample[],
  { changes, resources }: WorkspacePlan,
): SamplePlan[] {
  return samples.map(sample => {
    const prefix = `module.${callOf(skeleton, sample).name}.`;
    const own = <T extends { address: string }>(items: T[]): T[] =>
      items
        .filter(({ address }) => address.startsWith(prefix))
        .map(item => ({ ...item, address: item.address.slice(prefix.length) }));
    return { sample, changes: own(changes), resources: own(resources) };
  });
}

/** What stands in the skeleton is told there; what the call of the module says is the sample's. */
function toFinding(
  { name, folder }: Skeleton,
  sample: Sample,
  error: Diagnostic,
): Finding {
  const { filename = '', start } = error.range ?? {};
  return filename.startsWith(`${name}/`)
    ? {
        file: `${folder}/${filename.slice(name.length + 1)}`,
        line: start?.line,
        message: `the sample ${sample.name} cannot be planned: ${textOf(
          error,
        )}`,
      }
    : {
        file: `${folder}/samples/${sample.name}.json`,
        message: `cannot be planned: ${textOf(error)}`,
      };
}

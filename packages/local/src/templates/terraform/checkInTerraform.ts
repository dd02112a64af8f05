import type { Finding } from '../Finding';
import type { Skeleton } from '../read/TemplateSet';
import { copyAsModules } from '../workspace/copyAsModules';
import { createWorkspace, type Workspace } from '../workspace/createWorkspace';
import { checkFormat } from './checkFormat';
import { checkSecurity } from './checkSecurity';
import { checkTags, SERVER_TAGS } from './checkTags';
import { comparePlan } from './comparePlan';
import { diagnosticsOfValidate, textOf } from './diagnostics';
import { callOf, planSamples } from './planSamples';
import type { TerraformContext } from './TerraformContext';

export const TERRAFORM_RULES = [
  'format',
  'validate',
  'plan',
  'tags',
  'security',
] as const;

export type TerraformFindings = Record<
  (typeof TERRAFORM_RULES)[number],
  Finding[]
>;

/**
 * What Terraform says of a skeleton, and what the plans of its samples show. Problems that stop it leave
 * the later rules without a verdict of their own.
 */
export async function checkInTerraform(
  skeleton: Skeleton,
  context: TerraformContext,
): Promise<TerraformFindings> {
  const findings: TerraformFindings = {
    format: [],
    validate: [],
    plan: [],
    tags: [],
    security: [],
  };
  const calls = skeleton.samples.map(sample => callOf(skeleton.name, sample));
  // That there is none is told without Terraform.
  if (!calls.length) return findings;
  let workspace: Workspace;
  try {
    workspace = await createWorkspace(
      path => copyAsModules(calls, path, context.root),
      { ...context, tags: SERVER_TAGS },
    );
  } catch (error) {
    context.signal?.throwIfAborted();
    const message = (error as Error).message.replace(/\s+/g, ' ');
    findings.validate.push({ file: skeleton.folder, message });
    return findings;
  }
  try {
    findings.validate = await validate(skeleton, workspace);
    if (!findings.validate.length) {
      const planned = await planSamples(skeleton, workspace);
      findings.plan = planned.findings;
      for (const plan of planned.plans) {
        findings.plan.push(...(await comparePlan(skeleton, plan, context)));
        findings.tags.push(...checkTags(skeleton, plan));
        findings.security.push(...checkSecurity(skeleton, plan));
      }
    }
    // Last, because it changes the copy, whose lines the others tell.
    findings.format = await checkFormat(context.root, skeleton, workspace);
    return findings;
  } finally {
    await workspace.remove();
  }
}

async function validate(
  { name, folder }: Skeleton,
  workspace: Workspace,
): Promise<Finding[]> {
  const report = await workspace.report('validate', '-json');
  return diagnosticsOfValidate(report).flatMap(diagnostic => {
    const { range } = diagnostic;
    if (!range) return [{ file: folder, message: textOf(diagnostic) }];
    // What stands outside is in the call with a sample's values: planning says which sample.
    if (!range.filename.startsWith(`${name}/`)) return [];
    return [
      {
        file: `${folder}/${range.filename.slice(name.length + 1)}`,
        line: range.start.line,
        message: textOf(diagnostic),
      },
    ];
  });
}

import type { Finding } from './Finding';
import {
  readTemplateSet,
  type Skeleton,
  type TemplateSet,
} from './read/TemplateSet';
import { staticRules } from './rules/staticRules';
import {
  checkInTerraform,
  TERRAFORM_RULES,
} from './terraform/checkInTerraform';
import type { TerraformContext } from './terraform/TerraformContext';

/** What one rule says of one template with its skeleton. */
export type RuleResult = { rule: string; findings: Finding[] };

export type SetResult = { name: string; rules: RuleResult[] };

/** Plans at the same time: each takes a core. */
const PARALLEL = 2;

/**
 * Checks templates and skeletons by all rules, and goes on after a problem.
 *
 * @param names - of `listTemplateSets`
 * @param startTerraform - called once, and only if there is a skeleton to plan
 * @param onChecked - called for each as soon as it is known
 */
export async function checkTemplates(options: {
  root: string;
  names: string[];
  startTerraform: () => Promise<TerraformContext>;
  onChecked?: (result: SetResult) => void;
}): Promise<SetResult[]> {
  const { root, names, startTerraform, onChecked } = options;
  let terraform: Promise<TerraformContext> | undefined;
  const check = async (name: string) => {
    const set = await readTemplateSet(root, name);
    const rules = await checkFiles(set);
    if (set.skeleton && canBePlanned(set.skeleton)) {
      terraform ??= startTerraform();
      const found = await checkInTerraform(set.skeleton, await terraform);
      rules.push(
        ...TERRAFORM_RULES.map(rule => ({ rule, findings: found[rule] })),
      );
    }
    const result = { name, rules };
    onChecked?.(result);
    return result;
  };

  const results = new Map<string, SetResult>();
  const waiting = [...names];
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) {
        results.set(name, await check(name));
      }
    }),
  );
  return names.map(name => results.get(name)!);
}

/** What the files alone show: no Terraform, no AWS. */
export async function checkFiles(set: TemplateSet): Promise<RuleResult[]> {
  const results: RuleResult[] = [];
  for (const { name, check } of staticRules) {
    results.push({ rule: name, findings: await check(set) });
  }
  return results;
}

function canBePlanned({ module, samples }: Skeleton): boolean {
  return !module.problems.length && samples.every(one => !one.faults.length);
}

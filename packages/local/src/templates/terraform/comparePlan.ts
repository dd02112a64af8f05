import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../Finding';
import type { PlannedChange } from '../read/readSamples';
import type { Skeleton } from '../read/TemplateSet';
import type { SamplePlan } from './planSamples';
import type { TerraformContext } from './TerraformContext';

/** Holds a sample's plan against what is written down beside it, or writes it down. */
export async function comparePlan(
  { folder }: Skeleton,
  { sample, changes }: SamplePlan,
  { root, update }: TerraformContext,
): Promise<Finding[]> {
  const file = `${folder}/samples/${sample.name}.plan.json`;
  if (sample.plan && isDeepStrictEqual(sample.plan, changes)) return [];
  if (update) {
    await writeFile(join(root, file), formatPlan(changes));
    return [];
  }
  // That there is none is told without a plan.
  if (!sample.plan) return [];
  const written = sample.plan.map(toText);
  const planned = changes.map(toText);
  const differences = [
    ...planned
      .filter(change => !written.includes(change))
      .map(change => `${change} is planned and not written down`),
    ...written
      .filter(change => !planned.includes(change))
      .map(change => `${change} is written down and not planned`),
  ];
  return (differences.length ? differences : ['the order differs']).map(
    difference => ({
      file,
      message: `${difference}; if that is meant, write it with --update`,
    }),
  );
}

function toText({ address, action }: PlannedChange): string {
  return `${action} ${address}`;
}

const WIDEST = 80;

/** One change a line, as Prettier leaves it. */
export function formatPlan(changes: PlannedChange[]): string {
  if (!changes.length) return '[]\n';
  const lines = changes.map(({ address, action }, index) => {
    const comma = index < changes.length - 1 ? ',' : '';
    const [key, value] = [JSON.stringify(address), JSON.stringify(action)];
    const line = `  { "address": ${key}, "action": ${value} }${comma}`;
    return line.length <= WIDEST
      ? line
      : `  {\n    "address": ${key},\n    "action": ${value}\n  }${comma}`;
  });
  return `[\n${lines.join('\n')}\n]\n`;
}

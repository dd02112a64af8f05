import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { skeletonFolder } from './skeletonFolder';

export type Sample = {
  name: string;
  /** Values for all of the module's variables that the sample sets. */
  variables: Record<string, unknown>;
  /** What its plan has to change: `samples/<name>.plan.json`. */
  plan?: { address: string; action: string }[];
};

/** A skeleton's samples: `samples/<name>.json` with the expected plan beside it. */
export function readSamples(skeleton: string): Sample[] {
  const folder = join(skeletonFolder(skeleton), 'samples');
  return readdirSync(folder)
    .filter(file => file.endsWith('.json') && !file.endsWith('.plan.json'))
    .sort()
    .map(file => {
      const name = basename(file, '.json');
      const plan = join(folder, `${name}.plan.json`);
      return {
        name,
        variables: readJson(join(folder, file)),
        plan: existsSync(plan) ? readJson(plan) : undefined,
      };
    });
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

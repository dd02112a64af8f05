import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { skeletonFolder } from './skeletonFolder';

const variablesSchema = z.record(z.string(), z.json());
const planSchema = z.array(
  z.strictObject({ address: z.string(), action: z.string() }),
);

export type PlannedChange = z.infer<typeof planSchema>[number];

export type Sample = {
  name: string;
  /** Values for all of the module's variables that the sample sets. */
  variables: Record<string, unknown>;
  /** What its plan has to change: `samples/<name>.plan.json`. */
  plan?: PlannedChange[];
  /** Why one of the two files cannot be read, by its path from the skeleton's folder. */
  faults: { file: string; message: string }[];
};

/** A skeleton's samples: `samples/<name>.json` with the expected plan beside it. */
export function readSamples(skeleton: string, root?: string): Sample[] {
  const folder = skeletonFolder(skeleton, root);
  if (!existsSync(join(folder, 'samples'))) return [];
  return readdirSync(join(folder, 'samples'))
    .filter(file => file.endsWith('.json') && !file.endsWith('.plan.json'))
    .sort()
    .map(file => readSample(folder, basename(file, '.json')));
}

function readSample(folder: string, name: string): Sample {
  const sample: Sample = { name, variables: {}, faults: [] };
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    try {
      return schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    } catch (error) {
      const message =
        error instanceof z.ZodError
          ? z.prettifyError(error)
          : (error as Error).message;
      sample.faults.push({ file, message });
      return undefined;
    }
  };
  sample.variables = read(`samples/${name}.json`, variablesSchema) ?? {};
  const plan = `samples/${name}.plan.json`;
  if (existsSync(join(folder, plan))) sample.plan = read(plan, planSchema);
  return sample;
}

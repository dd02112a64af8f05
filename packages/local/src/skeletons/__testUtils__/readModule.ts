import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { z } from 'zod';
import { skeletonFolder } from './skeletonFolder';

const blocks = (attributes: z.ZodRawShape) =>
  z
    .record(z.string(), z.tuple([z.looseObject(attributes)]))
    .default(() => ({}));

const fileSchema = z.looseObject({
  variable: blocks({ default: z.json().optional() }),
  output: blocks({ description: z.string() }),
});

export type Module = {
  /** Declared variables; `default` is missing where a value is required. */
  variables: Record<string, { default?: unknown }>;
  outputs: string[];
};

/** What a skeleton declares in its Terraform files. */
export async function readModule(skeleton: string): Promise<Module> {
  const folder = skeletonFolder(skeleton);
  const module: Module = { variables: {}, outputs: [] };
  for (const name of readdirSync(folder).filter(file => file.endsWith('.tf'))) {
    const content = readFileSync(join(folder, name), 'utf8');
    const file = fileSchema.parse(await parse(name, content));
    for (const [variable, [attributes]] of Object.entries(file.variable)) {
      module.variables[variable] =
        'default' in attributes ? { default: attributes.default } : {};
    }
    module.outputs.push(...Object.keys(file.output));
  }
  return module;
}

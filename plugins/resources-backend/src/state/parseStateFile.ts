import { z } from 'zod';
import { parse } from '../http/parse';
import type { AttributePath, StateFile } from './StateFile';

const stepSchema = z.union([
  z.object({ type: z.literal('get_attr'), value: z.string() }),
  z.object({
    type: z.literal('index'),
    value: z.object({ value: z.union([z.string(), z.number()]) }),
  }),
]);

const instanceSchema = z.object({
  index_key: z.union([z.string(), z.number()]).optional(),
  deposed: z.string().optional(),
  attributes: z.record(z.string(), z.json()).nullish(),
  sensitive_attributes: z.array(z.array(stepSchema)).default([]),
});

const stateSchema = z.object({
  version: z.literal(4),
  terraform_version: z.string().default(''),
  serial: z.number().int().nonnegative(),
  lineage: z.string().min(1),
  outputs: z
    .record(
      z.string(),
      z.object({ value: z.json(), sensitive: z.boolean().default(false) }),
    )
    .default({}),
  resources: z
    .array(
      z.object({
        module: z.string().optional(),
        mode: z.string(),
        type: z.string(),
        name: z.string(),
        instances: z.array(instanceSchema),
      }),
    )
    .default([]),
});

/** @throws Error for what is no state of format 4. A mark of what is sensitive that can't be read is such a fault. */
export function parseStateFile(text: string): StateFile {
  const state = parse(stateSchema, JSON.parse(text), 'The state');
  return {
    lineage: state.lineage,
    serial: state.serial,
    terraformVersion: state.terraform_version,
    outputs: state.outputs,
    instances: state.resources
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ module, type, name, instances }) =>
        instances.map(instance => ({
          address: [
            module ? `${module}.` : '',
            `${type}.${name}`,
            instance.index_key === undefined
              ? ''
              : `[${JSON.stringify(instance.index_key)}]`,
            instance.deposed ? ` (deposed ${instance.deposed})` : '',
          ].join(''),
          type,
          attributes: instance.attributes ?? {},
          sensitive: instance.sensitive_attributes.map(toPath),
        })),
      ),
  };
}

function toPath(steps: readonly z.infer<typeof stepSchema>[]): AttributePath {
  return steps.map(step =>
    step.type === 'get_attr' ? step.value : String(step.value.value),
  );
}

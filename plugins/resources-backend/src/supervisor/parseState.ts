import type { ManagedResource } from '@terrastage/plugin-resources-common';
import { z } from 'zod';
import type { StateRecord } from '../inventory/ResourceRecord';
import { parse } from '../http/parse';
import type { StateLock } from './StateInspector';

const stateSchema = z.object({
  version: z.literal(4),
  terraform_version: z.string().default(''),
  serial: z.number().int().nonnegative(),
  lineage: z.string().min(1),
  resources: z
    .array(
      z.object({
        module: z.string().optional(),
        mode: z.string(),
        type: z.string(),
        name: z.string(),
        instances: z.array(
          z.object({
            index_key: z.union([z.string(), z.number()]).optional(),
            attributes: z
              .object({
                id: z.string().optional().catch(undefined),
                arn: z.string().optional().catch(undefined),
              })
              .nullish(),
          }),
        ),
      }),
    )
    .default([]),
});

const lockSchema = z.object({
  ID: z.string(),
  Who: z.string().default(''),
  Operation: z.string().default(''),
  Created: z.string().default(''),
});

/**
 * Of a state file (version 4), what the inventory keeps: addresses, ids and ARNs, no other attribute.
 *
 * @throws Error for what is no such file; an empty one is none either.
 */
export function parseState(text: string, versionId?: string): StateRecord {
  const state = parse(stateSchema, JSON.parse(text), 'The state');
  const managed = state.resources
    .filter(resource => resource.mode === 'managed')
    .flatMap(({ module, type, name, instances }) =>
      instances.map(
        ({ index_key: index, attributes }): ManagedResource => ({
          address: `${module ? `${module}.` : ''}${type}.${name}${
            index === undefined ? '' : `[${JSON.stringify(index)}]`
          }`,
          type,
          name,
          id: attributes?.id,
          arn: attributes?.arn,
        }),
      ),
    );
  return {
    lineage: state.lineage,
    serial: state.serial,
    versionId,
    terraformVersion: state.terraform_version,
    managed,
  };
}

/** Of a `.tflock` object, who holds the lock. One that can't be read is a lock all the same. */
export function parseStateLock(text: string): StateLock {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { data } = lockSchema.safeParse(value);
  return {
    id: data?.ID ?? 'unknown',
    who: data?.Who || 'somebody',
    operation: data?.Operation || 'unknown',
    created: data?.Created || 'an unknown time',
  };
}

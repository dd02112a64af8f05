import { z } from 'zod';
import type { Condition } from '../model/condition.ts';
import {
  FLAG_TYPES,
  variants,
  type FlagType,
  type VariantValue,
} from '../model/flag.ts';
import { flagKey, variantName } from '../model/names.ts';
import type { Serve } from '../model/rule.ts';
import { variantFaults } from '../model/variantFaults.ts';
import type { Logic } from './Logic.ts';
import { ImportError, operation, readConditions } from './readConditions.ts';
import { readServe } from './readServe.ts';

export type ImportedFlag = {
  key: string;
  type: FlagType;
  variants: Record<string, VariantValue>;
  enabled: boolean;
  defaultVariant: string;
  rules: { conditions: Condition[]; serve: Serve }[];
};

export type FlagdImport = {
  flags: ImportedFlag[];
  /** Empty, or nothing should be imported. */
  faults: { path: string; message: string }[];
};

const flag = z.object({
  state: z.enum(['ENABLED', 'DISABLED']),
  variants,
  defaultVariant: variantName,
  targeting: z.json().optional(),
});

const document = z.object({ flags: z.record(flagKey, flag) });

/** Reads a flagd document. All its faults are told at once. */
export function fromFlagd(input: unknown): FlagdImport {
  const parsed = document.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => ({
      path: `/${issue.path.join('/')}`,
      message: issue.message,
    }));
    return { flags: [], faults };
  }
  const flags: ImportedFlag[] = [];
  const faults: FlagdImport['faults'] = [];
  for (const [key, given] of Object.entries(parsed.data.flags)) {
    try {
      flags.push(readFlag(key, given));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      faults.push({ path: error.path, message: error.message });
    }
  }
  return { flags, faults };
}

function readFlag(key: string, given: z.infer<typeof flag>): ImportedFlag {
  const path = `/flags/${key}`;
  const type = FLAG_TYPES.find(
    name => name === typeof Object.values(given.variants)[0],
  );
  const [fault] = type ? variantFaults(type, given.variants) : [];
  if (!type || fault) {
    throw new ImportError(
      `${path}/variants`,
      fault
        ? `${fault.variant} ${fault.message}`
        : 'values are boolean, string, number or object',
    );
  }
  if (given.variants[given.defaultVariant] === undefined) {
    throw new ImportError(
      `${path}/defaultVariant`,
      `no variant is called ${given.defaultVariant}`,
    );
  }
  return {
    key,
    type,
    variants: given.variants,
    enabled: given.state === 'ENABLED',
    defaultVariant: given.defaultVariant,
    rules: readRules(
      (given.targeting ?? {}) as Logic,
      key,
      `${path}/targeting`,
    ),
  };
}

function readRules(
  logic: Logic,
  key: string,
  path: string,
): ImportedFlag['rules'] {
  if (typeof logic === 'object' && logic && Object.keys(logic).length === 0) {
    return [];
  }
  if (typeof logic !== 'object' || operation(logic, path)[0] !== 'if') {
    return [{ conditions: [], serve: readServe(logic, key, path) }];
  }
  const [, branches] = operation(logic, path);
  const rules: ImportedFlag['rules'] = [];
  for (let i = 0; i < branches.length; i += 2) {
    const last = i === branches.length - 1;
    if (last) {
      const rest = branches[i] ?? null;
      // An `else` of null is the default variant.
      if (rest !== null) rules.push(...readRules(rest, key, `${path}/if/${i}`));
    } else {
      rules.push({
        conditions: readConditions(branches[i]!, `${path}/if/${i}`),
        serve: readServe(branches[i + 1]!, key, `${path}/if/${i + 1}`),
      });
    }
  }
  return rules;
}

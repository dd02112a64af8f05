import { z } from 'zod';
import type { Condition } from '../model/condition.ts';
import {
  FLAG_TYPES,
  variants,
  type FlagType,
  type VariantValue,
} from '../model/flag.ts';
import { flagKey, variantName } from '../model/names.ts';
import { MAX_CONDITIONS, MAX_RULES, type Serve } from '../model/rule.ts';
import { variantFaults } from '../model/variantFaults.ts';
import type { Logic } from './Logic.ts';
import { ImportError, operation, readConditions } from './readConditions.ts';
import { readServe, type Served } from './readServe.ts';

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

/** Flags in one document. */
export const MAX_IMPORTED = 1000;

const document = z.object({
  flags: z
    .record(flagKey, flag)
    .refine(
      all => Object.keys(all).length <= MAX_IMPORTED,
      `give at most ${MAX_IMPORTED} flags`,
    ),
});

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
  const rules = readRules(
    (given.targeting ?? {}) as Logic,
    { key, variants: given.variants },
    `${path}/targeting`,
  );
  if (rules.length > MAX_RULES) {
    throw new ImportError(
      `${path}/targeting`,
      `${rules.length} rules; ${MAX_RULES} are possible`,
    );
  }
  return {
    key,
    type,
    variants: given.variants,
    enabled: given.state === 'ENABLED',
    defaultVariant: given.defaultVariant,
    rules,
  };
}

function readRules(
  logic: Logic,
  flag: Served,
  path: string,
): ImportedFlag['rules'] {
  if (typeof logic === 'object' && logic && Object.keys(logic).length === 0) {
    return [];
  }
  if (typeof logic !== 'object' || operation(logic, path)[0] !== 'if') {
    return [{ conditions: [], serve: readServe(logic, flag, path) }];
  }
  const [, branches] = operation(logic, path);
  const rules: ImportedFlag['rules'] = [];
  for (let i = 0; i < branches.length; i += 2) {
    const last = i === branches.length - 1;
    if (last) {
      const rest = branches[i] ?? null;
      // An `else` of null is the default variant.
      if (rest !== null)
        rules.push(...readRules(rest, flag, `${path}/if/${i}`));
    } else {
      rules.push({
        conditions: readRuleConditions(branches[i]!, `${path}/if/${i}`),
        serve: readServe(branches[i + 1]!, flag, `${path}/if/${i + 1}`),
      });
    }
  }
  return rules;
}

function readRuleConditions(logic: Logic, path: string): Condition[] {
  const conditions = readConditions(logic, path);
  if (conditions.length > MAX_CONDITIONS) {
    throw new ImportError(
      path,
      `${conditions.length} conditions; ${MAX_CONDITIONS} are possible`,
    );
  }
  return conditions;
}

import type { ChangeHandler } from '@togglemaster/changes';
import { z } from 'zod';
import { newRule, ruleUpdate, type StoredRule } from './StoredRule.ts';
import type { RuleWriter } from './RuleWriter.ts';

const one = z.object({ id: z.uuid() });
const updatePayload = one.extend({ change: ruleUpdate });

export type RuleChanges = {
  create: ChangeHandler<typeof newRule, StoredRule>;
  update: ChangeHandler<typeof updatePayload, StoredRule>;
  remove: ChangeHandler<typeof one, void>;
};

/** The changes of rules; each may wait for a time or an approval. */
export function ruleChanges(writer: RuleWriter): RuleChanges {
  return {
    create: {
      kind: 'rule.create',
      payload: newRule,
      apply: (tx, payload, act) => writer.create(tx, payload, act),
    },
    update: {
      kind: 'rule.update',
      payload: updatePayload,
      apply: (tx, { id, change }, act) => writer.update(tx, id, change, act),
    },
    remove: {
      kind: 'rule.delete',
      payload: one,
      apply: (tx, { id }, act) => writer.remove(tx, id, act),
    },
  };
}

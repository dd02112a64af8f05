import type { ChangeHandler } from '@togglemaster/changes';
import { slug } from '@togglemaster/rules';
import { z } from 'zod';
import { flagUpdate, settingsUpdate, type Flag } from './Flag.ts';
import type { FlagWriter } from './FlagWriter.ts';

const one = z.object({ id: z.uuid() });
export const updatePayload = one.extend({ change: flagUpdate });
const settingsPayload = one.extend({
  environment: slug,
  change: settingsUpdate,
});

export type FlagChanges = {
  update: ChangeHandler<typeof updatePayload, Flag>;
  settings: ChangeHandler<typeof settingsPayload, Flag>;
  remove: ChangeHandler<typeof one, void>;
};

/** The changes of flags that may wait for a time or an approval. */
export function flagChanges(writer: FlagWriter): FlagChanges {
  return {
    update: {
      kind: 'flag.update',
      payload: updatePayload,
      apply: (tx, { id, change }, act) => writer.update(tx, id, change, act),
    },
    settings: {
      kind: 'flag.settings',
      payload: settingsPayload,
      apply: (tx, { id, environment, change }, act) =>
        writer.updateSettings(tx, id, environment, change, act),
    },
    remove: {
      kind: 'flag.delete',
      payload: one,
      apply: (tx, { id }, act) => writer.remove(tx, id, act),
    },
  };
}

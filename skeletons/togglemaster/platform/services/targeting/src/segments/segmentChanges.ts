import {
  touch,
  type Act,
  type Audit,
  type ChangeHandler,
} from '@togglemaster/changes';
import { problems, type Queryable } from '@togglemaster/kit';
import { segment, slug, type Segment } from '@togglemaster/rules';
import { segmentEntry } from '@togglemaster/snapshots';
import { z } from 'zod';
import { place, type Place } from '../Place.ts';
import { SegmentStore } from './SegmentStore.ts';

const putPayload = z.object({ place, segment });
const removePayload = z.object({ place, key: slug });

export type SegmentChanges = {
  put: ChangeHandler<typeof putPayload, Segment>;
  remove: ChangeHandler<typeof removePayload, void>;
};

/** The changes of segments; each may wait for a time or an approval. */
export function segmentChanges(audit: Audit): SegmentChanges {
  const store = new SegmentStore();
  const done = async (
    tx: Queryable,
    act: Act,
    at: Place,
    action: string,
    before: Segment | undefined,
    after: Segment | undefined,
  ) => {
    const { key } = (after ?? before)!;
    await touch(tx, at, [segmentEntry(key)]);
    await audit.record(tx, act, {
      action,
      ...at,
      subject: `segment:${key}`,
      before,
      after,
    });
  };

  return {
    put: {
      kind: 'segment.put',
      payload: putPayload,
      apply: async (tx, { place: at, segment: given }, act) => {
        const before = await store.put(tx, at, given, act.at);
        const action = before ? 'segment.updated' : 'segment.created';
        await done(tx, act, at, action, before, given);
        return given;
      },
    },
    remove: {
      kind: 'segment.delete',
      payload: removePayload,
      apply: async (tx, { place: at, key }, act) => {
        const users = await store.usedBy(tx, at, key);
        if (users.length > 0) {
          throw problems.conflict(
            `Rules of ${users.join(', ')} ask for the segment ${key}: change them first`,
          );
        }
        const before = await store.remove(tx, at, key);
        if (!before) throw problems.notFound(`No segment ${key}`);
        await done(tx, act, at, 'segment.deleted', before, undefined);
      },
    },
  };
}

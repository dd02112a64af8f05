import { join } from 'node:path';
import { PortalError } from '../portal/PortalError';
import type { EventBatch, EventBatchResponse } from '../protocol';
import { TempFolder, tempFolder } from '../testing/tempFolder';
import { EventSender } from './EventSender';
import { Spool } from './Spool';

type Send = (batch: EventBatch) => Promise<EventBatchResponse>;

describe('EventSender', () => {
  let folder: TempFolder;
  let spool: Spool;
  const senders: EventSender[] = [];

  beforeEach(async () => {
    folder = await tempFolder();
    spool = new Spool(join(folder.path, 'events.ndjson'));
  });
  afterEach(async () => {
    senders.splice(0).forEach(sender => sender.stop());
    await folder.remove();
  });

  function append(count: number) {
    for (let n = 0; n < count; n++) {
      spool.append({
        seq: spool.lastSeq + 1,
        time: '2026-01-01T00:00:00.000Z',
        type: 'log',
        source: 'runner',
        level: 'info',
        message: 'x',
      });
    }
  }

  function aSender(send: Send, more: object = {}) {
    const calls = { onCancel: jest.fn(), onFenced: jest.fn() };
    const sender = new EventSender({
      spool,
      send,
      intervalMs: 1,
      ...calls,
      ...more,
    });
    senders.push(sender);
    return { sender, ...calls };
  }

  function acceptAll(batches: number[][]): Send {
    return async ({ events }) => {
      batches.push(events.map(({ seq }) => seq));
      return {
        acceptedThrough: events.at(-1)?.seq ?? 0,
        cancelRequested: false,
      };
    };
  }

  it('sends everything in order, in batches of at most 500', async () => {
    const batches: number[][] = [];
    append(1_200);
    const { sender } = aSender(acceptAll(batches));

    await sender.flush();

    expect(batches.map(batch => batch.length)).toEqual([500, 500, 200]);
    expect(batches.flat()).toEqual(
      Array.from({ length: 1_200 }, (_, index) => index + 1),
    );
  });

  it('sends again while the portal is away', async () => {
    const batches: number[][] = [];
    const accept = acceptAll(batches);
    let failures = 2;
    append(2);
    const { sender, onFenced } = aSender(async batch => {
      if (failures-- > 0) {
        throw new PortalError('away', 'gone');
      }
      return accept(batch);
    });

    await sender.flush();

    expect(batches).toEqual([[1, 2]]);
    expect(onFenced).not.toHaveBeenCalled();
  });

  it('goes on from what the portal has, also when that is less than was sent', async () => {
    const batches: number[][] = [];
    append(5);
    const { sender } = aSender(async ({ events }) => {
      batches.push(events.map(({ seq }) => seq));
      const acceptedThrough = batches.length === 1 ? 2 : events.at(-1)!.seq;
      return { acceptedThrough, cancelRequested: false };
    });

    await sender.flush();

    expect(batches).toEqual([
      [1, 2, 3, 4, 5],
      [3, 4, 5],
    ]);
  });

  it('does not overtake itself', async () => {
    const batches: number[][] = [];
    append(1);
    const { sender } = aSender(acceptAll(batches));

    const first = sender.flush();
    append(1);
    await Promise.all([first, sender.flush()]);

    expect(batches.flat()).toEqual([1, 2]);
  });

  it('says that it lives when there is nothing to send', async () => {
    const beat = new Promise<EventBatch>(resolve => {
      const { sender } = aSender(
        async batch => {
          resolve(batch);
          return { acceptedThrough: 0, cancelRequested: false };
        },
        { heartbeatMs: 3 },
      );
      sender.start();
    });

    expect(await beat).toEqual({ events: [] });
  });

  it('hands on that somebody wants the run canceled', async () => {
    append(1);
    const { sender, onCancel } = aSender(async () => ({
      acceptedThrough: 1,
      cancelRequested: true,
    }));

    await sender.flush();

    expect(onCancel).toHaveBeenCalled();
  });

  it.each(['fenced', 'unauthorized'] as const)(
    'gives up and says so when the portal answers %s',
    async kind => {
      append(1);
      const { sender, onFenced } = aSender(async () => {
        throw new PortalError(kind, 'no');
      });

      await sender.flush();

      expect(onFenced).toHaveBeenCalledTimes(1);
      expect(sender.refused).toMatchObject({ kind });
    },
  );

  it('leaves out an event that the portal does not take, and no other', async () => {
    const taken: [number, string][] = [];
    append(5);
    const { sender, onFenced } = aSender(async ({ events }) => {
      const lines = events.map(event =>
        event.type === 'log' ? event.message : '',
      );
      if (events.some(({ seq }, at) => seq === 3 && lines[at] === 'x')) {
        throw new PortalError('refused', 'too large', { status: 413 });
      }
      events.forEach(({ seq }, at) => taken.push([seq, lines[at]]));
      return { acceptedThrough: events.at(-1)!.seq, cancelRequested: false };
    });

    await sender.flush();

    expect(taken).toEqual([
      [1, 'x'],
      [2, 'x'],
      [3, 'The portal did not take an event (log): too large'],
      [4, 'x'],
      [5, 'x'],
    ]);
    expect(onFenced).not.toHaveBeenCalled();
    expect(sender.refused).toBeUndefined();
  });

  it('lets the run go on when the portal understands nothing at all', async () => {
    append(2);
    const { sender, onFenced } = aSender(async () => {
      throw new PortalError('refused', 'bad');
    });

    await sender.flush();

    expect(onFenced).not.toHaveBeenCalled();
    expect(sender.refused).toMatchObject({ kind: 'refused' });
  });

  it('ends a flush that waits for the portal when it is stopped', async () => {
    append(1);
    const { sender } = aSender(async () => {
      throw new PortalError('away', 'gone');
    });

    const flush = sender.flush();
    sender.stop();

    await expect(flush).resolves.toBeUndefined();
  });
});

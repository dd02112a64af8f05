import { ResponseError } from '@backstage/errors';
import { followWithReconnect } from './followWithReconnect';

type Event = { seq: number };

async function refusal(status: number): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response('{}', { status }) as Response & { ok: false },
  );
}

/** Each connection is what it sends before it breaks off with its error, or ends without one. */
function connections(...scripts: Array<{ seqs: number[]; error?: unknown }>) {
  const asked: number[] = [];
  const connect = async function* connect(after: number) {
    asked.push(after);
    const script = scripts.shift() ?? { seqs: [], error: new Error('gone') };
    yield* script.seqs.map(seq => ({ seq }));
    if (script.error) {
      throw script.error;
    }
  };
  return { connect, asked };
}

async function collect(events: AsyncIterable<Event>): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq } of events) {
    seqs.push(seq);
  }
  return seqs;
}

describe('followWithReconnect', () => {
  it('goes on from the last event after a broken connection, each event once', async () => {
    const { connect, asked } = connections(
      { seqs: [3, 4], error: new Error('broke off') },
      { seqs: [], error: await refusal(503) },
      { seqs: [4, 5] },
    );

    const seqs = await collect(
      followWithReconnect(connect, { after: 2, delay: 1 }),
    );

    expect(seqs).toEqual([3, 4, 5]);
    expect(asked).toEqual([2, 4, 4]);
  });

  it('does not try again when it is refused', async () => {
    const { connect, asked } = connections({
      seqs: [],
      error: await refusal(404),
    });

    const following = collect(followWithReconnect(connect, { delay: 1 }));

    await expect(following).rejects.toThrow(/404/);
    expect(asked).toEqual([0]);
  });

  it('gives up after a number of failures in a row', async () => {
    const { connect, asked } = connections();

    const following = collect(
      followWithReconnect(connect, { delay: 1, attempts: 3 }),
    );

    await expect(following).rejects.toThrow('gone');
    expect(asked).toHaveLength(3);
  });

  it('ends its wait when the signal aborts', async () => {
    const { connect } = connections();
    const controller = new AbortController();

    const following = collect(
      followWithReconnect(connect, {
        delay: 60_000,
        signal: controller.signal,
      }),
    );
    setImmediate(() => controller.abort());

    await expect(following).rejects.toThrow(/abort/);
  });
});

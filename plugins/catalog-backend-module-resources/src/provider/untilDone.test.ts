import { untilDone } from './untilDone';

describe('untilDone', () => {
  it('tries again with growing waits until it works', async () => {
    const failures = [new Error('one'), new Error('two'), new Error('three')];
    const delays: number[] = [];

    await untilDone(
      async () => {
        const failure = failures.shift();
        if (failure) {
          throw failure;
        }
      },
      {
        signal: new AbortController().signal,
        onFailure: (_, delay) => delays.push(delay),
        delay: 1,
        maxDelay: 2,
      },
    );

    expect(delays).toEqual([1, 2, 2]);
  });

  it('ends its wait when it is told to', async () => {
    const stopping = new AbortController();
    const told: string[] = [];

    await untilDone(() => Promise.reject(new Error('away')), {
      signal: stopping.signal,
      onFailure: error => {
        told.push((error as Error).message);
        setImmediate(() => stopping.abort());
      },
      delay: 60_000,
    });

    expect(told).toEqual(['away']);
  });
});

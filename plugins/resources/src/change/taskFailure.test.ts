import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { taskFailure } from './taskFailure';

describe('taskFailure', () => {
  const stream = (...events: Array<Partial<LogEvent>>) => ({
    streamLogs: () =>
      ({
        subscribe: (observer: { next: (event: LogEvent) => void }) => {
          const subscription = { unsubscribe: () => {}, closed: false };
          Promise.resolve().then(() =>
            events.forEach(event => observer.next(event as LogEvent)),
          );
          return subscription;
        },
      } as never),
  });

  it('is the error that a task ended with', async () => {
    const failure = await taskFailure(
      stream(
        { type: 'log', body: { message: 'One' } },
        {
          type: 'completion',
          body: {
            message: 'Failed',
            error: { name: 'InputError', message: "owner: is 'a'" },
          } as LogEvent['body'],
        },
      ),
      'task',
    );

    expect(failure.message).toBe("owner: is 'a'");
  });

  it('is none for a task that ended well', async () => {
    const failure = taskFailure(
      stream({ type: 'completion', body: { message: 'Done' } }),
      'task',
    );

    await expect(
      Promise.race([
        failure,
        new Promise(done => setTimeout(done, 20, 'none')),
      ]),
    ).resolves.toBe('none');
  });
});

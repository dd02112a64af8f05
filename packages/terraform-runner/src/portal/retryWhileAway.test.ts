import { PortalError } from './PortalError';
import { retryWhileAway } from './retryWhileAway';

const never = new AbortController().signal;

describe('retryWhileAway', () => {
  it('tries until the portal answers', async () => {
    let tries = 0;

    const answer = await retryWhileAway(async () => {
      tries += 1;
      if (tries < 3) {
        throw new PortalError('away', 'gone');
      }
      return 'here';
    }, never);

    expect([answer, tries]).toEqual(['here', 3]);
  });

  it.each(['fenced', 'unauthorized', 'refused'] as const)(
    'does not try again after %s',
    async kind => {
      const call = jest.fn().mockRejectedValue(new PortalError(kind, 'no'));

      await expect(retryWhileAway(call, never)).rejects.toMatchObject({ kind });

      expect(call).toHaveBeenCalledTimes(1);
    },
  );

  it('ends with the reason of an abort, also while it waits', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const call = jest.fn().mockImplementation(async () => {
      setImmediate(() => controller.abort(reason));
      throw new PortalError('away', 'gone');
    });

    await expect(retryWhileAway(call, controller.signal)).rejects.toBe(reason);
    await expect(retryWhileAway(call, controller.signal)).rejects.toBe(reason);
    expect(call).toHaveBeenCalledTimes(1);
  });
});

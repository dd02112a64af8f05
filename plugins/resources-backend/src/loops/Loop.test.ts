import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '../testing/eventually';
import { Loop } from './Loop';

describe('Loop', () => {
  it('does a round at once and one more for each wake, however long its interval', async () => {
    let rounds = 0;
    const loop = new Loop({
      name: 'loop',
      interval: 600_000,
      logger: mockServices.logger.mock(),
      round: async () => {
        rounds += 1;
      },
    });

    loop.start();
    await eventually(async () => expect(rounds).toBe(1));
    loop.wake();
    await eventually(async () => expect(rounds).toBe(2));
    await loop.stop();
    loop.wake();

    expect(rounds).toBe(2);
  });

  it('keeps a wake that comes in the middle of a round', async () => {
    let rounds = 0;
    const loop: Loop = new Loop({
      name: 'loop',
      interval: 600_000,
      logger: mockServices.logger.mock(),
      round: async () => {
        rounds += 1;
        if (rounds === 1) loop.wake();
      },
    });

    loop.start();
    await eventually(async () => expect(rounds).toBe(2));
    await loop.stop();
  });

  it('goes on after a round that failed, and logs it', async () => {
    const logger = mockServices.logger.mock();
    let rounds = 0;
    const loop = new Loop({
      name: 'sweeper',
      interval: 1,
      logger,
      round: async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('no database');
      },
    });

    loop.start();
    await eventually(async () => expect(rounds).toBeGreaterThan(1));
    await loop.stop();

    expect(logger.error).toHaveBeenCalledWith(
      'The sweeper failed, and tries again',
      expect.objectContaining({ message: 'no database' }),
    );
  });
});

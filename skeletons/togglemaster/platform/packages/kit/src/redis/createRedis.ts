import { Redis } from 'ioredis';

const MAX_WAIT_MS = 2_000;

/**
 * A connection that comes back by itself. Commands fail at once while Redis is
 * away: whoever needs one tries again, nothing piles up.
 */
export function createRedis(url: string, onError: (error: Error) => void) {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
    commandTimeout: 5_000,
    retryStrategy: attempt => Math.min(50 * 2 ** attempt, MAX_WAIT_MS),
  });
  redis.on('error', onError);
  // The first failure is reported above like any later one.
  redis.connect().catch(() => undefined);
  return redis;
}

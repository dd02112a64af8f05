import type { Platform } from '@togglemaster/local';

/** Does something while a store is away, and brings the store back. */
export async function withoutStore<T>(
  platform: Platform,
  store: string,
  work: () => Promise<T>,
): Promise<T> {
  await takeAway(platform, store);
  try {
    return await work();
  } finally {
    await bringBack(platform, store);
  }
}

async function takeAway(platform: Platform, store: string) {
  if (store === 'postgres') await platform.postgres.stop();
  else if (store === 'redis') await platform.redis.kill();
  // SQS and DynamoDB are one process, and hang both: a connection is taken, and no answer comes.
  else process.kill(platform.aws.pid, 'SIGSTOP');
}

async function bringBack(platform: Platform, store: string) {
  if (store === 'postgres') await platform.startPostgresAgain();
  else if (store === 'redis') await platform.startRedisAgain();
  else process.kill(platform.aws.pid, 'SIGCONT');
}

import { createRedis } from '@togglemaster/kit';
import {
  makeKey,
  newSecrets,
  Platform,
  signInAdmin,
} from '@togglemaster/local';
import type { FlagState } from '@togglemaster/rules';
import { SnapshotWriter } from '@togglemaster/snapshots';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  cpuPerRequest,
  residentMegabytes,
  type Target,
} from './bench/measure.ts';

/** CPU a request of evaluation, as a ratio to a bare node:http GET. */
const ROUNDS = 4;
const REQUESTS = 15_000;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'togglemaster-bench-'));
const secrets = newSecrets();
const platform = await Platform.start({
  folder,
  tools: here('../.togglemaster/tools'),
  secrets,
});
const bare = fork(here('bench/bareServer.ts'));
try {
  const [{ address }] = (await once(bare, 'message')) as [{ address: string }];
  const admin = await signInAdmin(platform, secrets);
  const redis = createRedis(platform.redisUrl, () => undefined);
  await once(redis, 'ready');
  const keys = new Map<number, string>();
  for (const size of [10, 10_000]) {
    const place = { project: 'bench', environment: `flags-${size}` };
    keys.set(size, await makeKey(platform, admin, place));
    await new SnapshotWriter(redis, 'flags').replace(place, 1, flags(size));
  }
  redis.disconnect();
  await sleep(2_000);

  const { pid } = platform.service('evaluation');
  const ofrep = `${platform.urls.evaluation}/ofrep/v1/evaluate/flags`;
  const post = (size: number, url: string): Target => ({
    url,
    method: 'POST',
    pid,
    headers: {
      'content-type': 'application/json',
      'x-api-key': keys.get(size)!,
    },
    body: JSON.stringify({
      context: { targetingKey: 'user-123', country: 'BR', plan: 'pro' },
    }),
  });
  const targets: Record<string, Target> = {
    'bare node:http GET': { url: address, method: 'GET', pid: bare.pid! },
    'single, 10 flags': post(10, `${ofrep}/flag-5`),
    'single, 10,000 flags': post(10_000, `${ofrep}/flag-5000`),
    'bulk of 10': post(10, ofrep),
  };
  for (const target of Object.values(targets)) {
    await cpuPerRequest(target, REQUESTS);
  }
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    // Interleaved, so that what else the machine does hits all alike.
    for (const [name, target] of Object.entries(targets)) {
      const us = await cpuPerRequest(target, REQUESTS);
      best.set(name, Math.min(us, best.get(name) ?? Infinity));
    }
  }
  const base = best.get('bare node:http GET')!;
  for (const [name, us] of best) {
    console.log(
      `${name.padEnd(22)} ${us.toFixed(0).padStart(5)} µs  ${(us / base).toFixed(2)}`,
    );
  }
  const memory = await residentMegabytes(pid);
  console.log(`memory with 10,000 flags: ${memory.toFixed(0)} MB`);
} finally {
  bare.disconnect();
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
}

function flags(count: number): Map<string, string> {
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const state: FlagState = {
        key: `flag-${i}`,
        type: 'boolean',
        variants: { on: true, off: false },
        enabled: true,
        defaultVariant: 'on',
        offVariant: 'off',
        prerequisites: [],
      };
      return [state.key, JSON.stringify(state)];
    }),
  );
}

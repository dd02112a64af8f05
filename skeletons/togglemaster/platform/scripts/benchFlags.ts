import { createRedis } from '@togglemaster/kit';
import {
  LocalError,
  makeKey,
  newSecrets,
  Platform,
  seed,
  signInAdmin,
} from '@togglemaster/local';
import type { FlagState, Rule } from '@togglemaster/rules';
import { rulesEntry, SnapshotWriter } from '@togglemaster/snapshots';
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { changeDelays, percentile } from './bench/changeDelays.ts';
import { keepOn, twoCores } from './bench/cores.ts';
import { report, type Figure } from './bench/report.ts';
import {
  cpuPerRequest,
  residentMegabytes,
  type Target,
} from './bench/measure.ts';
import { startUnleash } from './bench/startUnleash.ts';

/**
 * What a request of evaluation costs, as it goes to production: built, with key check, counting and a sample of single
 * events. CPU as a ratio to a bare node:http GET; medians of one run, in many short rounds, so that what else the machine
 * does hits all alike. The client and the servers have a core each: on one core they drive each other out of its caches,
 * which makes a server the dearer the more it does.
 */
const ROUNDS = 60;
const REQUESTS = 2_500;
const UNLEASH_REQUESTS = 250;
const WARM_UP = 6;
const FLAGS = 10;
const MANY_FLAGS = 10_000;
const CHANGES = 200;
/** What Node takes for old objects in a pod of 384Mi; on a machine with more it collects them later. */
const HEAP_MB = 256;
const withoutUnleash = process.argv.includes('--without-unleash');
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

await promisify(execFile)(process.execPath, [here('build.ts'), 'evaluation']);
const folder = await mkdtemp(join(tmpdir(), 'togglemaster-bench-'));
const tools = here('../.togglemaster/tools');
const secrets = newSecrets();
const platform = await Platform.start({
  folder,
  tools,
  secrets,
  programs: { evaluation: here('../dist/evaluation/app/main.js') },
  env: { evaluation: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` } },
});
const bare = fork(here('bench/bareServer.ts'));
const open: { stop(): Promise<unknown> }[] = [];
try {
  const [{ address }] = (await once(bare, 'message')) as [{ address: string }];
  const admin = await signInAdmin(platform, secrets);
  await seed(platform, admin);
  const redis = createRedis(platform.redisUrl, () => undefined);
  await once(redis, 'ready');
  const keys = new Map<number, string>();
  for (const size of [FLAGS, MANY_FLAGS]) {
    const place = { project: 'bench', environment: `flags-${size}` };
    keys.set(size, await makeKey(platform, admin, place));
    await new SnapshotWriter(redis, 'flags').replace(place, 1, flags(size));
  }
  const ruled = { project: 'bench', environment: 'ruled' };
  const ruledKey = await makeKey(platform, admin, ruled);
  await new SnapshotWriter(redis, 'flags').replace(ruled, 1, flags(FLAGS));
  await new SnapshotWriter(redis, 'targeting').replace(ruled, 1, rules(FLAGS));
  redis.disconnect();
  await sleep(2_000);

  const { pid } = platform.service('evaluation');
  const ofrep = `${platform.urls.evaluation}/ofrep/v1/evaluate/flags`;
  const context = { targetingKey: 'user-123', country: 'BR', plan: 'pro' };
  const post = (key: string, url: string): Target => ({
    url,
    method: 'POST',
    pid,
    headers: {
      'content-type': 'application/json',
      'x-api-key': key,
    },
    body: JSON.stringify({ context }),
  });
  const targets = {
    bare: { url: address, method: 'GET', pid: bare.pid! } as Target,
    one: post(keys.get(FLAGS)!, `${ofrep}/flag-5`),
    oneOfMany: post(keys.get(MANY_FLAGS)!, `${ofrep}/flag-5000`),
    all: post(keys.get(FLAGS)!, ofrep),
    allRuled: post(ruledKey, ofrep),
    // As Unleash is asked: by GET, with the context in the query.
    allByGet: {
      url: `${platform.urls.evaluation}/evaluate/bulk?context=${encodeURIComponent(JSON.stringify(context))}`,
      method: 'GET',
      pid,
      headers: { 'x-api-key': keys.get(FLAGS)! },
    } as Target,
  };
  type Name = keyof typeof targets | 'unleash';
  const runs: { name: Name; target: Target; requests: number }[] =
    Object.entries(targets).map(([name, target]) => ({
      name: name as Name,
      target,
      requests: REQUESTS,
    }));
  if (!withoutUnleash) {
    const url = await platform.postgres.database('unleash');
    const unleash = await startUnleash({
      tools,
      databaseUrl: url,
      folder,
      flags: FLAGS,
    });
    open.push(unleash);
    const { target } = unleash;
    runs.push({ name: 'unleash', target, requests: UNLEASH_REQUESTS });
  }

  const cores = await twoCores();
  if (cores) {
    await keepOn(cores.client, process.pid);
    for (const { target } of runs) await keepOn(cores.servers, target.pid);
  } else {
    console.log('Client and servers share their cores: all ratios are larger.');
  }
  for (const { target, requests } of runs)
    await cpuPerRequest(target, WARM_UP * requests);
  const samples = new Map<Name, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, target, requests } of runs) {
      const us = await cpuPerRequest(target, requests);
      samples.set(name, [...(samples.get(name) ?? []), us]);
    }
  }
  const us = (name: Name) => percentile(samples.get(name)!, 50);
  const per = (a: Name, b: Name) => us(a) / us(b);
  const memory = await residentMegabytes(pid);
  const delays = await changeDelays({ platform, admin, changes: CHANGES });

  const figures: Figure[] = [
    { name: 'bare node:http GET', micros: us('bare') },
    ratio('one flag of 10', 'one', 2.0),
    ratio('one flag of 10,000', 'oneOfMany'),
    ratio('all of 10 flags at once', 'all', 2.5),
    ratio('all of 10 flags with a rule each', 'allRuled'),
    ratio('all of 10 flags at once, by GET', 'allByGet'),
    {
      name: 'one of 10,000 / one of 10',
      value: per('oneOfMany', 'one'),
      atMost: 1.1,
    },
    ...(withoutUnleash
      ? []
      : [
          ratio('unleash-server /api/frontend, 10 flags', 'unleash'),
          {
            name: 'unleash-server / all of 10 flags at once',
            value: per('unleash', 'all'),
            atLeast: 10,
          },
          {
            name: 'unleash-server / all of 10 flags at once, by GET',
            value: per('unleash', 'allByGet'),
          },
        ]),
    {
      name: 'a change to its first answer, 50th percentile, ms',
      value: percentile(delays, 50),
    },
    {
      name: 'the same, 99th percentile, ms',
      value: percentile(delays, 99),
      atMost: 1000,
    },
    {
      name: 'resident memory with 10,000 flags, MB',
      value: memory,
      atMost: 200,
    },
  ];
  console.log(report(figures));

  function ratio(name: string, of: Name, atMost?: number): Figure {
    return { name, micros: us(of), value: per(of, 'bare'), atMost };
  }
} catch (error) {
  if (!(error instanceof LocalError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  bare.disconnect();
  await Promise.all(open.map(one => one.stop()));
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

function rules(count: number): Map<string, string> {
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const rule: Rule = {
        id: `rule-${i}`,
        name: 'Who pays',
        flag: `flag-${i}`,
        position: 0,
        enabled: true,
        conditions: [{ attribute: 'plan', op: 'equals', value: 'pro' }],
        serve: { variant: 'off' },
      };
      return [rulesEntry(rule.flag), JSON.stringify([rule])];
    }),
  );
}

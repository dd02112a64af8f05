import {
  ApiClient,
  makeKey,
  type Json,
  type Platform,
} from '@togglemaster/local';
import { setTimeout as sleep } from 'node:timers/promises';
import { Load } from '../../tests/support/Load.ts';

const LOST_MS = 10_000;

/**
 * Turns a flag from one variant to another, again and again while evaluation is under load, and asks evaluation until
 * it has it.
 *
 * @returns milliseconds from the beginning of each change to the first answer with it
 */
export async function changeDelays(options: {
  platform: Platform;
  admin: ApiClient;
  changes: number;
}): Promise<number[]> {
  const { platform, admin, changes } = options;
  const { urls } = platform;
  const key = await makeKey(platform, admin);
  const api = new ApiClient({ 'x-api-key': key });
  let flag: Json = await admin.must('POST', `${urls.flag}/flags`, {
    project: 'demo',
    key: 'bench-change',
    type: 'number',
    variants: { one: 1, two: 2 },
    defaultVariant: 'one',
    offVariant: 'one',
  });
  const load = new Load({
    url: urls.evaluation,
    key,
    flag: 'bench-change',
    pauseMs: 1,
  });
  const delays: number[] = [];
  try {
    for (let n = 0; n < changes; n++) {
      const value = n % 2 === 0 ? 2 : 1;
      const begun = performance.now();
      flag = await admin.must(
        'PUT',
        `${urls.flag}/flags/${flag.id}/environments/dev`,
        {
          ...flag.environments.dev,
          enabled: true,
          defaultVariant: value === 2 ? 'two' : 'one',
        },
      );
      for (;;) {
        const { body } = await api.call('POST', `${urls.evaluation}/evaluate`, {
          flag: 'bench-change',
          context: {},
        });
        const elapsed = performance.now() - begun;
        if (body?.value === value) {
          delays.push(elapsed);
          break;
        }
        if (elapsed > LOST_MS) {
          throw new Error(`Change ${n} was not seen within ${LOST_MS} ms`);
        }
      }
      // Not in step with anything that goes round.
      await sleep(5 + (n % 20));
    }
  } finally {
    await load.stop();
  }
  return delays;
}

/** The smallest of the values that so many percent of them do not exceed. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]!;
}

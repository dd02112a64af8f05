import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { LocalError } from '../../progress/LocalError';
import { need, type StartContext } from '../StartContext';

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

const POLL_MS = 300;
const DEADLINE_MS = 90_000;

/**
 * The portal is ready before its catalog has read users and templates, and a token keeps the groups that its
 * user had when it was made.
 *
 * @throws LocalError when the catalog stays without them.
 */
export async function waitForCatalog(context: StartContext): Promise<void> {
  // The last of the seeded entities that a first visitor needs: who signs in before them belongs to no team.
  const seeded = [
    `user/default/${need(context, 'visitor').name}`,
    'template/default/s3-bucket',
  ];
  const address = `http://127.0.0.1:${need(context, 'ports').portal}`;
  for (let waited = 0; waited < DEADLINE_MS; waited += POLL_MS) {
    if (await isSeeded(address, seeded)) return;
    await sleep(POLL_MS);
  }
  throw new LocalError(
    `The catalog has no ${seeded.join(' or ')} after ${DEADLINE_MS / 1000} s`,
    'Look for errors of the catalog in logs/portal.log; catalog/ and templates/ have the files.',
  );
}

async function isSeeded(address: string, seeded: string[]): Promise<boolean> {
  const session = await fetch(`${address}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!session.ok) return false;
  const { backstageIdentity } = sessionSchema.parse(await session.json());
  const answers = await Promise.all(
    seeded.map(name =>
      fetch(`${address}/api/catalog/entities/by-name/${name}`, {
        headers: { authorization: `Bearer ${backstageIdentity.token}` },
      }),
    ),
  );
  return answers.every(({ ok }) => ok);
}

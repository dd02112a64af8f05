import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { logIn, LogInError } from '../../login/logIn';
import { LocalError } from '../../progress/LocalError';
import { need, type StartContext } from '../StartContext';

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** The last of the seeded templates that a first visitor needs. */
const TEMPLATE = 'template/default/s3-bucket';
const POLL_MS = 500;
const DEADLINE_MS = 90_000;

/**
 * The portal is ready before its catalog has read users and templates, and a token keeps the groups that its
 * user had when it was made. So somebody logs in, and looks for a template.
 *
 * @throws LocalError when the catalog stays without them.
 */
export async function waitForCatalog(context: StartContext): Promise<void> {
  // Nobody here has a password for an identity provider of one's own.
  if (!context.visitor && !context.cognito) return;
  let token: string | undefined;
  for (let waited = 0; waited < DEADLINE_MS; waited += POLL_MS) {
    token ??= await enter(context);
    if (token && (await isSeeded(context, token))) return;
    await sleep(POLL_MS);
  }
  throw new LocalError(
    `The catalog has no ${token ? TEMPLATE : 'users'} after ${
      DEADLINE_MS / 1000
    } s`,
    'Look for errors of the catalog in logs/portal.log; catalog/ and templates/ have the files.',
  );
}

/** @returns nothing while the catalog does not know whom it asks for */
async function enter(context: StartContext): Promise<string | undefined> {
  const { visitor, cognito, people } = context;
  const ports = need(context, 'ports');
  const backendUrl = `http://localhost:${ports.portal}`;
  if (visitor) return enterAsGuest(backendUrl);
  const appUrl =
    context.mode === 'dev' ? `http://localhost:${ports.app}` : backendUrl;
  const { email, password } = people![0];
  try {
    const { token } = await logIn({
      backendUrl,
      appUrl,
      cognitoUrl: cognito!.url,
      email,
      password,
    });
    return token;
  } catch (error) {
    const isEarly =
      error instanceof LogInError && error.reason.startsWith('unknown-user');
    if (isEarly) return undefined;
    throw new LocalError(
      `The login does not work: ${(error as Error).message}`,
      'Look into logs/portal.log and logs/local-cognito.log.',
      { cause: error },
    );
  }
}

async function enterAsGuest(backendUrl: string): Promise<string | undefined> {
  const session = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  if (!session.ok) return undefined;
  return sessionSchema.parse(await session.json()).backstageIdentity.token;
}

async function isSeeded(context: StartContext, token: string) {
  const { visitor } = context;
  const { portal } = need(context, 'ports');
  // A guest gets in before the catalog knows the user, and belongs to no team then.
  const seeded = [
    TEMPLATE,
    ...(visitor ? [`user/default/${visitor.name}`] : []),
  ];
  const answers = await Promise.all(
    seeded.map(name =>
      fetch(`http://localhost:${portal}/api/catalog/entities/by-name/${name}`, {
        headers: { authorization: `Bearer ${token}` },
      }),
    ),
  );
  return answers.every(({ ok }) => ok);
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { seedPeople } from '../../cognito/seedPeople';
import { startLocalCognito } from '../../cognito/startLocalCognito';
import { LocalError } from '../../progress/LocalError';
import { onFreePort } from '../../system/onFreePort';
import { movePort } from '../movePort';
import { need, type StartContext } from '../StartContext';

/** People and passwords are of one start, as AWS and inventory are: what the screen shows is always right. */
export async function startCognito(context: StartContext): Promise<void> {
  const { visitor, mode, root, runDir, shutdown } = context;
  const { login, peopleFiles } = need(context, 'settings');
  if (visitor || login === 'own') return;
  const ports = need(context, 'ports');
  const dataDir = join(runDir, 'cognito');
  await context.cognito?.stop();
  await rm(dataDir, { recursive: true, force: true });
  const app = `http://localhost:${mode === 'dev' ? ports.app : ports.portal}`;
  const cognito = await onFreePort(ports.cognito, port =>
    startLocalCognito({
      dataDir,
      port,
      callbackUrls: [
        `http://localhost:${ports.portal}/api/auth/oidc/handler/frame`,
      ],
      logoutUrls: [app],
      logFile: join(runDir, 'logs', 'local-cognito.log'),
    }),
  );
  movePort(context, 'cognito', Number(new URL(cognito.url).port));
  shutdown.add('the local Cognito', () => cognito.stop());
  context.cognito = cognito;
  try {
    context.people = await seedPeople({ cognito, root, files: peopleFiles });
  } catch (error) {
    throw new LocalError(
      `Nobody could be given a login: ${(error as Error).message}`,
      `Correct ${peopleFiles.join(' or ')}.`,
      { cause: error },
    );
  }
}

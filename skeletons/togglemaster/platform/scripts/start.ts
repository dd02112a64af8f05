import {
  addedServices,
  ADMIN_EMAIL,
  CORE_SERVICES,
  keptSecrets,
  LocalError,
  makeKey,
  Platform,
  PROJECT,
  seed,
  signInAdmin,
} from '@togglemaster/local';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.togglemaster', import.meta.url));
const USUAL_PORT = 8001;
const firstPort = Number(process.env.FIRST_PORT ?? USUAL_PORT);

try {
  const added = await addedServices();
  const ports = Object.fromEntries([
    ...CORE_SERVICES.map((name, i) => [name, firstPort + i]),
    ...added.map(({ name, port }) => [name, firstPort + port - USUAL_PORT]),
  ]);
  await mkdir(folder, { recursive: true });
  const secrets = await keptSecrets(`${folder}/secrets.json`);
  console.log(
    `Starting PostgreSQL, Redis, SQS, DynamoDB and ${CORE_SERVICES.length + added.length} services …`,
  );
  const platform = await Platform.start({
    folder: `${folder}/data`,
    tools: `${folder}/tools`,
    secrets,
    ports,
    // Everything is kept as an event and shows at once: this is for looking.
    env: {
      evaluation: {
        SAMPLE_RATE: '1',
        FLUSH_SECONDS: '2',
        CORS_ORIGINS: '*',
      },
      analytics: { POLL_SECONDS: '2' },
    },
  });
  const stop = async () => {
    console.log('\nStopping …');
    await platform.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  const admin = await signInAdmin(platform, secrets);
  await seed(platform, admin);
  const key = await makeKey(platform, admin);
  console.log(welcome(platform, secrets.adminPassword, key));
  // The services do not keep this process alive.
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof LocalError)) throw error;
  console.error(error.message);
  process.exit(1);
}

function welcome(
  { names, urls }: Platform,
  password: string,
  key: string,
): string {
  const width = Math.max(
    ...names.map(name => name.length),
    'Logs, data'.length,
  );
  const line = (name: string, text: string) =>
    `  ${name.padEnd(width + 2)}${text}`;
  return `
${names.map(name => line(name, `${urls[name]}  (API: ${urls[name]}/openapi.json)`)).join('\n')}

${line('Admin', `${ADMIN_EMAIL}  ${password}`)}
${line('API key', key)}
${line('', `project ${PROJECT}, environment dev`)}
${line('Logs, data', '.togglemaster/data')}

Try it:

  curl -s ${urls.evaluation}/evaluate -H 'X-API-Key: ${key}' \\
    -H 'content-type: application/json' \\
    -d '{"flag": "new-checkout", "context": {"targetingKey": "ana"}}'

Ctrl-C stops everything.`;
}

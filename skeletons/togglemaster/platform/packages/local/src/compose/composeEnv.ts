import type { Secrets } from '../platform/Secrets.ts';

/**
 * The text of .env for Docker Compose: secrets, which a file that is there
 * already keeps, and the Compose files of the platform and of added services.
 */
export function composeEnv(
  secrets: Secrets,
  added: { name: string }[],
  before = '',
): string {
  const kept = Object.fromEntries(
    before
      .split('\n')
      .map(line => /^([A-Z_]+)=(.+)$/.exec(line))
      .flatMap(match => (match ? [[match[1]!, match[2]!]] : [])),
  );
  const settings = {
    POSTGRES_PASSWORD: secrets.postgresPassword,
    SIGNING_KEY_SECRET: secrets.signingKeySecret,
    BOOTSTRAP_SECRET: secrets.bootstrapSecret,
    STREAM_SECRET: secrets.streamSecret,
    ...kept,
    COMPOSE_FILE: [
      'compose.yaml',
      ...added.map(({ name }) => `services/${name}/compose.yaml`),
    ].join(':'),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

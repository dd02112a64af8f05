import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAwsParts, type AwsParts } from '../aws/createAwsParts.ts';
import { startAws, type Aws } from '../aws/startAws.ts';
import { startPostgres, type Postgres } from '../postgres/startPostgres.ts';
import { freePort } from '../process/freePort.ts';
import type { Supervised } from '../process/startSupervised.ts';
import { startRedis } from '../redis/startRedis.ts';
import { addedServices, type AddedService } from './addedServices.ts';
import { CORE_SERVICES, type ByService } from './CoreServiceName.ts';
import type { Secrets } from './Secrets.ts';
import { startService, type ServiceProcess } from './startService.ts';

export type PlatformOptions = {
  /** Data and logs. */
  folder: string;
  /** What is fetched when it is missing. */
  tools: string;
  secrets: Secrets;
  /** Default: free ones. */
  ports?: Record<string, number>;
  /** More settings for services. */
  env?: Record<string, Record<string, string>>;
  /** Files to run instead of a service's sources. */
  programs?: Record<string, string>;
  /** Until an undeleted message comes again. */
  visibilitySeconds?: number;
};

/** All services and everything they need, on this machine. */
export class Platform {
  /** Of all services, the five first. */
  readonly names: string[];
  readonly urls: ByService<string>;
  readonly aws: Aws & AwsParts;
  postgres: Postgres;
  redis: Supervised;
  readonly services = new Map<string, ServiceProcess>();
  readonly #options: PlatformOptions;
  readonly #ports: Record<'postgres' | 'redis', number>;
  readonly #env: Record<string, Record<string, string>>;

  private constructor(given: {
    options: PlatformOptions;
    ports: Record<'postgres' | 'redis', number>;
    postgres: Postgres;
    redis: Supervised;
    aws: Aws & AwsParts;
    urls: ByService<string>;
    env: Record<string, Record<string, string>>;
  }) {
    this.#options = given.options;
    this.names = Object.keys(given.urls);
    this.#ports = given.ports;
    this.postgres = given.postgres;
    this.redis = given.redis;
    this.aws = given.aws;
    this.urls = given.urls;
    this.#env = given.env;
  }

  /** @throws LocalError that says what to do */
  static async start(options: PlatformOptions): Promise<Platform> {
    const { folder, tools, secrets } = options;
    const added = await addedServices();
    await mkdir(folder, { recursive: true });
    const ports = { postgres: await freePort(), redis: await freePort() };
    const { visibilitySeconds } = options;
    const [postgres, redis, aws] = await Promise.all([
      startPostgres({
        folder,
        port: ports.postgres,
        password: secrets.postgresPassword,
      }),
      startRedis({ folder, port: ports.redis, tools }),
      freePort().then(port => startAws({ folder, port, tools })),
    ]);
    const parts = await createAwsParts({
      url: aws.url,
      visibilitySeconds,
      added,
    });
    const urls = await urlsOf(added, options.ports);
    const env = await environmentOf({
      options,
      postgres,
      redisUrl: `redis://127.0.0.1:${ports.redis}`,
      aws: { ...aws, ...parts },
      urls,
      added,
    });
    const platform = new Platform({
      options,
      ports,
      postgres,
      redis,
      aws: { ...aws, ...parts },
      urls,
      env,
    });
    // Each migrates its own database; none needs another one to start.
    await Promise.all(platform.names.map(name => platform.startService(name)));
    return platform;
  }

  async startService(
    name: string,
    env: Record<string, string> = {},
  ): Promise<ServiceProcess> {
    const service = await startService(
      name,
      { ...this.#env[name], ...env },
      join(this.#options.folder, `${name}.log`),
      this.#options.programs?.[name],
    );
    this.services.set(name, service);
    return service;
  }

  get redisUrl(): string {
    return `redis://127.0.0.1:${this.#ports.redis}`;
  }

  service(name: string): ServiceProcess {
    const found = this.services.get(name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  }

  /** On the port that it had. */
  async startRedisAgain(): Promise<void> {
    const { folder, tools } = this.#options;
    this.redis = await startRedis({ folder, tools, port: this.#ports.redis });
  }

  /** On the port that it had, with its data. */
  async startPostgresAgain(): Promise<void> {
    const { folder, secrets } = this.#options;
    this.postgres = await startPostgres({
      folder,
      port: this.#ports.postgres,
      password: secrets.postgresPassword,
    });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.services.values()].map(one => one.stop()));
    await Promise.all([
      this.postgres.stop(),
      this.redis.stop(),
      this.aws.stop(),
    ]);
  }
}

async function urlsOf(added: AddedService[], given?: Record<string, number>) {
  const names = [...CORE_SERVICES, ...added.map(({ name }) => name)];
  const entries = await Promise.all(
    names.map(async name => {
      const port = given?.[name] ?? (await freePort());
      return [name, `http://127.0.0.1:${port}`] as const;
    }),
  );
  return Object.fromEntries(entries) as ByService<string>;
}

async function environmentOf(given: {
  options: PlatformOptions;
  postgres: Postgres;
  redisUrl: string;
  aws: Aws & AwsParts;
  urls: ByService<string>;
  added: AddedService[];
}): Promise<Record<string, Record<string, string>>> {
  const { options, postgres, redisUrl, aws, urls, added } = given;
  const { secrets } = options;
  const own: ByService<Record<string, string>> = {
    auth: {
      DATABASE_URL: await postgres.database('auth'),
      SIGNING_KEY_SECRET: secrets.signingKeySecret,
      BOOTSTRAP_SECRET: secrets.bootstrapSecret,
    },
    flag: {
      DATABASE_URL: await postgres.database('flag'),
      REDIS_URL: redisUrl,
      TARGETING_URL: urls.targeting,
      ANALYTICS_URL: urls.analytics,
    },
    targeting: {
      DATABASE_URL: await postgres.database('targeting'),
      REDIS_URL: redisUrl,
      FLAG_URL: urls.flag,
    },
    evaluation: {
      REDIS_URL: redisUrl,
      QUEUE_URL: aws.queueUrl,
      STREAM_SECRET: secrets.streamSecret,
      ...aws.env,
    },
    analytics: { QUEUE_URL: aws.queueUrl, TABLE_NAME: aws.table, ...aws.env },
  };
  for (const { name, stores } of added) {
    own[name] = {
      ...(stores.includes('postgres')
        ? { DATABASE_URL: await postgres.database(name) }
        : {}),
      ...(stores.includes('redis') ? { REDIS_URL: redisUrl } : {}),
      ...aws.env,
      ...aws.settings[name],
    };
  }
  const entries = Object.entries(urls).map(([name, url]) => [
    name,
    {
      PORT: new URL(url).port,
      AUTH_URL: urls.auth,
      ...own[name],
      ...options.env?.[name],
    },
  ]);
  return Object.fromEntries(entries);
}

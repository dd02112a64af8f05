import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import type { Config } from '@backstage/config';
import { readUsersConfig } from '@terrastage/plugin-catalog-backend-module-cognito/sync';
import { z } from 'zod';
import { LocalError } from '../progress/LocalError';

export type Environment = {
  name: string;
  region: string;
  stateBucket: string;
  stateRegion: string;
};

export type Settings = {
  /** `local`: moto, everything fresh. `real`: AWS itself, the database kept. */
  aws: 'local' | 'real';
  /** Wanted ports on 127.0.0.1; where one is taken, another is chosen. */
  ports: {
    portal: number;
    app: number;
    aws: number;
    cognito: number;
    postgres: number;
  };
  /** `local`: a Cognito of this machine. `own`: auth.providers.oidc is configured. */
  login: 'local' | 'own';
  /** Files with the User and Group entities of the people who may log in. */
  peopleFiles: string[];
  environments: Environment[];
  /** Configuration files in order of rising precedence. */
  configFiles: string[];
};

const port = z.number().int().min(1).max(65535);
const localSchema = z
  .object({
    aws: z.enum(['local', 'real']).optional(),
    ports: z
      .object({
        portal: port.default(7007),
        app: port.default(3000),
        aws: port.default(7008),
        postgres: port.default(7009),
        cognito: port.default(7010),
      })
      .prefault({}),
  })
  .prefault({});

const LOCAL_FILE = 'app-config.local.yaml';

/**
 * What a local start needs to know from app-config.yaml and app-config.local.yaml.
 *
 * @throws LocalError that names the key which is wrong
 */
export async function readSettings(
  root: string,
  extraConfigFiles: string[] = [],
): Promise<Settings> {
  const configFiles = [
    ...['app-config.yaml', LOCAL_FILE]
      .map(name => join(root, name))
      .filter(file => existsSync(file)),
    ...extraConfigFiles,
  ];
  const config = await load(configFiles);
  const parsed = localSchema.safeParse(config.getOptional('terrastage.local'));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LocalError(
      `terrastage.local.${issue.path.join('.')}: ${issue.message}`,
      `Correct it in ${LOCAL_FILE}; packages/local/README.md lists the keys.`,
    );
  }
  const own = configFiles.filter(file => file.endsWith(LOCAL_FILE));
  const namesOwn =
    own.length > 0 && (await load(own)).has('resources.environments');
  return {
    aws: parsed.data.aws ?? (namesOwn ? 'real' : 'local'),
    ports: parsed.data.ports,
    login: config.has('auth.providers.oidc') ? 'own' : 'local',
    peopleFiles: peopleFilesOf(config),
    environments: environmentsOf(config),
    configFiles,
  };
}

async function load(files: string[]): Promise<Config> {
  try {
    return await ConfigSources.toConfig(
      ConfigSources.merge(
        files.map(path => FileConfigSource.create({ path, watch: false })),
      ),
    );
  } catch (error) {
    throw new LocalError(
      `The configuration cannot be read: ${(error as Error).message}`,
      `Correct ${files.join(' or ')}.`,
      { cause: error },
    );
  }
}

function peopleFilesOf(config: Config): string[] {
  try {
    const { files } = readUsersConfig(config);
    return [...files.users, ...files.groups];
  } catch (error) {
    throw new LocalError(
      (error as Error).message,
      'plugins/catalog-backend-module-cognito/README.md lists the keys.',
      { cause: error },
    );
  }
}

function environmentsOf(config: Config): Environment[] {
  const environments = config.getOptionalConfig('resources.environments');
  return (environments?.keys() ?? []).map(name => {
    const one = environments!.getConfig(name);
    const region = one.getString('region');
    return {
      name,
      region,
      stateBucket: one.getString('stateBucket'),
      stateRegion: one.getOptionalString('stateRegion') ?? region,
    };
  });
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { userInfo } from 'node:os';
import { ConfigReader, type Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { InputError } from '@backstage/errors';
import { JsonLineAuditLog } from '../audit';
import { readUsersConfig } from '../config';
import { createTextReader, readDirectory } from '../directory';
import { CognitoUserPool, createCognitoClient } from '../pool';
import type { CommandContext } from './CommandContext';
import type { Output } from './Output';

/** Options that every subcommand takes. */
export type GlobalOptions = {
  config?: string[];
  users?: string[];
  groups?: string[];
  userPoolId?: string;
  region?: string;
  endpointUrl?: string;
  json?: boolean;
};

/**
 * Reads the portal's configuration, over which the options of the command go.
 *
 * @throws InputError that says what is missing
 */
export async function createContext(
  options: GlobalOptions,
  output: Output,
  cwd: string,
): Promise<CommandContext> {
  const root = readUsersConfig(new ConfigReader({}), cwd).root;
  const settings = readUsersConfig(
    await loadConfig(root, cwd, options.config),
    cwd,
  );
  const userPoolId = options.userPoolId ?? settings.cognito?.userPoolId;
  if (!userPoolId) {
    throw new InputError(
      'Which user pool? Start the portal with its own (npm start), set terrastage.users.cognito.userPoolId, or give --user-pool-id',
    );
  }
  const client = createCognitoClient({
    userPoolId,
    region: options.region ?? settings.cognito?.region,
    endpoint: options.endpointUrl ?? settings.cognito?.endpoint,
  });
  const { files, concurrency, managedBy: mark } = settings;
  const given = (paths: string[] | undefined) =>
    paths?.map(path => (/^https?:/.test(path) ? path : resolve(cwd, path)));
  const sources = [
    ...(given(options.users) ?? files.users),
    ...(given(options.groups) ?? files.groups),
  ];
  return {
    settings,
    directory: () =>
      readDirectory(sources, createTextReader({ root: settings.root })),
    pool: new CognitoUserPool({ client, userPoolId, mark, concurrency }),
    audit: new JsonLineAuditLog({
      write: line => output.err(`${line}\n`),
      actor: userInfo().username,
      userPoolId,
    }),
    output,
    json: options.json ?? false,
  };
}

async function loadConfig(
  root: string,
  cwd: string,
  files: string[] | undefined,
): Promise<Config> {
  const targets = files
    ? files.map(file => resolve(cwd, file))
    : ['app-config.yaml', 'app-config.local.yaml']
        .map(name => resolve(root, name))
        .filter(file => existsSync(file));
  // Without targets Backstage would insist on an app-config.yaml.
  if (targets.length === 0) return new ConfigReader({});
  return ConfigSources.toConfig(
    ConfigSources.defaultForTargets({
      targets: targets.map(target => ({ type: 'path', target })),
      rootDir: root,
      watch: false,
    }),
  );
}

import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { AwsEnv } from '../aws/localAwsEnv';
import { LOCAL_AWS_ACCOUNT } from '../aws/localAwsEnv';
import type { Environment, Settings } from './readSettings';

/** By which a portal says of which start it is. */
export const START_ID_HEADER = 'terrastage-start';

export type GeneratedConfigInput = {
  mode: 'start' | 'dev';
  ports: Settings['ports'];
  postgres: { host: string; port: number; user: string; password: string };
  backendSecret: string;
  /** Answered by the portal's health checks. */
  startId: string;
  node: string;
  runnerProgram: string;
  runsDir: string;
  terraform: string;
  /** Of initialised workspaces: an init costs a second, a copy of one nothing. */
  initCacheDir: string;
  cliConfigFile: string;
  /** Folder with a folder of Terraform skeletons in it, and with others. */
  skeletons: string;
  /** Where new repositories go without GitHub. */
  repositories: string;
  environments: Environment[];
  /** Absent with real AWS. */
  aws?: { env: AwsEnv };
  /** Signs what a login keeps between its steps. */
  sessionSecret: string;
  /** Absent with an identity provider of one's own. */
  login?: { guest: string } | { cognito: LoginProvider };
};

export type LoginProvider = {
  url: string;
  metadataUrl: string;
  userPoolId: string;
  clientId: string;
  clientSecret: string;
};

/** The catalog takes up to half as long again. */
export const TEMPLATE_REFRESH_SECONDS = 15;

/**
 * What a start knows and app-config.yaml cannot: ports, passwords, paths of this
 * machine, and with a local AWS its address and account.
 */
export function generatedConfig(input: GeneratedConfigInput): JsonObject {
  const { mode, ports, postgres, aws } = input;
  const backendUrl = `http://localhost:${ports.portal}`;
  const appUrl = mode === 'dev' ? `http://localhost:${ports.app}` : backendUrl;
  return {
    app: {
      baseUrl: appUrl,
      ...(mode === 'dev' && { listen: { host: '127.0.0.1', port: ports.app } }),
    },
    backend: {
      baseUrl: backendUrl,
      listen: { host: '127.0.0.1', port: ports.portal },
      health: { headers: { [START_ID_HEADER]: input.startId } },
      cors: { origin: appUrl },
      auth: { keys: [{ secret: input.backendSecret }] },
      database: {
        client: 'pg',
        connection: {
          host: postgres.host,
          port: postgres.port,
          user: postgres.user,
          password: postgres.password,
        },
      },
    },
    auth: {
      session: { secret: input.sessionSecret },
      ...authOf(input.login),
    },
    ...terrastageOf(input.login, appUrl),
    // A template that somebody writes appears while he looks: the catalog's own two minutes are for large ones.
    catalog: { processingInterval: { seconds: TEMPLATE_REFRESH_SECONDS } },
    scaffolder: {
      terraform: { skeletons: join(input.skeletons, 'terraform') },
      git: { skeletons: input.skeletons, repositories: input.repositories },
    },
    resources: {
      launcher: {
        process: {
          command: [input.node, input.runnerProgram],
          runsDir: input.runsDir,
          terraformBinary: input.terraform,
          initCacheDir: input.initCacheDir,
          standby: true,
          env: { TF_CLI_CONFIG_FILE: input.cliConfigFile, ...aws?.env },
        },
      },
      ...(aws && { environments: localEnvironments(input.environments) }),
    },
  };
}

function authOf(login: GeneratedConfigInput['login']): JsonObject {
  if (!login) return {};
  if ('guest' in login) {
    return { providers: { guest: { userEntityRef: login.guest } } };
  }
  const { metadataUrl, clientId, clientSecret } = login.cognito;
  const oidc = { metadataUrl, clientId, clientSecret, prompt: 'auto' };
  return {
    environment: 'development',
    providers: { oidc: { development: oidc } },
  };
}

function terrastageOf(
  login: GeneratedConfigInput['login'],
  appUrl: string,
): JsonObject {
  if (!login) return {};
  if ('guest' in login) return { terrastage: { login: { mode: 'guest' } } };
  const { url, userPoolId, clientId } = login.cognito;
  const logout = new URLSearchParams({
    client_id: clientId,
    logout_uri: appUrl,
  });
  return {
    terrastage: {
      login: { logoutUrl: `${url}/logout?${logout}`, local: true },
      users: {
        cognito: { userPoolId, region: 'local', endpoint: url },
        schedule: {
          frequency: { minutes: 1 },
          initialDelay: { minutes: 1 },
          timeout: { minutes: 2 },
        },
      },
    },
  };
}

function localEnvironments(environments: Environment[]): JsonObject {
  return Object.fromEntries(
    environments.map(({ name }) => [name, { account: LOCAL_AWS_ACCOUNT }]),
  );
}

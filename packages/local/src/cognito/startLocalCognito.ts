import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { packageRoot } from '../system/paths';
import { startLinkedProcess } from '../system/startLinkedProcess';
import { tempDir } from '../system/tempDir';
import type { ProviderReady } from './program/startProvider';

export type LocalCognitoOptions = {
  /** Port on 127.0.0.1. Default: one that is free. */
  port?: number;
  /** People and passwords are kept here. Default: a new folder, removed by `stop`. */
  dataDir?: string;
  /**
   * Where the login may lead back to. Default: the portal on localhost:7007.
   */
  callbackUrls?: string[];
  /** Where a sign-out may lead back to. Default: the portal on localhost:7007. */
  logoutUrls?: string[];
  /** Takes its log, and with it the mails that it would send. */
  logFile?: string;
};

export type LocalCognito = ProviderReady & {
  pid: number;
  ended: Promise<void>;
  stop(): Promise<void>;
};

const PROGRAM = resolve(packageRoot, 'src/cognito/program/main.ts');
const PORTAL = 'http://localhost:7007';

/**
 * Starts a Cognito on loopback with one user pool and one client, set up as ours
 * are on AWS. It ends with this process.
 *
 * @throws Error with its last words when it does not start
 */
export async function startLocalCognito(
  options: LocalCognitoOptions = {},
): Promise<LocalCognito> {
  const temporary = options.dataDir
    ? undefined
    : await tempDir('terrastage-cognito-');
  const dataDir = options.dataDir ?? temporary!.path;
  try {
    await mkdir(dataDir, { recursive: true });
    const server = await startLinkedProcess<ProviderReady>({
      name: 'The local Cognito',
      file: process.execPath,
      args: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        PROGRAM,
      ],
      env: programEnv(),
      input: {
        dataDir,
        port: options.port ?? 0,
        callbackUrls: options.callbackUrls ?? [
          `${PORTAL}/api/auth/oidc/handler/frame`,
        ],
        logoutUrls: options.logoutUrls ?? [PORTAL, `${PORTAL}/`],
      },
      logFile: options.logFile,
    });
    return {
      ...server.ready,
      pid: server.pid,
      ended: server.ended,
      stop: async () => {
        await server.stop();
        await temporary?.remove();
      },
    };
  } catch (error) {
    await temporary?.remove();
    throw error;
  }
}

/** It must see nothing of the machine's own AWS settings. */
function programEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('AWS_') && !['HOST', 'PORT'].includes(name),
  );
  return {
    ...Object.fromEntries(own),
    // Of cognito-local: where its user pool API listens, behind ours.
    HOST: '127.0.0.1',
    PORT: '0',
    AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
  };
}

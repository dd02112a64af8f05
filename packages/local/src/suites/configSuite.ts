import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { generatedConfig } from '../config/generatedConfig';
import { readSettings } from '../config/readSettings';
import { toolSuite } from './toolSuite';
import type { SuiteContext } from './Suite';

/** app-config.yaml together with what a start adds fits all schemas, to the key. */
export const configSuite = toolSuite(
  'config',
  'Configuration against its schemas',
  [{ bin: 'backstage-cli', args: configCheckArgs }],
);

async function configCheckArgs({ root, home }: SuiteContext) {
  const file = join(home, 'logs', 'test-config.yaml');
  await mkdir(join(home, 'logs'), { recursive: true });
  await writeFile(file, stringify(await exampleConfig(root)));
  return [
    'config:check',
    '--strict',
    '--config',
    'app-config.yaml',
    '--config',
    file,
  ];
}

async function exampleConfig(root: string) {
  const { environments, ports } = await readSettings(root);
  return generatedConfig({
    mode: 'start',
    ports,
    postgres: {
      host: '127.0.0.1',
      port: ports.postgres,
      user: 'postgres',
      password: 'example',
    },
    backendSecret: 'example',
    startId: 'example',
    node: process.execPath,
    runnerProgram: 'terraform-runner.cjs',
    runsDir: join(root, '.terrastage', 'run', 'runs'),
    terraform: 'terraform',
    initCacheDir: join(root, '.terrastage', 'terraform', 'workspaces'),
    cliConfigFile: 'terraform.rc',
    skeletons: join(root, 'skeletons'),
    repositories: join(root, '.terrastage', 'run', 'repositories'),
    environments,
    aws: { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:7008' } },
    sessionSecret: 'example',
    login: {
      cognito: {
        url: 'http://localhost:7010',
        metadataUrl: 'http://localhost:7010/local_example',
        userPoolId: 'local_example',
        clientId: 'example',
        clientSecret: 'example',
      },
    },
  });
}

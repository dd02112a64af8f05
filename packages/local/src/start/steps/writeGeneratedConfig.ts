import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { generatedConfig } from '../../config/generatedConfig';
import { runsDirOf } from '../runsDirOf';
import { need, type StartContext } from '../StartContext';

export async function writeGeneratedConfig(
  context: StartContext,
): Promise<void> {
  const settings = need(context, 'settings');
  const runsDir = runsDirOf(context);
  await mkdir(runsDir, { recursive: true });
  context.startId = randomBytes(12).toString('hex');
  const config = generatedConfig({
    startId: context.startId,
    mode: context.mode,
    ports: need(context, 'ports'),
    postgres: need(context, 'postgres'),
    backendSecret: randomBytes(24).toString('base64'),
    node: process.execPath,
    runnerProgram: need(context, 'runnerProgram'),
    runsDir,
    terraform: need(context, 'terraform').path,
    initCacheDir: join(context.home, 'terraform', 'workspaces'),
    cliConfigFile: need(context, 'cliConfig').file,
    skeletons: join(context.root, 'skeletons'),
    repositories: join(context.runDir, 'repositories'),
    environments: settings.environments,
    aws: context.aws,
    sessionSecret: randomBytes(24).toString('base64'),
    login: context.visitor
      ? { guest: context.visitor.entityRef }
      : context.cognito && { cognito: context.cognito },
  });
  const file = join(context.runDir, 'app-config.generated.yaml');
  const head =
    '# Written anew by each start. Settings of your own go into app-config.local.yaml.\n';
  await writeFile(file, head + stringify(config), { mode: 0o600 });
  context.generatedConfig = file;
}

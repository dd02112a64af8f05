import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { platformId, type InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';
import { Stack } from '../stacks/Stack';

const STATE = 'bootstrap/terraform.tfstate';

const namesSchema = z.array(z.string()).nullable();

/**
 * Makes the state buckets. Their own state cannot be in them before they are there: it lies in the folder of the
 * platform, with a copy in the bucket `platform`, by which another machine goes on.
 */
export async function applyBootstrap(context: InstallContext): Promise<void> {
  const stack = new Stack('bootstrap', context);
  await bringState(context);
  await stack.prepare();
  await stack.apply();
  await stack.readOutputs();
  await keepState(context);
}

/** As `applyBootstrap`, without changing anything: for what comes after it. */
export async function readBootstrap(context: InstallContext): Promise<void> {
  const stack = new Stack('bootstrap', context);
  await bringState(context);
  await stack.prepare();
  await stack.readOutputs();
}

/** Copies the state into its bucket, unless this very state is there. */
async function keepState(context: InstallContext): Promise<void> {
  const file = stateFile(context);
  const kept = `${file}.kept`;
  const sum = await sumOf(file);
  if (sum === (await readFile(kept, 'utf8').catch(() => ''))) return;
  await context.commands.change('aws', [
    's3',
    'cp',
    file,
    `s3://${bucketOf(context)}/${STATE}`,
    '--no-progress',
  ]);
  if (!context.commands.dryRun) await writeFile(kept, sum);
}

/** Empty where there is no file, as before the first apply. */
async function sumOf(file: string): Promise<string> {
  if (!existsSync(file)) return '';
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** @throws InstallError where the bucket is there and its state nowhere */
async function bringState(context: InstallContext): Promise<void> {
  const { commands } = context;
  const file = stateFile(context);
  if (existsSync(file)) return;
  const bucket = bucketOf(context);
  const buckets = await commands.json(namesSchema, 'aws', [
    's3api',
    'list-buckets',
    '--query',
    `Buckets[?Name=='${bucket}'].Name`,
    '--output',
    'json',
  ]);
  if (!buckets?.length) return;
  const keys = await commands.json(namesSchema, 'aws', [
    's3api',
    'list-objects-v2',
    '--bucket',
    bucket,
    '--prefix',
    STATE,
    '--query',
    'Contents[].Key',
    '--output',
    'json',
  ]);
  if (!keys?.includes(STATE)) {
    throw new InstallError(
      `The bucket ${bucket} is there, and the state of ${platformId(
        context.settings,
      )} that made it is neither in it nor here`,
      `Put that state into ${file}, or name another platform in the settings.`,
    );
  }
  await mkdir(dirname(file), { recursive: true });
  // Only a file of this machine, so a dry run needs it too.
  await commands.look('aws', [
    's3',
    'cp',
    `s3://${bucket}/${STATE}`,
    file,
    '--no-progress',
  ]);
  await writeFile(`${file}.kept`, await sumOf(file));
}

function bucketOf({ settings }: InstallContext): string {
  return `${settings.name}-${settings.account}-platform-state`;
}

function stateFile({ folder }: InstallContext): string {
  return join(folder, 'bootstrap', 'terraform.tfstate');
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { RUNNER_ENV } from '../protocol';

const settingsSchema = z.object({
  [RUNNER_ENV.portalUrl]: z.url(),
  [RUNNER_ENV.runId]: z.string().min(1),
  [RUNNER_ENV.attempt]: z.coerce.number().int().positive(),
  [RUNNER_ENV.tokenFile]: z.string().min(1),
  [RUNNER_ENV.workDir]: z.string().min(1),
  [RUNNER_ENV.initCacheDir]: z.string().min(1).optional(),
  [RUNNER_ENV.terraform]: z.string().min(1).default('terraform'),
});

export type RunnerSettings = {
  portalUrl: string;
  runId: string;
  attempt: number;
  token: string;
  workDir: string;
  initCacheDir?: string;
  terraform: string;
};

/** @throws ZodError or a system error when the launcher left something out */
export async function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): Promise<RunnerSettings> {
  const settings = settingsSchema.parse(env);
  const token = await readFile(settings[RUNNER_ENV.tokenFile], 'utf8');
  return {
    portalUrl: settings[RUNNER_ENV.portalUrl].replace(/\/$/, ''),
    runId: settings[RUNNER_ENV.runId],
    attempt: settings[RUNNER_ENV.attempt],
    token: token.trim(),
    workDir: settings[RUNNER_ENV.workDir],
    initCacheDir: settings[RUNNER_ENV.initCacheDir],
    terraform: settings[RUNNER_ENV.terraform],
  };
}

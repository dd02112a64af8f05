import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { InstallError } from './InstallError';
import { settingsSchema, type Settings } from './settingsSchema';

/** Of a key that is wrong, what its own rule says. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? issue.issues[0].message : issue.message;
}

/** @throws InstallError with every field that is wrong */
export async function readSettings(file: string): Promise<Settings> {
  const hint = 'deploy/platform.example.yaml shows what there is.';
  let content: unknown;
  try {
    content = parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new InstallError(
      `${file} cannot be read: ${(error as Error).message}`,
      hint,
      { cause: error },
    );
  }
  const result = settingsSchema.safeParse(content);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    issue => `  ${issue.path.join('.') || 'the file'}: ${messageOf(issue)}`,
  );
  throw new InstallError(
    [`${file} is not right:`, ...problems].join('\n'),
    hint,
  );
}

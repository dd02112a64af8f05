import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Of a platform on this machine. */
export type Secrets = {
  postgresPassword: string;
  signingKeySecret: string;
  bootstrapSecret: string;
  streamSecret: string;
  adminPassword: string;
};

const text = () => randomBytes(24).toString('base64url');

export function newSecrets(): Secrets {
  return {
    postgresPassword: text(),
    signingKeySecret: randomBytes(32).toString('base64'),
    bootstrapSecret: text(),
    streamSecret: randomBytes(32).toString('base64url'),
    adminPassword: text(),
  };
}

/** Those of the file, or new ones that are kept there. */
export async function keptSecrets(file: string): Promise<Secrets> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch {
    const secrets = newSecrets();
    await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
    return secrets;
  }
}

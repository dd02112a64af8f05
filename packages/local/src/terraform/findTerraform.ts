import { findAllOnPath } from '../system/findOnPath';
import { runProgram } from '../system/runProgram';
import { z } from 'zod';

export type Terraform = {
  path: string;
  product: 'terraform' | 'opentofu';
  version: string;
};

const versionSchema = z.object({ terraform_version: z.string() });

/** The first version of both with locks in S3 itself (`use_lockfile`). */
const OLDEST = { major: 1, minor: 10 };

/**
 * The first Terraform or OpenTofu 1.10 or later on PATH. `TERRASTAGE_TERRAFORM`
 * names one to ask before those on PATH.
 */
export async function findTerraform(
  env: NodeJS.ProcessEnv = process.env,
  extra: string[] = [],
): Promise<Terraform | undefined> {
  const named = env.TERRASTAGE_TERRAFORM ? [env.TERRASTAGE_TERRAFORM] : [];
  const onPath = findAllOnPath(['terraform', 'tofu'], env);
  for (const path of [...named, ...onPath, ...extra]) {
    const found = await askVersion(path, env);
    if (found && isRecent(found.version)) return found;
  }
  return undefined;
}

async function askVersion(
  path: string,
  env: NodeJS.ProcessEnv,
): Promise<Terraform | undefined> {
  try {
    const { stdout } = await runProgram(path, ['version', '-json'], {
      env: { ...env, CHECKPOINT_DISABLE: '1' },
    });
    const { terraform_version: version } = versionSchema.parse(
      JSON.parse(stdout),
    );
    const product = /tofu[^/\\]*$/.test(path) ? 'opentofu' : 'terraform';
    return { path, product, version };
  } catch {
    return undefined;
  }
}

function isRecent(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return (
    major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)
  );
}

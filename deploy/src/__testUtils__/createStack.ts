import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createWorkspace,
  type LocalAws,
  type Workspace,
} from '@terrastage/local/testing';
import { deployPath } from '../deployPath';

export type StackName = 'bootstrap' | 'cluster' | 'access';

/**
 * A stack of `deploy/terraform` as it is, its provider blocks included, with its state in a folder and bounded retries:
 * what the local AWS lacks it answers with 500, which else would look like a hang.
 */
export async function createStack(
  name: StackName,
  aws: Pick<LocalAws, 'env'>,
): Promise<Workspace> {
  return createWorkspace(
    async path => {
      await cp(deployPath('terraform', name), path, { recursive: true });
      await writeFile(
        join(path, 'test_override.tf.json'),
        JSON.stringify({
          terraform: { backend: { local: {} } },
          provider: {
            aws: [
              { max_retries: 2 },
              ...(name === 'access'
                ? [{ alias: 'second', max_retries: 2 }]
                : []),
            ],
          },
        }),
      );
    },
    { aws },
  );
}

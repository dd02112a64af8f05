import type { PreparedProvider } from './PreparedFolder';

/**
 * The dependency lock file of a prepared workspace: versions, no digests.
 *
 * With digests each command would hash every provider again: 0.5 s for the AWS provider's 675 MB, three
 * times a run. `terraform init` has verified the package by its digest; from then on the runner knows each
 * file again by size, times and inode, and goes back to `init` when any of them changed. Both leave the
 * same gap between looking at a file and running it.
 */
export function lockFile(
  providers: Pick<PreparedProvider, 'source' | 'version'>[],
): string {
  return providers
    .map(
      ({ source, version }) =>
        `provider "${source}" {\n  version = "${version}"\n}\n`,
    )
    .join('\n');
}

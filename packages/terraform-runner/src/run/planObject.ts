import type { PreparedFolder } from '../cache/PreparedFolder';
import type { Job } from '../protocol';

/** Where a run's saved plan lies in the state bucket. */
export function planKey({ runPrefix }: Pick<Job, 'runPrefix'>): string {
  return `${runPrefix}plan`;
}

/** Metadata of the stored plan: which providers made it. */
export const PROVIDERS_METADATA = 'terrastage-providers';

/** Digests of a workspace's providers, by source and version. */
export function providerDigests(
  prepared: PreparedFolder,
): Record<string, string> {
  return Object.fromEntries(
    prepared.providers.map(({ source, version, digests }) => [
      `${source}@${version}`,
      [...digests].sort().join(' '),
    ]),
  );
}

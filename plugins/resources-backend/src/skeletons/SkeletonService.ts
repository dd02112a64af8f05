import { InputError, NotAllowedError } from '@backstage/errors';
import type {
  PublishedSkeleton,
  PublishSkeletonRequest,
} from '@terrastage/plugin-resources-common';
import { SCAFFOLDER, type Caller } from '../access/Caller';
import { readBundle } from '../bundles/readBundle';
import type { Database } from '../database/Stores';

export interface SkeletonServiceOptions {
  database: Database;
  now: () => Date;
}

/** Takes the current files of templates from the scaffolder, who reads them where the platform team keeps them. */
export class SkeletonService {
  constructor(private readonly options: SkeletonServiceOptions) {}

  /**
   * @throws NotAllowedError unless the scaffolder asks for itself, InputError for files that are no bundle or make
   * another type.
   */
  async publish(
    type: string,
    request: PublishSkeletonRequest,
    caller: Caller,
  ): Promise<PublishedSkeleton> {
    if (caller.type !== 'service' || caller.subject !== SCAFFOLDER) {
      throw new NotAllowedError('Only the scaffolder publishes skeletons');
    }
    const { database, now } = this.options;
    const bundle = readBundle(request.bundle);
    if (bundle.manifest.type !== type) {
      throw new InputError(
        `type: is '${type}', but the bundle's terrastage.yaml makes '${bundle.manifest.type}'`,
      );
    }
    const skeleton = {
      type,
      name: request.name,
      version: bundle.manifest.version,
      bundleDigest: bundle.digest,
      commit: request.commit,
      changelog: request.changelog ?? '',
    };
    await database.transaction(async stores => {
      await stores.bundles.put(bundle, now());
      await stores.skeletons.put(skeleton, now());
    });
    const { changelog, ...published } = skeleton;
    return published;
  }
}

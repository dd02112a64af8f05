import { createHash } from 'node:crypto';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { ResourcesService } from '@terrastage/plugin-resources-node';
import { readManifest } from './readManifest';
import type { SkeletonReader } from './SkeletonReader';

export interface SkeletonPublisherOptions {
  skeletons: SkeletonReader;
  resources: Pick<ResourcesService, 'publishSkeleton'>;
  auth: AuthService;
  logger: LoggerService;
}

/**
 * Tells the portal what the current files of each template are, so that it can offer upgrades and try runs again with
 * them. It goes by what has changed since the last time.
 */
export class SkeletonPublisher {
  /** By type, over all that was said of it last. */
  private readonly said = new Map<string, string>();

  constructor(private readonly options: SkeletonPublisherOptions) {}

  /** One that can't be read or isn't taken is logged; the others are published all the same. */
  async publish(): Promise<void> {
    const { skeletons, logger } = this.options;
    const types = new Map<string, string>();
    for (const name of await skeletons.names()) {
      try {
        await this.publishOne(name, types);
      } catch (error) {
        logger.warn(
          `The skeleton '${name}' was not published; its resources are offered no upgrade`,
          error as Error,
        );
      }
    }
  }

  private async publishOne(
    name: string,
    types: Map<string, string>,
  ): Promise<void> {
    const { skeletons, resources, auth, logger } = this.options;
    const files = await skeletons.read(name);
    const { type, version } = readManifest(files, 'skeleton');
    const other = types.get(type);
    if (other) {
      throw new Error(
        `'${other}' makes resources of the type '${type}' already`,
      );
    }
    types.set(type, name);
    const request = {
      name,
      bundle: {
        files: files.map(({ path, content }) => ({
          path,
          content: content.toString('base64'),
        })),
      },
      commit: await skeletons.commit(name),
      changelog: await skeletons.changelog(name),
    };
    const digest = createHash('sha256')
      .update(JSON.stringify(request))
      .digest('hex');
    if (this.said.get(type) === digest) {
      return;
    }
    const credentials = await auth.getOwnServiceCredentials();
    await resources.publishSkeleton(type, request, { credentials });
    this.said.set(type, digest);
    logger.info(
      `The skeleton '${name}' is published as version ${version}, ${
        request.commit ? `commit ${request.commit}` : 'of no known Git commit'
      }`,
    );
  }
}

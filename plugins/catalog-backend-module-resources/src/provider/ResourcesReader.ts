import type { AuthService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { ResourcesService } from '@terrastage/plugin-resources-node';
import type { CatalogedResource } from './toEntity';

type Status = Awaited<ReturnType<ResourcesService['getResource']>>['status'];

/** A resource as the inventory has it now. */
export type CurrentResource = CatalogedResource & { status: Status };

/** Largest page that the portal gives. */
const PAGE = 200;

/** Reads the whole inventory with the catalog's own credentials. */
export class ResourcesReader {
  constructor(
    private readonly resources: ResourcesService,
    private readonly auth: AuthService,
  ) {}

  /** All resources but drafts and deleted ones. */
  async all(): Promise<CurrentResource[]> {
    const credentials = await this.auth.getOwnServiceCredentials();
    const found: CurrentResource[] = [];
    // The oldest first: what is made meanwhile comes on the last page, and moves nothing.
    for await (const { items } of this.resources.listResources(
      { sort: 'createdAt', order: 'asc', limit: PAGE },
      { credentials },
    )) {
      found.push(...items);
    }
    return found;
  }

  /** One resource, also a deleted one; undefined when the inventory doesn't know it. */
  async one(id: string): Promise<CurrentResource | undefined> {
    const credentials = await this.auth.getOwnServiceCredentials();
    try {
      return await this.resources.getResource(id, { credentials });
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }
}

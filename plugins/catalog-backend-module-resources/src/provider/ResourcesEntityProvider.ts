import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { PortalLinks } from '@terrastage/plugin-resources-common';
import type { CurrentResource, ResourcesReader } from './ResourcesReader';
import { SerialLane } from './SerialLane';
import { toEntity } from './toEntity';

const NAME = 'terrastage-resources';

/** From here on reading all is less work than reading each. */
const MANY = 100;

/** Brings the resources of the inventory into the catalog. */
export class ResourcesEntityProvider implements EntityProvider {
  private connection: EntityProviderConnection | undefined;

  /**
   * A full mutation removes what it doesn't name. So what changes while one is read has to wait, or the full one
   * would take it away again.
   */
  private readonly lane = new SerialLane();

  constructor(
    private readonly reader: ResourcesReader,
    private readonly links: PortalLinks,
    private readonly logger: LoggerService,
  ) {}

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** False where the catalog's configuration turns the provider off. */
  isConnected(): boolean {
    return this.connection !== undefined;
  }

  /** Makes the catalog equal to the inventory. */
  async reconcile(): Promise<void> {
    await this.lane.run(async () => {
      const resources = await this.reader.all();
      await this.connected().applyMutation({
        type: 'full',
        entities: resources.map(resource => this.deferred(resource)),
      });
      this.logger.debug(`${resources.length} resources are in the catalog`);
    });
  }

  /** Brings the named resources up to date. */
  async update(ids: string[]): Promise<void> {
    if (ids.length > MANY) {
      await this.reconcile();
      return;
    }
    const complete = await this.lane.run(() => this.applyChanges(ids));
    if (!complete) {
      await this.reconcile();
    }
  }

  /** @returns false when one of them is gone without a trace, so that nobody can say which entity it was. */
  private async applyChanges(ids: string[]): Promise<boolean> {
    const found = await Promise.all(ids.map(id => this.reader.one(id)));
    const resources = found.filter(resource => resource !== undefined);
    const isGone = ({ status }: CurrentResource) =>
      status === 'deleted' || status === 'draft';
    const removed = resources.filter(isGone);
    const added = resources.filter(resource => !isGone(resource));
    if (removed.length > 0 || added.length > 0) {
      await this.connected().applyMutation({
        type: 'delta',
        added: added.map(resource => this.deferred(resource)),
        removed: removed.map(({ entityRef }) => ({
          entityRef,
          locationKey: NAME,
        })),
      });
    }
    return resources.length === ids.length;
  }

  private deferred(resource: CurrentResource): DeferredEntity {
    return { entity: toEntity(resource, this.links), locationKey: NAME };
  }

  private connected(): EntityProviderConnection {
    if (!this.connection) {
      throw new Error(`The entity provider ${NAME} is not connected`);
    }
    return this.connection;
  }
}

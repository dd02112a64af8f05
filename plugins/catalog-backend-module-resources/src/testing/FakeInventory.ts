import { ResponseError } from '@backstage/errors';
import type { ResourcesService } from '@terrastage/plugin-resources-node';
import type { CurrentResource } from '../provider/ResourcesReader';

type Page = Awaited<
  ReturnType<ReturnType<ResourcesService['listResources']>['next']>
>['value'];

/** What the catalog needs of the resources plugin, in memory; `away` makes it answer 503. */
export class FakeInventory {
  readonly resources = new Map<string, CurrentResource>();
  readonly listed: unknown[] = [];
  away = false;

  put(...resources: CurrentResource[]): void {
    resources.forEach(resource => this.resources.set(resource.id, resource));
  }

  /** The service's interface; a call of what the catalog doesn't need fails. */
  service(): ResourcesService {
    return {
      listResources: (query: unknown) => this.list(query),
      getResource: (id: string) => this.get(id),
    } as unknown as ResourcesService;
  }

  private async *list(query: unknown): AsyncGenerator<Page, void, void> {
    await this.answerable();
    this.listed.push(query);
    const items = [...this.resources.values()].filter(
      ({ status }) => status !== 'draft' && status !== 'deleted',
    );
    for (let start = 0; start === 0 || start < items.length; start += 2) {
      yield {
        items: items.slice(start, start + 2),
        total: items.length,
      } as Page;
    }
  }

  private async get(id: string): Promise<CurrentResource> {
    await this.answerable();
    const resource = this.resources.get(id);
    if (!resource) {
      throw await refusal(404, 'NotFoundError');
    }
    return resource;
  }

  private async answerable(): Promise<void> {
    if (this.away) {
      throw await refusal(503, 'ServiceUnavailableError');
    }
  }
}

function refusal(status: number, name: string): Promise<ResponseError> {
  const body = { error: { name, message: name }, response: {} };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as Response & { ok: false },
  );
}

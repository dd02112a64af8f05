import {
  CatalogClient,
  type GetEntitiesByRefsResponse,
  type GetEntitiesResponse,
  type QueryEntitiesResponse,
} from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import { translateEntity } from './translateEntity';

type Options = ConstructorParameters<typeof CatalogClient>[0] & {
  language: Pick<AppLanguageApi, 'getLanguage'>;
};

/** Gives templates with title and description in the visitor's language, for their cards and their pages. */
export class TranslatedCatalogClient extends CatalogClient {
  private readonly language: Options['language'];

  constructor({ language, ...options }: Options) {
    super(options);
    this.language = language;
  }

  async getEntities(
    ...request: Parameters<CatalogClient['getEntities']>
  ): Promise<GetEntitiesResponse> {
    const { items } = await super.getEntities(...request);
    return { items: items.map(entity => this.translated(entity)) };
  }

  async getEntitiesByRefs(
    ...request: Parameters<CatalogClient['getEntitiesByRefs']>
  ): Promise<GetEntitiesByRefsResponse> {
    const { items } = await super.getEntitiesByRefs(...request);
    return { items: items.map(entity => entity && this.translated(entity)) };
  }

  async queryEntities(
    ...request: Parameters<CatalogClient['queryEntities']>
  ): Promise<QueryEntitiesResponse> {
    const { items, ...page } = await super.queryEntities(...request);
    return { ...page, items: items.map(entity => this.translated(entity)) };
  }

  async getEntityByRef(
    ...request: Parameters<CatalogClient['getEntityByRef']>
  ): Promise<Entity | undefined> {
    const entity = await super.getEntityByRef(...request);
    return entity && this.translated(entity);
  }

  private translated(entity: Entity): Entity {
    return translateEntity(entity, this.language.getLanguage().language);
  }
}

import type { Entity } from '@backstage/catalog-model';
import { translator } from '@terrastage/plugin-resources-common';

/** A template with title and description in a language that its `translations.yaml` has; any other entity as it is. Pure. */
export function translateEntity(entity: Entity, language: string): Entity {
  const { presentation } = (entity.spec ?? {}) as {
    presentation?: { translations?: unknown };
  };
  // A request for some fields alone may have left out the rest.
  if (entity.kind !== 'Template' || !presentation || !entity.metadata) {
    return entity;
  }
  const translate = translator(presentation.translations, language);
  const { title, description } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      ...(title && { title: translate(title) }),
      ...(description && { description: translate(description) }),
    },
  };
}

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  parseEntityRef,
  type ResourceEntityV1alpha1,
} from '@backstage/catalog-model';
import {
  RESOURCE_ID_ANNOTATION,
  type PortalLinks,
  type ResourceView,
} from '@terrastage/plugin-resources-common';

/** What of a resource becomes visible in the catalog: what both the list and a single resource have. */
export type CatalogedResource = Pick<
  ResourceView,
  | 'id'
  | 'type'
  | 'name'
  | 'environment'
  | 'status'
  | 'owner'
  | 'system'
  | 'region'
  | 'run'
  | 'entityRef'
  | 'links'
  | 'uses'
>;

/** A resource of the inventory as an entity of the catalog. */
export function toEntity(
  resource: CatalogedResource,
  links: PortalLinks,
): ResourceEntityV1alpha1 {
  const { id, type, environment, region, status, run } = resource;
  const page = links.resource(id);
  const { namespace, name } = parseEntityRef(resource.entityRef);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace,
      name,
      title: resource.name,
      description: `${type} in ${environment} (${region})`,
      annotations: {
        [ANNOTATION_LOCATION]: `url:${page}`,
        [ANNOTATION_ORIGIN_LOCATION]: `url:${page}`,
        [ANNOTATION_VIEW_URL]: page,
        [RESOURCE_ID_ANNOTATION]: id,
      },
      labels: {
        'terrastage.io/environment': environment,
        'terrastage.io/status': status,
        'terrastage.io/type': type,
      },
      tags: [...new Set([type, environment, region].map(toTag))].filter(
        Boolean,
      ),
      links: [
        { title: 'Resource', url: page, icon: 'dashboard' },
        ...resource.links,
        ...(run
          ? [{ title: 'Last run', url: links.run(run.id), icon: 'techdocs' }]
          : []),
        { title: 'Terraform state', url: `${page}/state`, icon: 'docs' },
      ],
    },
    spec: {
      type,
      owner: resource.owner,
      ...(resource.system ? { system: resource.system } : {}),
      // The catalog itself makes `dependencyOf` of it on the other side.
      ...(resource.uses.length > 0
        ? { dependsOn: resource.uses.map(({ entityRef }) => entityRef) }
        : {}),
    },
  };
}

/** The catalog's rule for tags: parts of `[a-z0-9:+#]` with hyphens in between, at most 63 characters. */
function toTag(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9:+#]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}

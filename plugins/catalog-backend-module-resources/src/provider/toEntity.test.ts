import {
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import {
  PortalLinks,
  resourceEntityRef,
} from '@terrastage/plugin-resources-common';
import { aResource } from '../testing/aResource';
import { toEntity } from './toEntity';

const links = new PortalLinks('https://portal.example.com');

describe('toEntity', () => {
  it('is named as the inventory says, and titled with the resource’s own name', () => {
    const entity = toEntity(aResource({ name: 'invoices' }), links);

    expect(entity.metadata).toMatchObject({
      namespace: 'default',
      name: 'invoices-a1b2c3',
      title: 'invoices',
      description: 's3-bucket in dev (us-east-1)',
    });
  });

  it('has the owner and the system as relations', () => {
    const entity = toEntity(
      aResource({ system: 'system:default/checkout' }),
      links,
    );

    expect(entity.spec).toEqual({
      type: 's3-bucket',
      owner: 'group:default/payments',
      system: 'system:default/checkout',
    });
  });

  it('depends on what it is built on', () => {
    const entity = toEntity(
      aResource({
        uses: [
          {
            relation: 'vpc',
            id: 'r-2',
            name: 'shop',
            type: 'vpc',
            entityRef: 'resource:default/shop-a1b2c3',
          },
        ],
      }),
      links,
    );

    expect(entity.spec.dependsOn).toEqual(['resource:default/shop-a1b2c3']);
  });

  it('leads back to the inventory', () => {
    const { annotations } = toEntity(aResource({ id: 'r-7' }), links).metadata;

    expect(annotations).toEqual({
      'backstage.io/managed-by-location':
        'url:https://portal.example.com/resources/r-7',
      'backstage.io/managed-by-origin-location':
        'url:https://portal.example.com/resources/r-7',
      'backstage.io/view-url': 'https://portal.example.com/resources/r-7',
      'terrastage.io/resource-id': 'r-7',
    });
  });

  it('links to the resource, to AWS, to the last run and to the state', () => {
    const entity = toEntity(
      aResource({
        id: 'r-7',
        links: [{ title: 'AWS console', url: 'https://console.example.com/b' }],
        run: { id: 'run-9', operation: 'apply', status: 'applied' },
      }),
      links,
    );

    expect(
      entity.metadata.links?.map(({ title, url }) => [title, url]),
    ).toEqual([
      ['Resource', 'https://portal.example.com/resources/r-7'],
      ['AWS console', 'https://console.example.com/b'],
      ['Last run', 'https://portal.example.com/resources/runs/run-9'],
      ['Terraform state', 'https://portal.example.com/resources/r-7/state'],
    ]);
  });

  it('says environment, status and type in labels, for filters', () => {
    const { labels, tags } = toEntity(
      aResource({ status: 'needs_attention' }),
      links,
    ).metadata;

    expect(labels).toEqual({
      'terrastage.io/environment': 'dev',
      'terrastage.io/status': 'needs_attention',
      'terrastage.io/type': 's3-bucket',
    });
    expect(tags).toEqual(['s3-bucket', 'dev', 'us-east-1']);
  });

  describe('passes the catalog’s own checks', () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new DefaultNamespaceEntityPolicy(),
      new NoForeignRootFieldsEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);

    it.each(['a', 'logs.example.com', 'x'.repeat(63), 'a--b..c', '0-0'])(
      'with the name %s',
      async name => {
        const entityRef = resourceEntityRef({ name, shortId: 'a1b2c3' });
        const entity = toEntity(aResource({ name, entityRef }), links);

        await expect(policy.enforce(entity)).resolves.toBeDefined();
        await expect(
          resourceEntityV1alpha1Validator.check(entity),
        ).resolves.toBe(true);
      },
    );

    it('with an environment that no tag could be', async () => {
      const entity = toEntity(aResource({ environment: 'eu_prod.1' }), links);

      await expect(policy.enforce(entity)).resolves.toBeDefined();
      expect(entity.metadata.tags).toContain('eu-prod-1');
    });
  });
});

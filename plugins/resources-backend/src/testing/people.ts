import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';

/** Who is in which groups. `gus` has no entity in the catalog; `pia` is an admin, `lia` leads her team. */
export const groupsOf = {
  ana: ['payments'],
  lia: ['payments', 'team-leads'],
  bob: ['storefront'],
  pia: ['platform'],
  gus: ['payments'],
};

export type UserName = keyof typeof groupsOf;

export const userEntities: Entity[] = (
  ['ana', 'lia', 'bob', 'pia'] as const
).map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: groupsOf[name] },
}));

const refOf = (name: UserName) => `user:default/${name}`;

/** The `Authorization` of a user who asks by the pages, not by the scaffolder. */
export const asUser = (name: UserName) =>
  mockCredentials.user.header(refOf(name));

/** The `Authorization` of the scaffolder on behalf of a user. */
export const viaScaffolder = (name: UserName, subject = 'plugin:scaffolder') =>
  `Bearer ${mockCredentials.user.token(refOf(name), { actor: { subject } })}`;

/** The `Authorization` of another plugin for itself. */
export const asService = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'resources',
  });

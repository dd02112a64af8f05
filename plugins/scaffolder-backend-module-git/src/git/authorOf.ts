import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import type { Author } from './commitAll';

/** Whoever filled the form, as far as the catalog knows. */
export function authorOf({ user }: Pick<ActionContext<any>, 'user'>): Author {
  const profile = user?.entity?.spec?.profile;
  const name = user?.entity?.metadata.name ?? 'portal';
  return {
    name: profile?.displayName ?? name,
    email: profile?.email ?? `${name}@users.noreply.invalid`,
  };
}

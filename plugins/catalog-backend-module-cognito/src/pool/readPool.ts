import {
  paginateListGroups,
  paginateListUsers,
  paginateListUsersInGroup,
  type CognitoIdentityProviderClient,
  type GroupType,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Limit } from 'p-limit';
import { attribute, DISABLED_BY, groupDescription, MANAGED_BY } from './marks';
import type { PoolState, PoolUser } from './PoolState';

/** The most that Cognito gives at once. */
const PAGE = 60;

export type ReadPoolOptions = {
  client: CognitoIdentityProviderClient;
  userPoolId: string;
  /** This portal's mark. */
  mark: string;
  /** Groups to look at besides those with the mark. */
  groups: string[];
  limit: Limit;
};

/**
 * Reads all users, and who is in the groups that the sync looks at: one call for
 * 60 users, one for 60 groups, and one for 60 members of each group.
 */
export async function readPool(options: ReadPoolOptions): Promise<PoolState> {
  const { client, userPoolId, mark, limit } = options;
  const paging = { client, pageSize: PAGE };
  // A new one each time: the SDK's paginators write the page's token into it.
  const request = () => ({ UserPoolId: userPoolId });

  const [users, groups] = await Promise.all([
    collect(paginateListUsers(paging, request()), page => page.Users),
    collect(paginateListGroups(paging, request()), page => page.Groups),
  ]);

  const isManaged = (group: GroupType) =>
    group.Description === groupDescription(mark);
  const wanted = new Set(options.groups);
  const inScope = groups.filter(
    group => isManaged(group) || wanted.has(group.GroupName!),
  );
  const membership = new Map<string, string[]>();
  await Promise.all(
    inScope.map(({ GroupName }) =>
      limit(async () => {
        const members = await collect(
          paginateListUsersInGroup(paging, { ...request(), GroupName }),
          page => page.Users,
        );
        for (const { Username } of members) {
          const names = membership.get(Username!) ?? [];
          membership.set(Username!, [...names, GroupName!]);
        }
      }),
    ),
  );

  return {
    users: users.map(user => toPoolUser(user, mark, membership)),
    groups: inScope.map(group => ({
      name: group.GroupName!,
      managed: isManaged(group),
    })),
  };
}

export function toPoolUser(
  user: UserType,
  mark: string,
  membership: Map<string, string[]> = new Map(),
): PoolUser {
  const { Username, Attributes } = user;
  return {
    username: Username!,
    email: attribute(Attributes, 'email')?.toLowerCase(),
    emailVerified: attribute(Attributes, 'email_verified') === 'true',
    name: attribute(Attributes, 'name'),
    enabled: user.Enabled ?? true,
    status: user.UserStatus ?? 'UNKNOWN',
    managed: attribute(Attributes, MANAGED_BY) === mark,
    disabledBySync: attribute(Attributes, DISABLED_BY) === mark,
    groups: (membership.get(Username!) ?? []).sort(),
  };
}

async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}

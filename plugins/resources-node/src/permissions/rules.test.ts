import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { FactCondition, RunFacts } from './facts';
import { resourceRules } from './resourceRules';
import { runRules } from './runRules';

const owners = ['group:default/payments', 'group:default/storefront'];
const environments = ['dev', 'prod'];
const users = ['user:default/ana', 'user:default/bob'];
const everyRun: RunFacts[] = owners.flatMap(owner =>
  environments.flatMap(environment =>
    users.map(requestedBy => ({ owner, environment, requestedBy })),
  ),
);

const { isOwnedByTeam, inEnvironment } = resourceRules;
const cases = [
  ['resource', isOwnedByTeam, { owners: owners.slice(1) }, 4],
  ['resource', isOwnedByTeam, { owners: [] }, 0],
  ['resource', inEnvironment, { environments: ['prod'] }, 4],
  ['run', runRules.isOwnedByTeam, { owners }, 8],
  ['run', runRules.inEnvironment, { environments: ['dev'] }, 4],
  ['run', runRules.isRequester, { user: users[0] }, 4],
  ['run', runRules.isNotRequester, { user: users[0] }, 4],
] as const;

describe('permission rules', () => {
  it.each(
    cases.map(
      ([kind, rule, params, count]) =>
        [kind, rule.name, params, count, rule] as const,
    ),
  )(
    'of a %s: %s with %j says the same as its filter, for %d of 8',
    (_, __, params, count, rule) => {
      const byRule = everyRun.filter(run => rule.apply(run, params as never));
      const byFilter = everyRun.filter(run =>
        matches(rule.toQuery(params as never), run),
      );

      expect(byRule).toEqual(byFilter);
      expect(byRule).toHaveLength(count);
    },
  );
});

function matches(
  criteria: PermissionCriteria<FactCondition<keyof RunFacts>>,
  run: RunFacts,
): boolean {
  if ('not' in criteria) {
    return !matches(criteria.not, run);
  }
  const { fact, values } = criteria as FactCondition<keyof RunFacts>;
  return values.includes(run[fact]);
}

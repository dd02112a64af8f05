import type { Directory } from '../directory';
import type { PoolState } from '../pool';
import { directoryOf, person, poolOf, poolUser } from '../testing/directories';
import type { Change } from './Change';
import { planUserSync } from './planUserSync';

type Case = {
  title: string;
  desired: Directory;
  actual: PoolState;
  changes: Change[];
};

const email = 'ana@example.com';
const username = 'id-of-ana';
const ana = person('ana', { groups: ['payments'] });
const poolAna = poolUser('ana', { groups: ['payments'] });

const cases: Case[] = [
  {
    title: 'changes nothing when all is in line',
    desired: directoryOf([ana]),
    actual: poolOf([poolAna]),
    changes: [],
  },
  {
    title: 'creates groups and people who are missing, groups first',
    desired: directoryOf([ana]),
    actual: poolOf([]),
    changes: [
      { kind: 'create-group', group: 'payments' },
      { kind: 'create-user', email, name: 'ana', entityRef: ana.entityRef },
      { kind: 'add-to-group', email, group: 'payments' },
    ],
  },
  {
    title: 'changes a name',
    desired: directoryOf([{ ...ana, name: 'Ana Ribeiro' }]),
    actual: poolOf([poolAna]),
    changes: [
      {
        kind: 'update-user',
        email,
        username,
        fields: { name: { from: 'ana', to: 'Ana Ribeiro' } },
      },
    ],
  },
  {
    title: 'verifies the email of a user whom it manages',
    desired: directoryOf([ana]),
    actual: poolOf([{ ...poolAna, emailVerified: false }]),
    changes: [
      {
        kind: 'update-user',
        email,
        username,
        fields: { emailVerified: { from: false, to: true } },
      },
    ],
  },
  {
    title: 'moves somebody to another group',
    desired: directoryOf([{ ...ana, groups: ['storefront'] }]),
    actual: poolOf([poolAna], ['payments', 'storefront']),
    changes: [
      { kind: 'remove-from-group', email, username, group: 'payments' },
      { kind: 'add-to-group', email, username, group: 'storefront' },
    ],
  },
  {
    title: 'disables somebody who left and takes the groups',
    desired: directoryOf([]),
    actual: poolOf([poolAna]),
    changes: [
      { kind: 'disable-user', email, username },
      { kind: 'remove-from-group', email, username, group: 'payments' },
    ],
  },
  {
    title: 'does nothing more about somebody who left before',
    desired: directoryOf([]),
    actual: poolOf([poolUser('ana', { enabled: false, disabledBySync: true })]),
    changes: [],
  },
  {
    title: 'lets somebody in again who comes back, with the groups of now',
    desired: directoryOf([ana], ['payments']),
    actual: poolOf(
      [poolUser('ana', { enabled: false, disabledBySync: true })],
      ['payments'],
    ),
    changes: [
      { kind: 'add-to-group', email, username, group: 'payments' },
      { kind: 'enable-user', email, username },
    ],
  },
  {
    title: 'ends what an interrupted sync began',
    desired: directoryOf([ana]),
    actual: poolOf([{ ...poolAna, disabledBySync: true }]),
    changes: [{ kind: 'enable-user', email, username }],
  },
  {
    title: 'leaves a user alone who is not its own',
    desired: directoryOf([ana]),
    actual: poolOf([
      poolAna,
      poolUser('robot', { managed: false, groups: ['payments'] }),
    ]),
    changes: [],
  },
];

describe('planUserSync', () => {
  it.each(cases)('$title', ({ desired, actual, changes }) => {
    expect(planUserSync(desired, actual).changes).toEqual(changes);
  });

  it('reports those whom it leaves alone, and why', () => {
    const desired = directoryOf([person('ana'), person('bruno')]);
    const actual = poolOf([
      poolUser('ana', { managed: false }),
      poolUser('bruno', { enabled: false }),
      poolUser('robot', { managed: false }),
    ]);

    const plan = planUserSync(desired, actual);

    expect(plan.changes).toEqual([]);
    expect(plan.leftAlone).toEqual([
      expect.objectContaining({
        email: 'bruno@example.com',
        reason: 'disabled-by-hand',
      }),
      expect.objectContaining({ email, reason: 'unmanaged-in-files' }),
      expect.objectContaining({
        email: 'robot@example.com',
        reason: 'unmanaged',
      }),
    ]);
  });

  it('takes over, when told to, only those whom the files name', () => {
    const actual = poolOf(
      [
        poolUser('ana', { managed: false }),
        poolUser('robot', { managed: false }),
      ],
      ['payments'],
    );

    const plan = planUserSync(directoryOf([ana]), actual, { adopt: true });

    expect(plan.changes).toEqual([
      { kind: 'adopt-user', email, username, name: 'ana' },
      { kind: 'add-to-group', email, username, group: 'payments' },
    ]);
    expect(plan.leftAlone).toHaveLength(1);
  });

  it('counts who loses a login, not who had none', () => {
    const actual = poolOf([
      poolUser('ana'),
      poolUser('bruno'),
      poolUser('carla', { enabled: false, disabledBySync: true }),
    ]);

    const plan = planUserSync(directoryOf([person('bruno')]), actual);

    expect(plan).toMatchObject({ disables: 1, enabledManaged: 2 });
  });
});

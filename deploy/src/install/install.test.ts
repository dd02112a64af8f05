import { deployPath } from '../deployPath';
import { Helm } from '../__testUtils__/Helm';
import { Installation, type Fault } from '../__testUtils__/Installation';
import { readSettings } from './readSettings';

jest.setTimeout(120_000);

/** What a first installation changes, in order. */
const EVERYTHING = [
  'terraform apply -input=false -no-color (bootstrap)',
  expect.stringMatching(/^aws s3 cp .*\/bootstrap\/terraform.tfstate$/),
  'terraform apply -input=false -no-color (cluster)',
  'terraform apply -input=false -no-color (access)',
  'helm upgrade --install external-secrets',
  'helm upgrade --install metrics-server',
  'helm upgrade --install reloader',
  'helm upgrade --install terrastage',
  'kubectl --namespace terrastage rollout',
  'users sync --user-pool-id eu-west-1_AbCdEf123',
];
/** What is brought in line each time, since only the program itself knows whether it is. */
const EACH_TIME = EVERYTHING.slice(4);

let helm: Helm;
let portalChart: Helm;
/** One that stands, to be copied. */
let installed: Installation;
let installation: Installation;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
  portalChart = await Helm.unpack();
  installed = await Installation.create(helm.program);
  await installed.run();
});

afterAll(async () => {
  await installed?.remove();
  await helm?.remove();
  await portalChart?.remove();
});

beforeEach(async () => {
  installation = await Installation.create(helm.program);
});

afterEach(async () => {
  await installation.remove();
});

describe('an installation', () => {
  it('makes the stacks, then what stands in the cluster, then the people, and says where all is', async () => {
    const { said, error } = await installation.run();

    expect(error).toBeUndefined();
    expect(await installation.changes()).toEqual(EVERYTHING);
    expect(said).toContain('The portal   https://portal.example.com');
    expect(said).toContain(
      'The login    https://acme.auth.eu-west-1.amazoncognito.com',
    );
  });

  it('hands on what each stack made to the next', async () => {
    await installation.run();

    const { stacks } = await installation.world();
    expect(JSON.parse(stacks.bootstrap)).toMatchObject({
      name: 'terrastage',
      account: '123456789012',
      environments: ['dev'],
    });
    expect(JSON.parse(stacks.access)).toMatchObject({
      oidc_issuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF',
      state: { buckets: ['terrastage-123456789012-dev-state'] },
      resource_regions: ['eu-west-1'],
      secret_arns: [
        expect.stringContaining('terrastage/portal-abc'),
        expect.stringContaining('rds!db-1234'),
      ],
    });
    const inits = (await installation.calls()).filter(({ line }) =>
      line.startsWith('terraform init'),
    );
    expect(inits[0].line).not.toContain('-backend-config');
    expect(inits[1].line).toContain(
      '-backend-config=bucket=terrastage-123456789012-platform-state',
    );
  });

  it('has values with which the portal’s chart is content', async () => {
    await installation.run();

    const values = await installation.file('applications/terrastage.yaml');
    expect(values.portal.image.digest).toBe(`sha256:${'1'.repeat(64)}`);
    expect(
      values.resources.environments.dev.resourceTypes.vpc.defaults,
    ).toEqual({
      permissions_boundary:
        'arn:aws:iam::123456789012:policy/terrastage-made-boundary',
    });
    await expect(portalChart.lint(values)).resolves.toContain(
      '0 chart(s) failed',
    );
  });

  it('writes the very values that ArgoCD takes', async () => {
    await installation.settings({
      people: {
        users: 'https://example.com/users.yaml',
        groups: 'https://example.com/groups.yaml',
      },
    });

    await installation.run(['--values-only']);

    const values = await installation.file('platform.yaml');
    await expect(
      helm.lint({
        ...values,
        repository: { url: 'https://github.com/acme/terrastage.git' },
      }),
    ).resolves.toContain('0 chart(s) failed');
    expect(await installation.changes()).toEqual(EVERYTHING.slice(0, 4));
  });

  it('leaves the people to the portal where they are in Git', async () => {
    await installation.settings({
      people: {
        users: 'https://example.com/users.yaml',
        groups: 'https://example.com/groups.yaml',
      },
    });

    const { said } = await installation.run();

    expect(said).toContain('from Git within ten minutes');
    expect(await installation.changes()).not.toEqual(
      expect.arrayContaining([expect.stringContaining('users sync')]),
    );
    expect(
      (await installation.file('applications/terrastage.yaml')).catalog.users,
    ).toBe('https://example.com/users.yaml');
  });

  it('waits until the load balancer finds a portal', async () => {
    await installation.world({
      targets: [[], ['initial'], ['initial', 'healthy']],
    });

    const { error } = await installation.run();

    expect(error).toBeUndefined();
    expect(
      (await installation.calls()).filter(({ line }) =>
        line.includes('describe-target-health'),
      ),
    ).toHaveLength(3);
  });

  it('gives programs nothing of the environment that would change what they make', async () => {
    await installation.run([], {
      env: {
        AWS_PROFILE: 'acme',
        TF_VAR_domain_name: 'elsewhere.example.com',
        TF_CLI_ARGS: '-destroy',
        HELM_NAMESPACE: 'elsewhere',
        KUBECONFIG: 'elsewhere',
      },
    });

    for (const { env, line } of await installation.calls()) {
      expect(env.AWS_PROFILE).toBe('acme');
      expect(env).not.toHaveProperty('TF_VAR_domain_name');
      expect(env).not.toHaveProperty('TF_CLI_ARGS');
      expect(env).not.toHaveProperty('HELM_NAMESPACE');
      if (/^helm (list|upgrade)/.test(line)) {
        expect(env.KUBECONFIG).toMatch(/terrastage-123456789012\/kubeconfig$/);
      }
    }
  });

  it('tells of its use', async () => {
    const { said } = await installation.run(['--help']);

    expect(said).toContain('--dry-run');
    expect(await installation.calls()).toEqual([]);
  });
});

describe('an installation that stands', () => {
  beforeEach(async () => {
    await installation.remove();
    installation = await installed.copy();
  });

  it('has no stack changed the second time', async () => {
    const { error } = await installation.run();

    expect(error).toBeUndefined();
    expect(await installation.changes()).toEqual(EACH_TIME);
  });

  it('is found on another machine, by the state that the buckets keep of themselves', async () => {
    await installation.forgetFiles();

    const { error } = await installation.run();

    expect(error).toBeUndefined();
    expect(await installation.changes()).toEqual(EACH_TIME);
  });

  it('is gone through in a dry run, which changes nothing', async () => {
    await installation.settings({ imageTag: 'v1.2.4' });

    const { said, error } = await installation.run(['--dry-run']);

    expect(error).toBeUndefined();
    expect(await installation.changes()).toEqual([]);
    expect(said).toContain('would run: helm upgrade --install terrastage');
    expect(said).toContain('Nothing was changed.');
  });
});

describe('a dry run', () => {
  it('plans what can be planned before there is anything, and says what would follow', async () => {
    const { said, error } = await installation.run(['--dry-run']);

    expect(error).toBeUndefined();
    expect(await installation.changes()).toEqual([]);
    expect(said).toContain('would run: terraform apply');
    expect(said).toContain('would go on with: Cluster, database, login');
  });
});

describe('an installation that fails', () => {
  it.each<[string, Fault, string, string]>([
    [
      'without credentials',
      { on: 'aws sts', says: 'The SSO session has expired' },
      'The SSO session has expired',
      'aws sso login',
    ],
    [
      'on a state that is locked',
      {
        on: 'terraform plan',
        in: 'cluster',
        says: 'Error acquiring the state lock',
      },
      'Error acquiring the state lock',
      'force-unlock <ID>',
    ],
    [
      'in the middle of the cluster',
      {
        on: 'terraform apply',
        in: 'cluster',
        says: 'InsufficientFreeAddressesInSubnet',
      },
      'terraform apply',
      'it goes on where this ended',
    ],
    [
      'while it keeps the state',
      { on: 'aws s3 cp', says: 'SlowDown' },
      'aws s3 cp',
      'it goes on where this ended',
    ],
    [
      'on a cluster that does not answer',
      { on: 'kubectl get --raw', says: 'dial tcp: i/o timeout' },
      'i/o timeout',
      'cluster_endpoint_cidrs',
    ],
    [
      'on a cluster that does not let one in',
      { on: 'kubectl auth can-i', says: 'no' },
      'no',
      'adminRoleArns',
    ],
    [
      'at an application',
      { on: 'helm upgrade --install reloader', says: 'context deadline' },
      'helm upgrade --install reloader',
      'what breaks',
    ],
    [
      'at the portal',
      { on: 'kubectl --namespace terrastage rollout', says: 'timed out' },
      'rollout status',
      'externalsecrets',
    ],
    [
      'at the people',
      { on: 'users sync', says: 'too many', code: 3 },
      'ended with 3',
      'users.md',
    ],
  ])(
    '%s says why, and goes on from there when it is run again',
    async (_what, fault, message, hint) => {
      await installation.world({ faults: [fault] });

      const failed = await installation.run();
      const again = await installation.run();

      expect(failed.error?.message).toContain(message);
      expect(failed.error?.hint).toContain(hint);
      expect(again.error).toBeUndefined();
      expect([...new Set(await installation.changes())]).toEqual(EVERYTHING);
    },
  );

  it.each(['terraform', 'helm', 'kubectl', 'aws'])(
    'says so where there is no %s',
    async tool => {
      await installation.without(tool);

      const { error } = await installation.run();

      expect(error?.message).toBe(`There is no program ${tool} on PATH`);
    },
  );

  it.each([
    ['terraform', '1.10.5', '1.11'],
    ['helm', 'v3.15.0', '3.16'],
    ['kubectl', 'v1.30.2', '1.31'],
    ['aws', '1.31.9', '1.32'],
  ])('says so where %s is %s', async (tool, version, oldest) => {
    const { versions } = await installation.world();
    await installation.world({ versions: { ...versions, [tool]: version } });

    const { error } = await installation.run();

    expect(error?.message).toBe(
      `${tool} is ${version}, and ${oldest} or later is needed`,
    );
  });

  it('changes nothing in another account', async () => {
    await installation.world({ account: '999999999999' });

    const { error } = await installation.run();

    expect(error?.message).toContain('credentials of the account 999999999999');
    expect(await installation.changes()).toEqual([]);
  });

  it('touches no buckets whose state is nowhere', async () => {
    await installation.world({
      buckets: ['terrastage-123456789012-platform-state'],
    });

    const { error } = await installation.run();

    expect(error?.message).toContain('neither in it nor here');
    expect(await installation.changes()).toEqual([]);
  });

  it('says how images are built and pushed that are not there yet', async () => {
    await installation.world({
      images: { runner: `sha256:${'2'.repeat(64)}` },
    });

    const { error } = await installation.run();

    expect(error?.message).toBe(
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/terrastage/portal has no v1.2.3',
    );
    expect(error?.hint).toContain(
      '--file deploy/images/portal/Dockerfile --tag 123456789012.dkr.ecr.eu-west-1.amazonaws.com/terrastage/portal:v1.2.3',
    );
    expect(error?.hint).not.toContain('images/runner');
  });

  it('says what the load balancer sees where it finds no portal', async () => {
    await installation.world({ targets: [['unhealthy']] });

    const { error } = await installation.run();

    expect(error?.message).toContain('does not reach it: unhealthy');
    expect(error?.hint).toContain('loadBalancerCidrs');
  });

  it('understands no answer of another form', async () => {
    await installation.world({ account: undefined });

    const { error } = await installation.run();

    expect(error?.message).toContain('gave another answer than was expected');
  });

  it.each([
    ['pending-install', 'helm uninstall terrastage --namespace'],
    ['pending-upgrade', 'helm rollback terrastage --namespace'],
  ])('mends a release that is left %s', async (status, mended) => {
    await installation.world({ releases: { terrastage: status } });

    const { error } = await installation.run();

    expect(error).toBeUndefined();
    const changes = await installation.changes();
    expect(changes.indexOf(mended)).toBe(
      changes.indexOf('helm upgrade --install terrastage') - 1,
    );
  });

  it('asks Terraform to end, once, when it is interrupted, and goes on later', async () => {
    await installation.world({
      faults: [
        {
          on: 'terraform apply',
          in: 'cluster',
          says: 'aws_eks_cluster.this: Still creating...',
          hangs: true,
        },
      ],
    });

    const interrupted = await installation.run([], {
      interruptAt: 'Still creating',
    });
    const again = await installation.run();

    expect(interrupted.error?.message).toContain('Interrupted in: terraform');
    expect(
      (await installation.calls()).filter(({ line }) =>
        line.startsWith('SIGINT'),
      ),
    ).toHaveLength(1);
    expect(again.error).toBeUndefined();
  });
});

describe('settings', () => {
  it.each<[string, object, string]>([
    ['an account as a number', { account: 123456789012 }, 'account: must be'],
    ['a region that is none', { region: 'the moon' }, 'region: must be'],
    ['a name without a zone', { domain: 'portal' }, 'domain: must be'],
    ['no environment', { environments: {} }, 'environments: needs one'],
    ['no administrator', { adminRoleArns: [] }, 'adminRoleArns: '],
    [
      'people without TLS',
      { people: { users: 'http://a.example.com', groups: 'b' } },
      'people.users: ',
    ],
    ['a key that there is not', { domian: 'a' }, '"domian"'],
  ])('are refused with their field: %s', async (_what, over, message) => {
    await installation.settings(over);

    const { error } = await installation.run();

    expect(error?.message).toContain(message);
    expect(await installation.calls()).toEqual([]);
  });

  it('need the state bucket of another account', async () => {
    await installation.settings({
      environments: { dev: null, prod: { account: '210987654321' } },
    });

    const { error } = await installation.run();

    expect(error?.message).toContain('environments.prod is in another account');
  });

  it('have an example that is right', async () => {
    const settings = await readSettings(deployPath('platform.example.yaml'));

    expect(settings.name).toBe('terrastage');
    expect(Object.keys(settings.environments)).toEqual(['dev', 'prod']);
  });

  it('are in one file', async () => {
    const { error } = await installation.run(['another.yaml']);

    expect(error?.message).toBe('Name one file with settings');
  });
});

describe('taking a platform away', () => {
  const ID = 'terrastage-123456789012';

  beforeEach(async () => {
    await installation.remove();
    installation = await installed.copy();
  });

  it('takes the portal first and the cluster last, and leaves the states', async () => {
    const { said, error } = await installation.run(['--destroy'], {
      answer: ID,
    });

    expect(error).toBeUndefined();
    expect(await installation.changes()).toEqual([
      'helm uninstall terrastage --namespace',
      'helm uninstall external-dns --namespace',
      'helm uninstall ingress --namespace',
      'helm uninstall load-balancer-controller --namespace',
      'helm uninstall reloader --namespace',
      'helm uninstall metrics-server --namespace',
      'helm uninstall external-secrets --namespace',
      'kubectl delete namespace terrastage-runs',
      'terraform destroy -input=false -no-color (access)',
      'terraform apply -input=false -no-color (cluster)',
      'terraform destroy -input=false -no-color (cluster)',
    ]);
    expect(said).toContain('left: s3://terrastage-123456789012-dev-state');
    expect(Object.keys((await installation.world()).stacks)).toEqual([
      'bootstrap',
    ]);
  });

  it.each(['', 'yes', 'terrastage'])(
    'takes nothing away for the answer "%s"',
    async answer => {
      const { error } = await installation.run(['--destroy'], { answer });

      expect(error?.message).toBe(`That is not ${ID}`);
      expect(await installation.changes()).toEqual([]);
    },
  );

  it('does not ask while a run is under way', async () => {
    await installation.world({
      jobs: [{ metadata: { name: 'terrastage-1' }, status: { active: 1 } }],
    });

    const { said, error } = await installation.run(['--destroy'], {
      answer: ID,
    });

    expect(error?.message).toBe('1 run(s) are under way: terrastage-1');
    expect(said).not.toContain('Type');
    expect(await installation.changes()).toEqual([]);
  });

  it('only says what it would take away in a dry run', async () => {
    const { said, error } = await installation.run(['--destroy', '--dry-run']);

    expect(error).toBeUndefined();
    expect(said).toContain('would run: terraform destroy');
    expect(await installation.changes()).toEqual([]);
  });

  it.each<Fault>([
    { on: 'helm uninstall reloader', says: 'timed out' },
    { on: 'terraform destroy', in: 'access', says: 'DeleteConflict' },
    {
      on: 'terraform destroy',
      in: 'cluster',
      says: 'DependencyViolation',
      // The cluster itself is gone, its network is not.
      leaves: { clusters: [] },
    },
  ])('goes on where it ended: $on $in', async fault => {
    await installation.world({ faults: [fault] });

    const failed = await installation.run(['--destroy'], { answer: ID });
    const again = await installation.run(['--destroy'], { answer: ID });

    expect(failed.error?.hint).toContain('it goes on where this ended');
    expect(again.error).toBeUndefined();
    expect(Object.keys((await installation.world()).stacks)).toEqual([
      'bootstrap',
    ]);
  });

  it('says so where there is nothing', async () => {
    await installation.remove();
    installation = await Installation.create(helm.program);

    const { error } = await installation.run(['--destroy'], { answer: ID });

    expect(error?.message).toBe(`There is no platform ${ID}`);
  });
});

import { EVERY_CHANGE } from '../__testUtils__/everyChange';
import { Helm } from '../__testUtils__/Helm';
import { Installation, type Ended } from '../__testUtils__/Installation';

jest.setTimeout(120_000);

/** What is brought in line each time, since only the program itself knows whether it is. */
const EACH_TIME = EVERY_CHANGE.slice(4);

let helm: Helm;
let portalChart: Helm;
/** The first one, only looked at and copied. */
let installed: Installation;
let installedOnce: Ended;
let installation: Installation;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
  portalChart = await Helm.unpack();
  installed = await Installation.create(helm.program);
  installedOnce = await installed.run();
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
    const { said, error } = installedOnce;

    expect(error).toBeUndefined();
    expect(await installed.changes()).toEqual(EVERY_CHANGE);
    expect(said).toContain('The portal   https://portal.example.com');
    expect(said).toContain(
      'The login    https://acme.auth.eu-west-1.amazoncognito.com',
    );
  });

  it('hands on what each stack made to the next', async () => {
    const { stacks } = await installed.world();
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
    const inits = (await installed.calls()).filter(({ line }) =>
      line.startsWith('terraform init'),
    );
    expect(inits[0].line).not.toContain('-backend-config');
    expect(inits[1].line).toContain(
      '-backend-config=bucket=terrastage-123456789012-platform-state',
    );
  });

  it('has values with which the portal’s chart is content', async () => {
    const values = await installed.file('applications/terrastage.yaml');

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

  it('lets the portal have secrets for private Git, and External Secrets read them', async () => {
    const arn =
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:github-AbCdEf';
    await installation.settings({
      secrets: { GITHUB_TOKEN: { arn, property: 'token' } },
      values: {
        portal: {
          portal: {
            config: {
              integrations: {
                github: [{ host: 'github.com', token: '${GITHUB_TOKEN}' }],
              },
            },
          },
        },
      },
    });

    const { error } = await installation.run();

    expect(error).toBeUndefined();
    const { stacks } = await installation.world();
    expect(JSON.parse(stacks.access).secret_arns).toContain(arn);
    const values = await installation.file('applications/terrastage.yaml');
    expect(await portalChart.template(values)).toContain(
      `name: GITHUB_TOKEN
              valueFrom:
                secretKeyRef:
                  name: terrastage-more
                  key: GITHUB_TOKEN`,
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
    expect(await installation.changes()).toEqual(EVERY_CHANGE.slice(0, 4));
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

    const calls = await installation.calls();
    for (const { env } of calls) {
      expect(env.AWS_PROFILE).toBe('acme');
      expect(env).not.toHaveProperty('TF_VAR_domain_name');
      expect(env).not.toHaveProperty('TF_CLI_ARGS');
      expect(env).not.toHaveProperty('HELM_NAMESPACE');
    }
    const inCluster = calls.filter(({ line }) =>
      /^helm (list|upgrade)/.test(line),
    );
    expect(inCluster).not.toEqual([]);
    for (const { env } of inCluster) {
      expect(env.KUBECONFIG).toMatch(/terrastage-123456789012\/kubeconfig$/);
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

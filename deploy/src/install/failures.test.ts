import { EVERY_CHANGE } from '../__testUtils__/everyChange';
import { Helm } from '../__testUtils__/Helm';
import { Installation, type Fault } from '../__testUtils__/Installation';
import type { InstallError } from './InstallError';

jest.setTimeout(120_000);

/** In the order in which an installation comes to them, so that one can go from each to the next. */
const FAILURES: { fault: Fault; message: string; hint: string }[] = [
  {
    fault: { on: 'aws sts', says: 'The SSO session has expired' },
    message: 'The SSO session has expired',
    hint: 'aws sso login',
  },
  {
    fault: { on: 'aws s3 cp', says: 'SlowDown' },
    message: 'aws s3 cp',
    hint: 'it goes on where this ended',
  },
  {
    fault: {
      on: 'terraform plan',
      in: 'cluster',
      says: 'Error acquiring the state lock',
    },
    message: 'Error acquiring the state lock',
    hint: 'force-unlock <ID>',
  },
  {
    fault: {
      on: 'terraform apply',
      in: 'cluster',
      says: 'InsufficientFreeAddressesInSubnet',
    },
    message: 'terraform apply',
    hint: 'it goes on where this ended',
  },
  {
    fault: { on: 'kubectl get --raw', says: 'dial tcp: i/o timeout' },
    message: 'i/o timeout',
    hint: 'cluster_endpoint_cidrs',
  },
  {
    fault: { on: 'kubectl auth can-i', says: 'no' },
    message: 'no',
    hint: 'adminRoleArns',
  },
  {
    fault: {
      on: 'helm upgrade --install reloader',
      says: 'context deadline exceeded',
    },
    message: 'helm upgrade --install reloader',
    hint: 'what breaks',
  },
  {
    fault: {
      on: 'kubectl --namespace terrastage rollout',
      says: 'timed out waiting for the condition',
    },
    message: 'rollout status',
    hint: 'externalsecrets',
  },
  {
    fault: { on: 'users sync', says: 'too many', code: 3 },
    message: 'ended with 3',
    hint: 'users.md',
  },
];

let helm: Helm;
let installation: Installation;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
});

afterAll(async () => {
  await helm?.remove();
});

beforeEach(async () => {
  installation = await Installation.create(helm.program);
});

afterEach(async () => {
  await installation.remove();
});

describe('an installation that fails', () => {
  it('says why each time, and goes on from there when it is run again', async () => {
    const ends: Pick<InstallError, 'message' | 'hint'>[] = [];
    for (const { fault } of FAILURES) {
      await installation.world({ faults: [fault] });
      const { error } = await installation.run();
      ends.push({ message: `${error?.message}`, hint: `${error?.hint}` });
    }

    const last = await installation.run();

    expect(ends).toEqual(
      FAILURES.map(({ message, hint }) => ({
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      })),
    );
    expect(last.error).toBeUndefined();
    expect([...new Set(await installation.changes())]).toEqual(EVERY_CHANGE);
  });

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

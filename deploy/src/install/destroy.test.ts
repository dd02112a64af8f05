import { Helm } from '../__testUtils__/Helm';
import { Installation, type Fault } from '../__testUtils__/Installation';

jest.setTimeout(120_000);

const ID = 'terrastage-123456789012';

/** In the order in which a destroy comes to them. */
const FAULTS: Fault[] = [
  { on: 'helm uninstall reloader', says: 'timed out' },
  { on: 'terraform destroy', in: 'access', says: 'DeleteConflict' },
  {
    on: 'terraform destroy',
    in: 'cluster',
    says: 'DependencyViolation',
    // The cluster itself is gone, its network is not.
    leaves: { clusters: [] },
  },
];

let helm: Helm;
/** One that stands, to be copied. */
let installed: Installation;
let installation: Installation;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
  installed = await Installation.create(helm.program);
  await installed.run();
});

afterAll(async () => {
  await installed?.remove();
  await helm?.remove();
});

beforeEach(async () => {
  installation = await installed.copy();
});

afterEach(async () => {
  await installation.remove();
});

describe('taking a platform away', () => {
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

  it.each(['', 'terrastage'])(
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

  it('goes on where it ended, each time', async () => {
    const hints: (string | undefined)[] = [];
    for (const fault of FAULTS) {
      await installation.world({ faults: [fault] });
      const { error } = await installation.run(['--destroy'], { answer: ID });
      hints.push(error?.hint);
    }

    const last = await installation.run(['--destroy'], { answer: ID });

    expect(hints).toEqual(
      FAULTS.map(() => expect.stringContaining('it goes on where this ended')),
    );
    expect(last.error).toBeUndefined();
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

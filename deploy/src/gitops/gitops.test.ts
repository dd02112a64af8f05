import { readFile, writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { deployPath } from '../deployPath';
import { withValues } from '../__testUtils__/chartValues';
import { gitopsValues, wholeGitopsValues } from '../__testUtils__/gitopsValues';
import { Helm } from '../__testUtils__/Helm';
import type { KubernetesObject } from '../__testUtils__/KubernetesObject';
import { objectFaults } from '../__testUtils__/objectFaults';

jest.setTimeout(120_000);

let helm: Helm;
let portalChart: Helm;

beforeAll(async () => {
  helm = await Helm.unpack('gitops');
  portalChart = await Helm.unpack();
});

afterAll(async () => {
  await helm?.remove();
  await portalChart?.remove();
});

const waveOf = ({ metadata }: KubernetesObject) =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

async function applications(values: object): Promise<KubernetesObject[]> {
  const objects = await helm.objects(values);
  return objects.filter(({ kind }) => kind === 'Application');
}

async function application(values: object, name: string) {
  const found = (await applications(values)).find(
    ({ metadata }) => metadata.name === name,
  );
  if (!found) throw new Error(`There is no application ${name}`);
  return found;
}

describe.each([
  ['what is needed', gitopsValues(), 'minimal'],
  ['every application', wholeGitopsValues(), 'full'],
])('the platform with %s', (_what, values, golden) => {
  it('has no fault by Helm, nor by the schemas of ArgoCD', async () => {
    await helm.lint(values);

    expect(await objectFaults(await helm.objects(values))).toEqual([]);
  });

  it('pins every version, so that an upgrade is a commit', async () => {
    const charts = (await applications(values)).filter(
      ({ spec }) => spec.source.chart,
    );

    expect(charts.length).toBeGreaterThan(2);
    for (const { spec } of charts) {
      expect(spec.source.targetRevision).toMatch(/^v?\d+\.\d+\.\d+$/);
      expect(spec.source.repoURL).toMatch(/^https:\/\//);
    }
  });

  it('keeps everything as Git has it', async () => {
    for (const { spec } of await applications(values)) {
      expect(spec.syncPolicy.automated).toEqual({
        prune: true,
        selfHeal: true,
      });
      expect(spec.syncPolicy.retry.limit).toBeGreaterThan(0);
    }
  });

  it('makes the project first, then what the portal needs, then the portal', async () => {
    const objects = await helm.objects(values);
    const waves = new Map(
      objects.map(object => [
        `${object.kind}/${object.metadata.name}`,
        waveOf(object),
      ]),
    );
    const portal = waves.get('Application/terrastage')!;

    expect(Math.min(...waves.values())).toBe(
      waves.get('AppProject/terrastage'),
    );
    const others = [...waves].filter(
      ([name]) => !/\/(terrastage|platform)$/.test(name),
    );
    expect(others.filter(([, wave]) => wave >= portal)).toEqual([]);
  });

  it('goes only where its project lets it, and comes only from there', async () => {
    const objects = await helm.objects(values);
    const { spec } = objects.find(({ kind }) => kind === 'AppProject')!;
    const namespaces = spec.destinations.map((one: any) => one.namespace);

    for (const one of await applications(values)) {
      expect(one.spec.project).toBe('terrastage');
      expect(spec.sourceRepos).toContain(one.spec.source.repoURL);
      expect(namespaces).toContain(one.spec.destination.namespace);
    }
    expect(spec.sourceRepos).not.toContain('*');
    expect(namespaces).toContain('terrastage-runs');
  });

  it('makes what it made before', async () => {
    const file = deployPath('gitops/golden', `${golden}.yaml`);
    const text = await helm.template(values);
    if (process.env.TERRASTAGE_UPDATE_GOLDEN) await writeFile(file, text);

    expect(text).toBe(await readFile(file, 'utf8'));
  });
});

describe('the applications', () => {
  it('are all that a platform has', async () => {
    const names = (await applications(wholeGitopsValues())).map(
      ({ metadata }) => metadata.name,
    );

    expect(names.sort()).toEqual([
      'external-dns',
      'external-secrets',
      'ingress',
      'load-balancer-controller',
      'metrics-server',
      'platform',
      'reloader',
      'terrastage',
    ]);
  });

  it('begin with one that makes the others from this folder, with the file of the platform', async () => {
    const { spec } = await application(gitopsValues(), 'platform');

    expect(spec.source).toMatchObject({
      path: 'deploy/gitops',
      helm: { valueFiles: ['/platform.yaml'] },
    });
  });

  it('have the portal by the very chart that install.sh installs, with its values', async () => {
    const { spec } = await application(gitopsValues(), 'terrastage');

    expect(spec.source.path).toBe('deploy/chart');
    await expect(
      portalChart.lint(spec.source.helm.valuesObject),
    ).resolves.toContain('0 chart(s) failed');
  });

  it('have the people from Git', async () => {
    const { people } = gitopsValues();
    const { spec } = await application(gitopsValues(), 'terrastage');
    const objects = await portalChart.objects(spec.source.helm.valuesObject);
    const config = objects.find(({ kind }) => kind === 'ConfigMap')!;

    expect(
      parse(config.data['app-config.yaml']).catalog.locations.map(
        ({ type, target }: any) => `${type} ${target}`,
      ),
    ).toEqual(
      expect.arrayContaining([`url ${people.users}`, `url ${people.groups}`]),
    );
  });

  it('have service accounts with the names that their roles trust', async () => {
    const { spec } = await application(wholeGitopsValues(), 'external-dns');
    const trust = await readFile(
      deployPath('terraform/access/trust.tf'),
      'utf8',
    );
    const { serviceAccount } = spec.source.helm.valuesObject;

    expect(trust).toContain(
      `"${spec.destination.namespace}:${serviceAccount.name}"`,
    );
    expect(serviceAccount.annotations['eks.amazonaws.com/role-arn']).toBe(
      wholeGitopsValues().roles.externalDns,
    );
  });

  it('leave the portal where it is when its application is deleted, and take the others along', async () => {
    const finalizers = (await applications(wholeGitopsValues()))
      .filter(({ metadata }) => !('finalizers' in metadata))
      .map(({ metadata }) => metadata.name);

    expect(finalizers.sort()).toEqual(['platform', 'terrastage']);
  });

  it('wait for each other, once ArgoCD has the health of applications', async () => {
    const values = parse(
      await readFile(deployPath('gitops/argocd-values.yaml'), 'utf8'),
    );

    expect(Object.keys(values.configs.cm)).toEqual([
      'resource.customizations.health.argoproj.io_Application',
    ]);
  });

  it('are there without ArgoCD as well, but for the project and the root', async () => {
    const { portal } = gitopsValues();
    const objects = await helm.objects({ argocd: { enabled: false }, portal });

    expect(objects.map(({ metadata }) => metadata.name).sort()).toEqual([
      'external-secrets',
      'metrics-server',
      'reloader',
      'terrastage',
    ]);
  });
});

describe('wrong values', () => {
  it.each<[string, object, string]>([
    ['no repository', { repository: { url: '' } }, '/repository/url'],
    [
      'a repository by its path',
      { repository: { url: 'acme/terrastage' } },
      '/repository/url',
    ],
    ['no people', { people: { users: '' } }, '/people/users'],
    [
      'people without TLS',
      { people: { users: 'http://example.com/users.yaml' } },
      '/people/users',
    ],
    [
      'a range of versions',
      { applications: { reloader: { version: '2.x' } } },
      '/applications/reloader/version',
    ],
    [
      'a wave after the portal',
      { applications: { reloader: { wave: 1 } } },
      '/applications/reloader/wave',
    ],
    [
      'external-dns without a role',
      { applications: { 'external-dns': { enabled: true } } },
      '/roles/externalDns',
    ],
    [
      'external-dns for every name',
      {
        applications: { 'external-dns': { enabled: true } },
        roles: { externalDns: 'arn:aws:iam::123456789012:role/a' },
      },
      '/domains',
    ],
    [
      'a controller of load balancers without its cluster',
      { applications: { 'load-balancer-controller': { enabled: true } } },
      '/cluster/name',
    ],
    ['no portal', { portal: null }, "missing property 'portal'"],
    [
      'a name that there is not',
      { application: {} },
      "additional properties 'application' not allowed",
    ],
  ])('are refused with their path: %s', async (_what, over, message) => {
    await expect(
      helm.template(withValues(over, gitopsValues())),
    ).rejects.toThrow(message);
  });
});

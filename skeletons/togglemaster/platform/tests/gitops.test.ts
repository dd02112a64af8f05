import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { SecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse, parseAllDocuments } from 'yaml';
import { findKubectl } from './support/findKubectl.ts';
import { startKubernetesApi } from './support/startKubernetesApi.ts';

type Manifest = Record<string, any>;

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const tools = `${root}/.togglemaster/tools`;
const environments = await readdir(`${root}/gitops/environments`);
const MODELS = Object.fromEntries(
  [
    Application,
    ConfigMap,
    Deployment,
    ExternalSecret,
    HorizontalPodAutoscaler,
    Ingress,
    Namespace,
    NetworkPolicy,
    PodDisruptionBudget,
    SecretStore,
    Service,
    ServiceAccount,
  ].map(model => [model.kind, model]),
) as Record<string, new (data: any) => { validate(): void }>;

/** Of two ranges one holds the other, or they have nothing in common. */
function overlap(one: string, other: string): boolean {
  const holds = (range: string, inner: string) => {
    const list = new BlockList();
    const [address, bits] = range.split('/') as [string, string];
    list.addSubnet(address, Number(bits));
    return list.check(inner.split('/')[0]!);
  };
  return holds(one, other) || holds(other, one);
}

for (const environment of environments) {
  describe(`the manifests of ${environment}`, () => {
    const folder = `${root}/gitops/environments/${environment}`;
    let built: Manifest[] = [];
    let applications: Manifest[] = [];

    before(async () => {
      const kubectl = await findKubectl(tools);
      const parts = (await readdir(folder, { withFileTypes: true }))
        .filter(entry => entry.isDirectory() && entry.name !== 'applications')
        .map(entry => entry.name);
      const outputs = await Promise.all(
        parts.map(part => run(kubectl, ['kustomize', `${folder}/${part}`])),
      );
      built = outputs.flatMap(({ stdout }) =>
        parseAllDocuments(stdout).map(document => document.toJS() as Manifest),
      );
      const files = await readdir(`${folder}/applications`);
      applications = await Promise.all(
        [...files.map(file => `applications/${file}`), 'root.yaml'].map(
          async file => parse(await readFile(`${folder}/${file}`, 'utf8')),
        ),
      );
    });

    const ofKind = (kind: string) =>
      built.filter(manifest => manifest.kind === kind);

    const ofShared = ['from-load-balancer', 'to-postgres', 'to-redis'];
    const rangesIn = (policies: Manifest[], way: 'ingress' | 'egress') =>
      policies
        .flatMap(({ spec }) => spec[way] ?? [])
        .flatMap(rule => rule.from ?? rule.to ?? [])
        .flatMap(({ ipBlock }): string[] => ipBlock?.cidr ?? []);
    const rangeOf = (name: string) => {
      const policies = built.filter(({ metadata }) => metadata.name === name);
      const [range] = [
        ...rangesIn(policies, 'ingress'),
        ...rangesIn(policies, 'egress'),
      ];
      return range!;
    };
    /** The labels of a service's pods. */
    const podOf = (name: string): Record<string, string> =>
      ofKind('Deployment').find(({ metadata }) => metadata.name === name)!.spec
        .template.metadata.labels;
    const selects = (policy: Manifest, labels: Record<string, string>) =>
      Object.entries(policy.podSelector.matchLabels ?? {}).every(
        ([key, value]) => labels[key] === value,
      );

    it('are what their schemas ask for', () => {
      for (const manifest of [...built, ...applications]) {
        const Model = MODELS[manifest.kind];
        assert.ok(Model, `there is no schema for ${manifest.kind}`);
        assert.doesNotThrow(
          () => new Model(manifest).validate(),
          `${manifest.kind} ${manifest.metadata.name}`,
        );
      }
    });

    it('give each service all that it needs and no secret', async () => {
      const services = await readdir(`${root}/services`);
      for (const kind of [
        'ConfigMap',
        'Deployment',
        'ExternalSecret',
        'HorizontalPodAutoscaler',
        'PodDisruptionBudget',
        'SecretStore',
        'Service',
        'ServiceAccount',
      ]) {
        assert.equal(ofKind(kind).length, services.length, kind);
      }
      assert.deepEqual(ofKind('Secret'), []);
    });

    it('stand in one namespace, which enforces the restricted standard', () => {
      const [namespace] = ofKind('Namespace');

      const others = built
        .filter(({ kind }) => kind !== 'Namespace')
        .map(({ metadata }) => metadata.namespace);

      assert.deepEqual([...new Set(others)], [namespace!.metadata.name]);
      assert.equal(
        namespace!.metadata.labels['pod-security.kubernetes.io/enforce'],
        'restricted',
      );
    });

    it('have pods that the restricted standard lets in', () => {
      for (const { metadata, spec } of ofKind('Deployment')) {
        const pod = spec.template.spec;
        assert.equal(pod.securityContext.runAsNonRoot, true, metadata.name);
        assert.notEqual(pod.securityContext.runAsUser, 0);
        assert.equal(pod.securityContext.seccompProfile.type, 'RuntimeDefault');
        for (const key of ['hostNetwork', 'hostPID', 'hostIPC', 'volumes']) {
          assert.equal(pod[key], undefined, `${metadata.name}: ${key}`);
        }
        for (const container of pod.containers) {
          const { securityContext, ports } = container;
          assert.equal(securityContext.allowPrivilegeEscalation, false);
          assert.equal(securityContext.readOnlyRootFilesystem, true);
          assert.deepEqual(securityContext.capabilities, { drop: ['ALL'] });
          assert.equal(securityContext.privileged, undefined);
          assert.equal(ports[0].hostPort, undefined);
        }
      }
    });

    it('refuse what no policy allows', () => {
      const deny = ofKind('NetworkPolicy').find(
        ({ metadata }) => metadata.name === 'default-deny',
      );

      assert.deepEqual(deny!.spec, {
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
      });
    });

    it('send every route of the ingress to a service that is there', () => {
      const names = ofKind('Service').map(({ metadata }) => metadata.name);
      const rules = ofKind('Ingress').map(({ spec }) => spec.rules[0]);

      for (const { backend } of rules.flatMap(({ http }) => http.paths)) {
        assert.ok(names.includes(backend.service.name), backend.service.name);
      }
      assert.equal(new Set(rules.map(({ host }) => host)).size, 1);
    });

    it('have one load balancer, and the same of it said once', () => {
      const annotations = ofKind('Ingress').map(
        ({ metadata }) => metadata.annotations,
      );
      const prefix = 'alb.ingress.kubernetes.io';

      for (const given of annotations) {
        assert.equal(given[`${prefix}/group.name`], 'togglemaster');
      }
      assert.equal(
        annotations.filter(given => `${prefix}/scheme` in given).length,
        1,
      );
    });

    it('tell auth of the load balancer, for limits of each address', () => {
      const settings = ofKind('ConfigMap').find(
        ({ metadata }) => metadata.labels['app.kubernetes.io/name'] === 'auth',
      );

      assert.equal(settings!.data.PROXIES, '1');
    });

    it('let every service ask auth who calls', () => {
      const policies = ofKind('NetworkPolicy').filter(
        ({ spec }) => spec.podSelector.matchLabels?.app === 'auth',
      );
      const allowed = policies.flatMap(({ spec }) =>
        spec.ingress.flatMap(({ from }: Manifest) =>
          from.map((peer: Manifest) => peer.podSelector?.matchLabels.app),
        ),
      );
      const others = ofKind('Service')
        .map(({ metadata }) => metadata.name)
        .filter(name => name !== 'auth');

      for (const name of others) assert.ok(allowed.includes(name), name);
    });

    it('let no pod in by the address that it has', () => {
      const loadBalancers = rangeOf('from-load-balancer');
      const others = rangesIn(ofKind('NetworkPolicy'), 'ingress').filter(
        range => range !== loadBalancers,
      );

      assert.deepEqual(others, []);
      // Where the stores stand, the pods stand too.
      assert.ok(!overlap(loadBalancers, rangeOf('to-postgres')));
      assert.equal(rangeOf('to-redis'), rangeOf('to-postgres'));
    });

    it('let the load balancer reach every service', () => {
      const { spec } = ofKind('NetworkPolicy').find(
        ({ metadata }) => metadata.name === 'from-load-balancer',
      )!;
      const [{ port, endPort }] = spec.ingress[0].ports;

      for (const { metadata, spec: service } of ofKind('Service')) {
        const [{ port: own }] = service.ports;
        assert.ok(port <= own && own <= endPort, metadata.name);
        assert.ok(selects(spec, podOf(metadata.name)), metadata.name);
      }
    });

    it('let each service reach the stores that it asks for, and no other', async () => {
      for (const { metadata } of ofKind('Deployment')) {
        const { name } = metadata;
        const module = await import(`../services/${name}/src/index.ts`);
        const settings = Object.keys(module[`${name}Service`].config.shape);
        const ports = ofKind('NetworkPolicy')
          .filter(({ spec }) => selects(spec, podOf(name)))
          .flatMap(({ spec }) => spec.egress ?? [])
          .filter(({ to }) => to[0].ipBlock?.cidr === rangeOf('to-redis'))
          .flatMap((rule: Manifest) => rule.ports)
          .map(({ port }) => port);

        assert.deepEqual(
          ports.toSorted(),
          [
            settings.includes('DATABASE_URL') ? [5432] : [],
            settings.includes('REDIS_URL') ? [6379] : [],
          ].flat(),
          name,
        );
      }
    });

    it('name the addresses of the network in one place', async () => {
      const copy = await mkdtemp(join(tmpdir(), 'togglemaster-gitops-'));
      const shared = `environments/${environment}/shared`;
      const file = `${copy}/${shared}/kustomization.yaml`;
      await cp(`${root}/gitops`, copy, { recursive: true });
      const text = await readFile(file, 'utf8');
      await writeFile(
        file,
        text.replaceAll(/value: [\d.]+\/\d+$/gm, 'value: 10.16.0.0/20'),
      );

      const others = ofKind('NetworkPolicy').filter(
        ({ metadata }) => !ofShared.includes(metadata.name),
      );
      const { stdout } = await run(await findKubectl(tools), [
        'kustomize',
        `${copy}/${shared}`,
      ]);
      await rm(copy, { recursive: true });

      // AWS has no addresses that one could name.
      assert.deepEqual([...new Set(rangesIn(others, 'egress'))], ['0.0.0.0/0']);
      assert.deepEqual(
        stdout.match(/(?<=cidr: ).*/g),
        Array(3).fill('10.16.0.0/20'),
      );
    });

    it('are kept by an Application each, which prunes and heals', async () => {
      const folders = (await readdir(folder, { withFileTypes: true }))
        .filter(entry => entry.isDirectory())
        .map(({ name }) => `gitops/environments/${environment}/${name}`);

      assert.deepEqual(
        applications.map(({ spec }) => spec.source.path).toSorted(),
        folders.toSorted(),
      );
      for (const { spec } of applications) {
        assert.deepEqual(spec.syncPolicy.automated, {
          prune: true,
          selfHeal: true,
        });
      }
    });
  });
}

describe('the scripts of the deployment', () => {
  const manager = `${root}/scripts/gitops-manager.sh`;
  const [environment] = environments as [string];

  for (const [command, ...rest] of [
    ['deploy'],
    ['deploy', 'auth', 'abc1234'],
    ['status'],
    ['destroy'],
  ] as const) {
    it(`says what it would run: ${[command, ...rest].join(' ')}`, async () => {
      const { stdout } = await run(manager, [
        command,
        environment,
        ...rest,
        '--dry-run',
      ]);

      assert.match(stdout, /^\+ (kubectl|sed|git) /m);
    });
  }

  it('tells what is deployed, and how each Application is', async () => {
    const kubectl = await findKubectl(tools);
    const home = await mkdtemp(join(tmpdir(), 'togglemaster-gitops-'));
    const api = await startKubernetesApi(join(home, 'config'));
    const path = [dirname(kubectl), process.env.PATH].join(delimiter);
    try {
      const { stdout } = await run(manager, ['status', environment], {
        env: { PATH: path, HOME: home, KUBECONFIG: join(home, 'config') },
      });

      const applications = await readdir(
        `${root}/gitops/environments/${environment}/applications`,
      );
      assert.match(stdout, /^auth \S+$/m);
      // And the app of apps.
      assert.equal(
        stdout.match(/^\S+ +Synced +Healthy$/gm)?.length,
        applications.length + 1,
      );
    } finally {
      await api.stop();
      await rm(home, { recursive: true });
    }
  });

  it('has nothing to roll back to before the first image', async () => {
    await assert.rejects(
      run(manager, ['rollback', environment, 'auth', '--dry-run']),
      /There is no earlier tag of auth/,
    );
  });

  it('refuses an environment, a service and a tag that cannot be', async () => {
    for (const [words, message] of [
      [['status', 'nowhere'], /There is no environment 'nowhere'/],
      [['deploy', environment, 'nobody', 'abc'], /no service 'nobody'/],
      [['deploy', environment, 'auth', 'a b'], /'a b' is no tag/],
    ] as const) {
      await assert.rejects(run(manager, [...words, '--dry-run']), message);
    }
  });

  it('installs a pinned ArgoCD without a public address', async () => {
    const { stdout } = await run(`${root}/gitops/argocd/install.sh`, [
      environment,
      '--dry-run',
    ]);

    assert.match(stdout, /argo-cd\/v\d+\.\d+\.\d+\/manifests\/install\.yaml/);
    assert.doesNotMatch(stdout, /LoadBalancer/);
  });
});

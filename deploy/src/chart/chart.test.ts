import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  checkPodSecurity,
  repositoryRoot,
  runProgram,
  tempDir,
} from '@terrastage/local/testing';
import { parse } from 'yaml';
import { deployPath } from '../deployPath';
import { matrix, withValues } from '../__testUtils__/chartValues';
import { Helm } from '../__testUtils__/Helm';
import type { KubernetesObject } from '../__testUtils__/KubernetesObject';
import { objectFaults } from '../__testUtils__/objectFaults';

jest.setTimeout(120_000);

const A_SECRET =
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf';

let helm: Helm;

beforeAll(async () => {
  helm = await Helm.unpack();
});

afterAll(async () => {
  await helm?.remove();
});

function one(objects: KubernetesObject[], kind: string, name = 'terrastage') {
  const found = objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found;
}

function kinds(objects: KubernetesObject[]): string[] {
  return [...new Set(objects.map(({ kind }) => kind))].sort();
}

function configOf(objects: KubernetesObject[]) {
  return parse(
    one(objects, 'ConfigMap', 'terrastage-config').data['app-config.yaml'],
  );
}

describe.each(Object.entries(matrix))('the chart with %s', (name, values) => {
  it('has no fault by Helm, nor by the schemas of what it makes', async () => {
    await helm.lint(values);
    const objects = await helm.objects(values);

    expect(await objectFaults(objects)).toEqual([]);
  });

  it('keeps to the restricted Pod Security Standard', async () => {
    const deployment = one(await helm.objects(values), 'Deployment');
    const { spec } = deployment.spec.template;
    const volumes = spec.volumes.filter((volume: any) => !volume.configMap);

    expect(() =>
      checkPodSecurity('portal', { ...spec, volumes }),
    ).not.toThrow();
    expect(spec.containers[0].securityContext).toMatchObject({
      readOnlyRootFilesystem: true,
    });
    expect(spec).not.toHaveProperty('hostNetwork');
  });

  it('puts everything into a namespace and says whose it is', async () => {
    const objects = await helm.objects(values);

    expect(
      objects
        .filter(({ kind }) => kind !== 'Namespace')
        .map(({ metadata }) => metadata.namespace),
    ).not.toContain(undefined);
    expect(
      objects.filter(
        ({ metadata }) =>
          metadata.labels?.['app.kubernetes.io/name'] !== 'terrastage',
      ),
    ).toEqual([]);
  });

  it('has no secret in it', async () => {
    const objects = await helm.objects(values);

    expect(kinds(objects)).not.toContain('Secret');
    expect(configOf(objects).backend.database.connection.password).toBe(
      '${DATABASE_PASSWORD}',
    );
  });

  if (['minimal', 'full'].includes(name)) {
    it('makes what it made before', async () => {
      const file = deployPath('chart/golden', `${name}.yaml`);
      const text = await helm.template(values);
      if (process.env.TERRASTAGE_UPDATE_GOLDEN) await writeFile(file, text);

      expect(text).toBe(await readFile(file, 'utf8'));
    });
  }
});

describe('the portal', () => {
  it('configures the Kubernetes launcher, with a service account for each template', async () => {
    const objects = await helm.objects(matrix.full);

    expect(configOf(objects).resources.launcher).toEqual({
      kubernetes: {
        cluster: 'terrastage',
        namespace: 'terrastage-runs',
        image: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/terrastage/runner@sha256:${'2'.repeat(
          64,
        )}`,
        portalUrl:
          'http://terrastage.terrastage.svc:7007/api/resources/v1/runner',
        serviceAccount: 'terrastage-runner',
        serviceAccounts: {
          's3-bucket': 'terrastage-s3-bucket',
          vpc: 'terrastage-vpc',
        },
        defaultQueue: 'everybody',
        queues: { 'group:default/payments': 'payments' },
        priorityClass: 'runs',
        workspaceSize: '2Gi',
        resources: matrix.full.runners.resources ?? {
          requests: { cpu: '500m', memory: '1Gi' },
          limits: { memory: '2Gi' },
        },
      },
    });
  });

  it('has only settings that there are', async () => {
    const folder = await tempDir('terrastage-chart-config-');
    try {
      const objects = await helm.objects(matrix.full);
      const file = join(folder.path, 'app-config.yaml');
      await writeFile(
        file,
        one(objects, 'ConfigMap', 'terrastage-config').data['app-config.yaml'],
      );

      const check = runProgram(
        process.execPath,
        [
          join(repositoryRoot, 'node_modules/.bin/backstage-cli'),
          'config:check',
          '--strict',
          '--config',
          file,
        ],
        {
          cwd: repositoryRoot,
          env: {
            ...process.env,
            BACKEND_SECRET: 'a',
            SESSION_SECRET: 'b',
            OIDC_CLIENT_SECRET: 'c',
            DATABASE_USER: 'd',
            DATABASE_PASSWORD: 'e',
          },
          timeout: 100_000,
        },
      );

      await expect(check).resolves.toBeDefined();
    } finally {
      await folder.remove();
    }
  });

  it.each<[string, Record<string, any>]>([
    ['its own', matrix.minimal],
    ['those of private Git', matrix['private Git']],
  ])(
    'gets every secret that its configuration names, from External Secrets: %s',
    async (_what, values) => {
      const objects = await helm.objects(values);
      const named = [
        ...JSON.stringify(configOf(objects)).matchAll(/\$\{(\w+)\}/g),
      ].map(([, variable]) => variable);
      const { env } = one(objects, 'Deployment').spec.template.spec
        .containers[0];
      const brought = objects
        .filter(({ kind }) => kind === 'ExternalSecret')
        .flatMap(({ spec }) =>
          spec.data.map(
            (entry: any) => `${spec.target.name}/${entry.secretKey}`,
          ),
        );

      const taken = env.filter((entry: any) => entry.valueFrom);

      expect(taken.map((entry: any) => entry.name).sort()).toEqual(
        [...new Set(named)].sort(),
      );
      expect(
        taken
          .map(
            ({ valueFrom: { secretKeyRef: ref } }: any) =>
              `${ref.name}/${ref.key}`,
          )
          .sort(),
      ).toEqual(brought.sort());
    },
  );

  it('takes more secrets from where their values say, and starts anew when one was changed', async () => {
    const objects = await helm.objects(matrix['private Git']);

    expect(
      one(objects, 'ExternalSecret', 'terrastage-more').spec.data.map(
        ({ secretKey, remoteRef }: any) => ({ secretKey, ...remoteRef }),
      ),
    ).toEqual([
      {
        secretKey: 'GITHUB_TOKEN',
        key: expect.stringContaining('secret:acme/github-AbCdEf'),
        property: 'token',
      },
      {
        secretKey: 'GITLAB_TOKEN',
        key: expect.stringContaining('secret:acme/gitlab-AbCdEf'),
      },
    ]);
    expect(
      one(objects, 'Deployment').metadata.annotations?.[
        'secret.reloader.stakater.com/reload'
      ],
    ).toBe('terrastage-portal,terrastage-database,terrastage-more');
  });

  it('is replaced without being away, and is spread over machines', async () => {
    const { spec } = one(await helm.objects(matrix.minimal), 'Deployment');

    expect(spec.strategy.rollingUpdate).toEqual({
      maxSurge: 1,
      maxUnavailable: 0,
    });
    expect(
      spec.template.spec.topologySpreadConstraints.map(
        (constraint: any) => constraint.topologyKey,
      ),
    ).toEqual(['topology.kubernetes.io/zone', 'kubernetes.io/hostname']);
    expect(spec.template.spec.containers[0].readinessProbe.httpGet.path).toBe(
      '/.backstage/health/v1/readiness',
    );
  });

  it('serves metrics where the monitor asks for them, to Prometheus alone', async () => {
    const objects = await helm.objects(matrix.full);
    const [container] = one(objects, 'Deployment').spec.template.spec
      .containers;
    const env = Object.fromEntries(
      container.env.map(({ name, value }: any) => [name, value]),
    );
    const [endpoint] = one(objects, 'ServiceMonitor').spec.endpoints;
    const servicePort = one(objects, 'Service').spec.ports.find(
      ({ name }: any) => name === endpoint.port,
    );
    const containerPort = container.ports.find(
      ({ name }: any) => name === servicePort.targetPort,
    ).containerPort;
    const entrances = one(objects, 'NetworkPolicy', 'portal').spec.ingress;

    expect(endpoint.path).toBe('/metrics');
    expect(env).toMatchObject({
      OTEL_METRICS_EXPORTER: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(containerPort),
    });
    expect(
      entrances.filter(({ ports }: any) => ports[0].port === containerPort),
    ).toEqual([
      {
        ports: [{ port: containerPort, protocol: 'TCP' }],
        from: [
          {
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' },
            },
          },
        ],
      },
    ]);
  });

  it('shuts down within the grace period of its pod', async () => {
    const objects = await helm.objects(matrix.minimal);
    const { seconds } = configOf(objects).backend.lifecycle.serverShutdownDelay;

    expect(seconds).toBeLessThan(
      one(objects, 'Deployment').spec.template.spec
        .terminationGracePeriodSeconds,
    );
  });

  it('starts anew when its configuration changes', async () => {
    const checksum = async (values: object) =>
      one(await helm.objects(values), 'Deployment').spec.template.metadata
        .annotations['checksum/config'];

    const before = await checksum(matrix.minimal);

    expect(await checksum(matrix.minimal)).toBe(before);
    expect(
      await checksum(withValues({ resources: { admins: ['user:default/a'] } })),
    ).not.toBe(before);
    expect(
      await checksum(
        withValues({ portal: { config: { app: { title: 'A' } } } }),
      ),
    ).not.toBe(before);
  });

  it('has in the namespace of runs the rights that its README asks for, and no others anywhere', async () => {
    const objects = await helm.objects(matrix.minimal);
    const readme = await readFile(
      join(repositoryRoot, 'plugins/resources-backend/README.md'),
      'utf8',
    );
    const documented = parse(
      /```yaml\n(apiVersion: rbac[^`]+)```/.exec(readme)![1],
    );

    expect(one(objects, 'Role', 'terrastage-portal').rules).toEqual(
      documented.rules,
    );
    expect(kinds(objects).filter(kind => /Role/.test(kind))).toEqual([
      'Role',
      'RoleBinding',
    ]);
  });
});

describe('what runs are in', () => {
  it('is a namespace under the restricted standard, with a quota, that outlives the release', async () => {
    const objects = await helm.objects(matrix.minimal);

    expect(one(objects, 'Namespace', 'terrastage-runs').metadata).toMatchObject(
      {
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        annotations: { 'helm.sh/resource-policy': 'keep' },
      },
    );
    expect(one(objects, 'ResourceQuota', 'runners').spec.hard).toMatchObject({
      pods: '50',
      'requests.memory': '100Gi',
    });
  });

  it('has a service account with its role for each template', async () => {
    const objects = await helm.objects(matrix.minimal);

    expect(
      objects
        .filter(
          ({ kind, metadata }) =>
            kind === 'ServiceAccount' &&
            metadata.namespace === 'terrastage-runs',
        )
        .map(({ metadata }) => [
          metadata.name,
          metadata.annotations?.['eks.amazonaws.com/role-arn'],
        ]),
    ).toEqual(
      ['runner', 's3-bucket', 'vpc'].map(type => [
        `terrastage-${type}`,
        `arn:aws:iam::123456789012:role/terrastage-${type}`,
      ]),
    );
  });

  it('lets nothing in, and runs out to AWS and the portal alone', async () => {
    const objects = await helm.objects(matrix.minimal);
    const policies = objects.filter(
      ({ kind, metadata }) =>
        kind === 'NetworkPolicy' && metadata.namespace === 'terrastage-runs',
    );

    expect(policies.map(({ metadata }) => metadata.name).sort()).toEqual([
      'default-deny',
      'names',
      'runner',
    ]);
    expect(policies.flatMap(({ spec }) => spec.ingress ?? [])).toEqual([]);
    expect(
      policies.flatMap(({ spec }) =>
        (spec.egress ?? []).flatMap(({ ports }: any) =>
          ports.map(({ port }: any) => port),
        ),
      ),
    ).toEqual([53, 53, 443, 7007]);
  });
});

describe('wrong values', () => {
  it.each<[string, object, string]>([
    [
      'an address without TLS',
      { portal: { url: 'http://portal' } },
      '/portal/url',
    ],
    [
      'an address with a slash at its end',
      { portal: { url: 'https://portal/' } },
      '/portal/url',
    ],
    ['one portal alone', { portal: { replicas: 1 } }, '/portal/replicas'],
    [
      'an image of no version',
      { portal: { image: { digest: '' } } },
      '/portal/image',
    ],
    [
      'a digest that is none',
      { runners: { image: { digest: 'sha256:abc' } } },
      '/runners/image/digest',
    ],
    [
      'a role that is none',
      { portal: { roleArn: 'terrastage-portal' } },
      '/portal/roleArn',
    ],
    [
      'a role of a type that is none',
      { runners: { roleArns: { vpc: 'x' } } },
      '/runners/roleArns/vpc',
    ],
    [
      'no environment',
      { resources: { environments: null } },
      "missing property 'environments'",
    ],
    [
      'an account as a number',
      { resources: { environments: { dev: { account: 123456789012 } } } },
      '/resources/environments/dev/account',
    ],
    [
      'no cost centre',
      { resources: { costCenters: [] } },
      '/resources/costCenters',
    ],
    [
      'no range of the database',
      { database: { cidrs: [] } },
      '/database/cidrs',
    ],
    ['a secret by its name', { secrets: { arn: 'portal' } }, '/secrets/arn'],
    [
      'runners without a limit of memory',
      { runners: { resources: { limits: { memory: null } } } },
      '/runners/resources/limits',
    ],
    [
      'a target group that is none',
      { targetGroupBinding: { arn: 'portal' } },
      '/targetGroupBinding/arn',
    ],
    [
      'an ingress without a class',
      { ingress: { enabled: true } },
      '/ingress/className',
    ],
    [
      'more secrets by their names',
      { secrets: { environment: { GITHUB_TOKEN: { arn: 'github' } } } },
      '/secrets/environment/GITHUB_TOKEN/arn',
    ],
    [
      'a variable that is none',
      { secrets: { environment: { 'github-token': { arn: A_SECRET } } } },
      "'github-token' does not match pattern",
    ],
    [
      'a variable that the chart sets',
      { secrets: { environment: { DATABASE_PASSWORD: { arn: A_SECRET } } } },
      'secrets.environment.DATABASE_PASSWORD is set by the chart',
    ],
    [
      'a variable that nothing sets',
      { portal: { config: { app: { title: '${TITLE} of ${GITHUB_TOKEN}' } } } },
      'portal.config names ${TITLE}, which secrets.environment does not bring',
    ],
    [
      'a name that there is not',
      { portal: { replica: 3 } },
      "additional properties 'replica' not allowed",
    ],
  ])('are refused with their path: %s', async (_what, over, message) => {
    await expect(helm.template(withValues(over))).rejects.toThrow(message);
  });
});

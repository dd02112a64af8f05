import { kubernetesLauncherSchema } from '../../config/kubernetesLauncherSchema';
import { jobManifest } from './jobManifest';

const request = {
  runId: '00000000-0000-4000-8000-000000000001',
  attempt: 2,
  token: 'a-token',
  owner: 'group:default/payments',
  type: 's3-bucket',
};

const manifest = (config: object = {}, overrides: object = {}) =>
  jobManifest(
    { ...request, ...overrides },
    {
      config: kubernetesLauncherSchema.parse({
        namespace: 'runs',
        image: 'registry.example/runner@sha256:1',
        ...config,
      }),
      portalUrl: 'http://portal/runner',
      limits: { deadline: 7_200_000, grace: 600_000 },
    },
  );

describe('jobManifest', () => {
  it('names the Job by run and attempt, and says whose it is', () => {
    const { metadata, spec } = manifest();

    expect(metadata).toMatchObject({
      name: 'terrastage-00000000-0000-4000-8000-000000000001-2',
      labels: {
        'app.kubernetes.io/managed-by': 'terrastage',
        'terrastage.io/run': request.runId,
        'terrastage.io/attempt': '2',
        'terrastage.io/team': 'payments',
        'terrastage.io/template': 's3-bucket',
      },
      annotations: { 'terrastage.io/owner': 'group:default/payments' },
    });
    expect(spec?.template.metadata?.labels).toEqual(metadata?.labels);
  });

  it('is one pod that is never started again, and gets its time', () => {
    const { spec } = manifest();

    expect(spec).toMatchObject({
      backoffLimit: 0,
      podReplacementPolicy: 'Failed',
      suspend: false,
      ttlSecondsAfterFinished: 86_400,
      template: {
        spec: { restartPolicy: 'Never', terminationGracePeriodSeconds: 660 },
      },
    });
    // The runner's deadline and grace, the time to start, and a margin.
    expect(spec?.activeDeadlineSeconds).toBe(7_200 + 660 + 900 + 300);
  });

  it('keeps to the restricted Pod Security Standard, without a token of the cluster', () => {
    const pod = manifest().spec!.template.spec!;

    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(pod.containers[0]).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      resources: {
        requests: { cpu: '500m', memory: '1Gi' },
        limits: { memory: '2Gi' },
      },
    });
    expect(pod.volumes).toContainEqual({
      name: 'work',
      emptyDir: { sizeLimit: '2Gi' },
    });
  });

  it('has the service account of its template', () => {
    const config = { serviceAccounts: { 's3-bucket': 'runner-s3' } };
    const account = (type: string) =>
      manifest(config, { type }).spec?.template.spec?.serviceAccountName;

    expect(account('s3-bucket')).toBe('runner-s3');
    expect(account('vpc')).toBe('terrastage-runner');
  });

  it('waits in the queue of its team', () => {
    const config = {
      queues: { 'group:default/payments': 'payments' },
      defaultQueue: 'others',
    };
    const queued = (owner: string) => {
      const { metadata, spec } = manifest(config, { owner });
      return [metadata?.labels?.['kueue.x-k8s.io/queue-name'], spec?.suspend];
    };

    expect(queued('group:default/payments')).toEqual(['payments', true]);
    expect(queued('group:default/storefront')).toEqual(['others', true]);
  });

  it('makes a label of any owner', () => {
    const team = (owner: string) =>
      manifest({}, { owner }).metadata?.labels?.['terrastage.io/team'];

    expect(team('user:default/ana')).toBe('user.default.ana');
    expect(team(`group:default/${'x'.repeat(80)}`)).toMatch(
      /^x{54}-[0-9a-f]{8}$/,
    );
  });
});

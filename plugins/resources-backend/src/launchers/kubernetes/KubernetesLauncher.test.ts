import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  startLocalKubernetes,
  tempDir,
  type LocalKubernetes,
  type LocalKubernetesOptions,
  type TempDir,
} from '@terrastage/local/testing';
import { kubernetesLauncherSchema } from '../../config/kubernetesLauncherSchema';
import { resourcesConfigSchema } from '../../config/ResourcesConfig';
import { eventually } from '../../testing/eventually';
import type { RunnerPresence } from '../Launcher';
import { createKubernetesLauncher } from './createKubernetesLauncher';
import { jobName } from './jobName';
import type { KubernetesLauncher } from './KubernetesLauncher';

jest.setTimeout(60_000);

const runner = {
  runId: '00000000-0000-4000-8000-000000000001',
  attempt: 1,
};
const request = {
  ...runner,
  token: 'a-token',
  owner: 'group:default/payments',
  type: 's3-bucket',
};
const JOB = jobName(runner);

const WAITS = ['sleep', '600'];
/** Notes the signals that it gets, and ends when it may. */
const noting = (file: string, ends = true) => [
  process.execPath,
  '-e',
  `const fs = require('node:fs');
   process.on('SIGTERM', () => { fs.appendFileSync(${JSON.stringify(
     file,
   )}, 'TERM '); ${ends ? 'process.exit(0);' : ''} });
   fs.writeFileSync(${JSON.stringify(file)}, '');
   setInterval(() => {}, 1000);`,
];

describe('KubernetesLauncher', () => {
  let cluster: LocalKubernetes;
  let folder: TempDir;
  let open: KubernetesLauncher[];

  beforeEach(async () => {
    folder = await tempDir('terrastage-kubernetes-launcher-');
    open = [];
  });

  afterEach(async () => {
    await Promise.all(open.map(launcher => launcher.stop()));
    await cluster.stop();
    await folder.remove();
  });

  const start = async (
    command: string[] = WAITS,
    options: Partial<LocalKubernetesOptions> = {},
  ) => {
    cluster = await startLocalKubernetes({
      images: { runner: { command } },
      ...options,
    });
  };
  const portal = async (config: object = {}) => {
    const launcher = createKubernetesLauncher({
      config: kubernetesLauncherSchema.parse({
        namespace: 'terrastage-runs',
        image: 'runner',
        kubeconfig: cluster.kubeconfig,
        ...config,
      }),
      runs: resourcesConfigSchema.shape.runs.parse({}),
      discovery: mockServices.discovery(),
      logger: mockServices.logger.mock(),
      now: () => new Date(),
      signal: new AbortController().signal,
    });
    launcher.start();
    open.push(launcher);
    return launcher;
  };
  const becomes = (launcher: KubernetesLauncher, presence: RunnerPresence) =>
    eventually(async () => expect(await launcher.probe(runner)).toBe(presence));
  const podName = () => cluster.podOf(JOB)!.metadata.name;
  const launched = async (launcher: KubernetesLauncher) => {
    await launcher.launch(request);
    await becomes(launcher, 'running');
  };

  it('runs a phase as one Job, with the token as a file and not in the environment', async () => {
    const file = path.join(folder.path, 'seen');
    await start([
      process.execPath,
      '-e',
      `const { env } = process;
       const token = require('node:fs').readFileSync(env.TERRASTAGE_TOKEN_FILE, 'utf8');
       require('node:fs').writeFileSync(${JSON.stringify(
         file,
       )}, JSON.stringify({ env, token }));`,
    ]);
    const launcher = await portal({ portalUrl: 'http://portal:7007/runner' });

    await launcher.launch(request);
    await becomes(launcher, 'gone');

    const { env, token } = JSON.parse(await readFile(file, 'utf8'));
    expect(token).toBe(request.token);
    expect(env).toMatchObject({
      TERRASTAGE_PORTAL_URL: 'http://portal:7007/runner',
      TERRASTAGE_RUN_ID: runner.runId,
      TERRASTAGE_ATTEMPT: '1',
    });
    expect(JSON.stringify([env, cluster.jobs()])).not.toContain(request.token);
    expect(await launcher.explain(runner)).toBeUndefined();
  });

  it('makes one Job of two launches, and a Secret that goes with it', async () => {
    await start();
    const launcher = await portal();

    await launcher.launch(request);
    await launcher.launch(request);

    expect(cluster.jobs()).toHaveLength(1);
    expect(cluster.secrets()).toHaveLength(1);
    await becomes(launcher, 'running');
    await launcher.kill(runner);
    await eventually(async () => {
      expect(cluster.secrets()).toEqual([]);
      expect(cluster.jobs()).toEqual([]);
    });
  });

  it('finds the runner of another portal by its labels', async () => {
    await start();
    await launched(await portal());

    const later = await portal();

    await becomes(later, 'running');
    await later.kill(runner);
    await becomes(later, 'gone');
    expect(cluster.pods()).toEqual([]);
  });

  it('tells when a runner has ended', async () => {
    await start([process.execPath, '-e', '']);
    const launcher = await portal();
    const ended = jest.fn();
    launcher.onExit(ended);

    await launcher.launch(request);

    await eventually(async () => expect(ended).toHaveBeenCalled());
    expect(await launcher.probe(runner)).toBe('gone');
  });

  it('knows nothing of a runner that was never launched', async () => {
    await start();
    const launcher = await portal();

    await becomes(launcher, 'unknown');
    expect(await launcher.explain(runner)).toBeUndefined();
  });

  it('ends a canceled runner with one SIGTERM and its grace period', async () => {
    const file = path.join(folder.path, 'signals');
    await start(noting(file));
    const launcher = await portal();
    await launched(launcher);
    await eventually(() => readFile(file));

    await launcher.cancel(runner);
    await launcher.cancel(runner);

    await becomes(launcher, 'gone');
    expect(await readFile(file, 'utf8')).toBe('TERM ');
    expect(cluster.jobs()).toEqual([]);
  });

  it('ends one that does not listen', async () => {
    const file = path.join(folder.path, 'signals');
    await start(noting(file, false));
    const launcher = await portal();
    await launched(launcher);
    await eventually(() => readFile(file));

    await launcher.interrupt(runner);
    await eventually(async () =>
      expect(await readFile(file, 'utf8')).toBe('TERM '),
    );
    expect(await launcher.probe(runner)).toBe('running');
    await launcher.kill(runner);

    await becomes(launcher, 'gone');
  });

  describe('when the API does not do as it should', () => {
    it.each([
      ['too many requests', { answer: 429, retryAfter: 1, times: 1 }],
      ['a fault of the server', { answer: 503, times: 3 }],
      ['a connection that breaks', { answer: 'reset', times: 2 }],
      ['an answer that is lost', { answer: 'lost', times: 1 }],
    ] as const)('launches in spite of %s', async (_what, fault) => {
      await start();
      const launcher = await portal();
      cluster.faults.add({ method: 'POST', path: '/jobs', ...fault });
      cluster.faults.add({ method: 'POST', path: '/secrets', ...fault });

      await launched(launcher);

      expect(cluster.faults.hits).toBe(fault.times * 2);
      expect(cluster.jobs()).toHaveLength(1);
    });

    it('says what is refused, and leaves nothing behind', async () => {
      await start();
      const launcher = await portal();
      cluster.faults.add({ method: 'POST', path: '/secrets', answer: 403 });

      await expect(launcher.launch(request)).rejects.toThrow(
        /refused to create the Secret .* \(403\).*Give the portal’s service account the rights/,
      );

      await eventually(async () => expect(cluster.jobs()).toEqual([]));
    });

    it('says that the namespace is not there', async () => {
      await start();
      const launcher = await portal({ namespace: 'elsewhere' });

      await expect(launcher.launch(request)).rejects.toThrow(
        /namespaces "elsewhere" not found.*Is the namespace/,
      );
      await expect(launcher.probe(runner)).rejects.toThrow(
        /can't be asked about run/,
      );
    });

    it('lists again when its version is too old, and misses nothing', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);
      const ended = jest.fn();
      launcher.onExit(ended);
      cluster.faults.add({ path: 'watch=true', answer: 503 });
      cluster.dropConnections();

      cluster.kubelets.outOfMemory(podName());
      await eventually(async () =>
        expect(cluster.podOf(JOB)?.status.phase).toBe('Failed'),
      );
      cluster.expireWatches();
      cluster.faults.clear();

      await eventually(async () => expect(ended).toHaveBeenCalled());
      await becomes(launcher, 'gone');
    });

    it('watches on after its connection broke', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);

      cluster.dropConnections();
      await launcher.kill(runner);

      await becomes(launcher, 'gone');
      expect(cluster.pods()).toEqual([]);
    });

    it('says nothing of runners while it cannot know', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);

      cluster.faults.add({ method: 'GET', answer: 'reset' });
      cluster.dropConnections();

      await eventually(() =>
        expect(launcher.probe(runner)).rejects.toThrow(
          `Kubernetes can't be asked about run ${runner.runId}`,
        ),
      );
      cluster.faults.clear();
      await becomes(launcher, 'running');
    });
  });

  describe('says in words, with what to do,', () => {
    const reasonOf = (launcher: KubernetesLauncher) =>
      eventually(async () => {
        const reason = await launcher.explain(runner);
        if (!reason) throw new Error('There is no reason yet');
        return reason;
      });

    it('that Terraform ran out of memory', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);

      cluster.kubelets.outOfMemory(podName());

      await becomes(launcher, 'gone');
      expect(await reasonOf(launcher)).toBe(
        'Terraform needed more memory than its pod may have (2Gi) and was killed. Raise resources.launcher.kubernetes.resources.limits.memory, or make the module smaller',
      );
    });

    it('that the pod was evicted', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);

      cluster.kubelets.evict(
        podName(),
        'Usage of EmptyDir volume "work" exceeds the limit "2Gi".',
      );

      await becomes(launcher, 'gone');
      expect(await reasonOf(launcher)).toMatch(
        /evicted: Usage of EmptyDir volume "work" exceeds the limit "2Gi"\..*raise resources\.launcher\.kubernetes\.workspaceSize/,
      );
    });

    it('that the node was drained, also to a portal that asks only when the pod is gone', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);

      cluster.drain(podName());

      await eventually(async () => expect(cluster.podOf(JOB)).toBeUndefined());
      await becomes(launcher, 'gone');
      expect(await reasonOf(launcher)).toMatch(/Its node was drained/);
      const later = await portal();
      await becomes(later, 'gone');
      expect(await reasonOf(later)).toMatch(/Its Job failed/);
    });

    it('that no node has room, and gives up in the end', async () => {
      await start(WAITS, { nodes: { small: 0 } });
      const launcher = await portal({ startTimeout: '3s' });

      await launcher.launch(request);
      await becomes(launcher, 'waiting');

      expect(await reasonOf(launcher)).toBe(
        'No node of the cluster has room for the runner: 0/1 nodes are available: 1 Too many pods.. Add nodes, or lower resources.launcher.kubernetes.resources.requests',
      );
      await becomes(launcher, 'stuck');
    });

    it('that the image cannot be pulled, and gives up in the end', async () => {
      await start();
      const launcher = await portal({ image: 'not-there', startTimeout: '3s' });

      await launcher.launch(request);

      expect(await reasonOf(launcher)).toMatch(
        /image not-there can't be pulled.*not found.*that the nodes may read there/,
      );
      await becomes(launcher, 'stuck');
    });

    it('that it waits for its turn, for as long as that takes', async () => {
      await start();
      const launcher = await portal({
        queues: { 'group:default/payments': 'payments' },
        startTimeout: '1s',
      });

      await launcher.launch(request);
      await becomes(launcher, 'waiting');

      expect(await reasonOf(launcher)).toBe(
        "Waits in the queue payments until its team's share of the cluster has room",
      );
      cluster.admit(JOB);
      await becomes(launcher, 'running');
    });

    it('that the deadline is over', async () => {
      await start();
      const launcher = await portal();
      await launched(launcher);

      cluster.expireDeadline(JOB);

      await becomes(launcher, 'gone');
      expect(await reasonOf(launcher)).toMatch(
        /did not end within \d+ s.*Raise resources\.runs\.deadline/,
      );
    });

    it('what the program said when it failed', async () => {
      await start([
        process.execPath,
        '-e',
        'console.error("wrong settings: x"); process.exit(2)',
      ]);
      const launcher = await portal();

      await launcher.launch(request);

      expect(await reasonOf(launcher)).toBe(
        'Its program on node node-1 ended with exit code 2 and said: wrong settings: x',
      );
    });

    it('that a node is lost, and holds the runner for dead only when it is proven', async () => {
      const file = path.join(folder.path, 'alive');
      await start([
        process.execPath,
        '-e',
        `setInterval(() => require('node:fs').writeFileSync(${JSON.stringify(
          file,
        )}, String(Date.now())), 20)`,
      ]);
      const launcher = await portal();
      await launched(launcher);

      cluster.kubelets.lose('node-1');
      await becomes(launcher, 'unreachable');
      expect(await reasonOf(launcher)).toMatch(
        /Node node-1 does not answer.*Nothing else touches the resource.*kubectl delete node node-1/,
      );
      cluster.kubelets.taint('node-1');
      await launcher.interrupt(runner);
      await writeFile(file, 'still?');
      await eventually(async () =>
        expect(await readFile(file, 'utf8')).not.toBe('still?'),
      );
      expect(await launcher.probe(runner)).toBe('unreachable');
      cluster.kubelets.remove('node-1');

      await becomes(launcher, 'gone');
      expect(await reasonOf(launcher)).toMatch(
        /gone from the cluster|stopped answering/,
      );
    });
  });
});

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';

type Step = { name?: string; run?: string; env?: Record<string, string> };

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const services = (await readdir(`${root}/services`)).toSorted();
const [environment] = (
  await readdir(`${root}/gitops/environments`)
).toSorted() as [string];
const workflow = parse(
  await readFile(`${root}/.github/workflows/service.yml`, 'utf8'),
);
const steps = Object.values(workflow.jobs as Record<string, { steps: Step[] }>)
  .flatMap(job => job.steps)
  .filter(step => step.run !== undefined);

/** Steps that are not run below, and why. */
const ELSEWHERE: Record<string, string> = {
  'npm ci': 'comes before these tests',
  'npm run typecheck': 'asked for by itself: see the README',
  'npm run lint': 'asked for by itself: see the README',
  'npm test': 'is this',
  'npm audit --omit=dev --audit-level=critical': 'asks the registry',
  'docker build --build-arg "SERVICE=${SERVICE}" --tag "${IMAGE}" .':
    'needs Docker',
  'docker push "${IMAGE}"': 'needs the registry of images',
};
const BUILD = 'npm run build -- "${SERVICE}"';
const deploy = steps.find(({ name }) => name?.startsWith('Write the tag'))!;

let folder: string;
const env = () => ({
  PATH: process.env.PATH,
  HOME: folder,
  GIT_CONFIG_NOSYSTEM: '1',
});
/** Of whoever prepares: the pipeline says itself who it is. */
const somebody = () => ({
  ...env(),
  GIT_AUTHOR_NAME: 'somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.com',
  GIT_COMMITTER_NAME: 'somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.com',
});

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'togglemaster-pipeline-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('the steps of the pipeline', () => {
  it('are run here, or it is said why not', () => {
    const known = [BUILD, deploy.run, ...Object.keys(ELSEWHERE)];

    assert.deepEqual(
      steps.map(step => step.run).filter(text => !known.includes(text!)),
      [],
    );
  });

  for (const service of services) {
    it(`build ${service}, which starts and asks for its settings`, async () => {
      await run('bash', ['-e', '-c', BUILD], {
        cwd: root,
        env: { ...env(), SERVICE: service },
      });

      const started = run(
        process.execPath,
        [`${root}/dist/${service}/app/main.js`],
        { env: {} },
      );

      await assert.rejects(
        started,
        (error: { code: number; stderr: string }) => {
          assert.equal(error.code, 78);
          assert.match(error.stderr, /The configuration is not valid/);
          return true;
        },
      );
    });
  }
});

describe('a deployment', () => {
  const [service] = services as [string];
  const file = `gitops/environments/${environment}/${service}/kustomization.yaml`;
  let remote: string;
  let clone: string;

  before(async () => {
    remote = join(folder, 'remote.git');
    clone = join(folder, 'clone');
    for (const part of ['gitops', 'scripts']) {
      await cp(`${root}/${part}`, `${clone}/${part}`, { recursive: true });
    }
    await git('init', '--quiet', '--initial-branch', 'main');
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'Begin');
    await git('init', '--quiet', '--bare', '--initial-branch', 'main', remote);
    await git('remote', 'add', 'origin', remote);
    await git('push', '--quiet', '--set-upstream', 'origin', 'main');
  });

  const git = (...args: string[]) =>
    run('git', ['-C', clone, ...args], { env: somebody() });
  const manager = (...args: string[]) =>
    run(`${clone}/scripts/gitops-manager.sh`, args, { env: env() });
  /** What ArgoCD finds. */
  const tag = async () => {
    const { stdout } = await run('git', ['-C', remote, 'show', `main:${file}`]);
    return /^ {4}newTag: (.*)$/m.exec(stdout)?.[1];
  };
  const pipeline = (sha: string) =>
    run('bash', ['-e', '-c', deploy.run!], {
      cwd: clone,
      env: { ...env(), SERVICE: service, GITHUB_SHA: sha, DEPLOY_TO: '' },
    });

  it('is a commit with the tag of the image', async () => {
    await pipeline('a'.repeat(40));

    const { stdout } = await run('git', [
      '-C',
      remote,
      'log',
      '-1',
      '--format=%an: %s',
    ]);

    assert.equal(await tag(), 'a'.repeat(40));
    assert.equal(
      stdout.trim(),
      `pipeline: Deploy ${service} ${'a'.repeat(40)} to ${environment}`,
    );
  });

  it('changes nothing when the tag is there already', async () => {
    const { stdout } = await pipeline('a'.repeat(40));

    assert.match(stdout, /has the tag a{40} already/);
  });

  it('goes on top of what somebody else has pushed meanwhile', async () => {
    const other = join(folder, 'other');
    await run('git', ['clone', '--quiet', remote, other], { env: env() });
    const inOther = (...args: string[]) =>
      run('git', ['-C', other, ...args], { env: somebody() });
    await inOther('commit', '--quiet', '--allow-empty', '--message', 'Other');
    await inOther('push', '--quiet');

    await pipeline('b'.repeat(40));

    const { stdout } = await run('git', [
      '-C',
      remote,
      'log',
      '-2',
      '--format=%s',
    ]);
    assert.equal(await tag(), 'b'.repeat(40));
    assert.match(stdout, /^Other$/m);
  });

  it('is taken back by a rollback to the tag before', async () => {
    await manager('rollback', environment, service);

    assert.equal(await tag(), 'a'.repeat(40));
  });

  it('is only told with --dry-run', async () => {
    const { stdout } = await manager(
      'deploy',
      environment,
      service,
      'c'.repeat(40),
      '--dry-run',
    );

    assert.match(stdout, /^\+ git .* push$/m);
    assert.equal(await tag(), 'a'.repeat(40));
  });
});

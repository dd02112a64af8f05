import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
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
const platform: { environments: { name: string }[] } = JSON.parse(
  await readFile(`${root}/platform.json`, 'utf8'),
);
const [{ name: environment }] = platform.environments as [{ name: string }];
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
const analysis = steps.find(({ name }) => name?.endsWith('CRITICAL blocks'))!;
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
    const known = [BUILD, analysis.run, deploy.run, ...Object.keys(ELSEWHERE)];

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

describe('the static analysis', () => {
  /** As CodeQL writes it: rules stand with their packs. */
  const sarif = (severity: string) => ({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'CodeQL' },
          extensions: [
            {
              name: 'codeql/javascript-queries',
              rules: [
                {
                  id: 'js/command-line-injection',
                  properties: { 'security-severity': severity },
                },
                { id: 'js/unused-local-variable', properties: {} },
              ],
            },
          ],
        },
        results: ['js/command-line-injection', 'js/unused-local-variable'].map(
          ruleId => ({
            ruleId,
            message: { text: 'Look here.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'services/auth/src/main.ts' },
                  region: { startLine: 7 },
                },
              },
            ],
          }),
        ),
      },
    ],
  });
  const analyse = async (name: string, findings?: object) => {
    const cwd = join(folder, name, 'repository');
    await cp(`${root}/scripts`, `${cwd}/scripts`, { recursive: true });
    await mkdir(join(folder, name, 'findings'));
    if (findings) {
      await writeFile(
        join(folder, name, 'findings', 'javascript.sarif'),
        JSON.stringify(findings),
      );
    }
    return run('bash', ['-e', '-c', analysis.run!], { cwd, env: env() });
  };

  it('lets pass what is not CRITICAL', async () => {
    const { stdout } = await analyse('high', sarif('8.8'));

    assert.match(stdout, /^0 CRITICAL findings in javascript\.sarif$/m);
  });

  it('blocks at what is CRITICAL and says where it is', async () => {
    await assert.rejects(
      analyse('critical', sarif('9.8')),
      /CRITICAL services\/auth\/src\/main\.ts:7 js\/command-line-injection: Look here\./,
    );
  });

  it('blocks where nothing was analysed', async () => {
    await assert.rejects(analyse('nothing'), /There is no SARIF file/);
  });
});

/** A repository with the scripts and manifests of this one, on a branch main, and a clone of it. */
class Repository {
  readonly clone: string;
  readonly remote: string;

  constructor(name: string) {
    this.remote = join(folder, `${name}.git`);
    this.clone = join(folder, name);
  }

  async begin(content: object = platform) {
    for (const part of ['gitops', 'scripts']) {
      await cp(`${root}/${part}`, `${this.clone}/${part}`, { recursive: true });
    }
    await writeFile(`${this.clone}/platform.json`, JSON.stringify(content));
    await this.git('init', '--quiet', '--initial-branch', 'main');
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', 'Begin');
    await this.git('init', '--quiet', '--bare', '-b', 'main', this.remote);
    await this.git('remote', 'add', 'origin', this.remote);
    await this.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  }

  /** Somebody else's clone of it. */
  async another(name: string) {
    const other = new Repository(name);
    await run('git', ['clone', '--quiet', this.remote, other.clone]);
    return other;
  }

  async git(...args: string[]) {
    const { stdout } = await run('git', ['-C', this.clone, ...args], {
      env: somebody(),
    });
    return stdout.trim();
  }

  /** @returns the commits' hashes, the oldest first */
  async push(...subjects: string[]) {
    const hashes: string[] = [];
    for (const subject of subjects) {
      await this.git('commit', '--quiet', '--allow-empty', '-m', subject);
      hashes.push(await this.git('rev-parse', 'HEAD'));
    }
    await this.git('push', '--quiet');
    return hashes;
  }

  manager(...args: string[]) {
    return run(`${this.clone}/scripts/gitops-manager.sh`, args, {
      env: somebody(),
    });
  }

  pipeline(service: string, sha: string) {
    return run('bash', ['-e', '-c', deploy.run!], {
      cwd: this.clone,
      env: { ...env(), SERVICE: service, GITHUB_SHA: sha, DEPLOY_TO: '' },
    });
  }

  /** What ArgoCD finds. */
  async tag(service: string, where = environment) {
    const file = `gitops/environments/${where}/${service}/kustomization.yaml`;
    const text = await this.git(
      '--git-dir',
      this.remote,
      'show',
      `main:${file}`,
    );
    return /^ {4}newTag: (.*)$/m.exec(text)?.[1];
  }

  /** What was pushed, the newest first. */
  log(format = '%s') {
    return this.git('--git-dir', this.remote, 'log', `--format=${format}`);
  }
}

describe('a deployment', () => {
  const [service] = services as [string];
  let repository: Repository;

  before(async () => {
    repository = new Repository('deployment');
    await repository.begin();
  });

  it('is a commit with the tag of the image', async () => {
    await repository.pipeline(service, 'a'.repeat(40));

    const [last] = (await repository.log('%an: %s')).split('\n');
    assert.equal(await repository.tag(service), 'a'.repeat(40));
    assert.equal(
      last,
      `pipeline: Deploy ${service} ${'a'.repeat(40)} to ${environment}`,
    );
  });

  it('changes nothing when the tag is there already', async () => {
    const { stdout } = await repository.pipeline(service, 'a'.repeat(40));

    assert.match(stdout, /has the tag a{40} already/);
  });

  it('goes on top of what somebody else has pushed meanwhile', async () => {
    const other = await repository.another('other');
    await other.push('Other');

    await repository.pipeline(service, 'b'.repeat(40));

    assert.equal(await repository.tag(service), 'b'.repeat(40));
    assert.match(await repository.log(), /^Other$/m);
  });

  it('is taken back by a rollback to the tag before', async () => {
    await repository.manager('rollback', environment, service);

    assert.equal(await repository.tag(service), 'a'.repeat(40));
  });

  it('is only told with --dry-run', async () => {
    const { stdout } = await repository.manager(
      'deploy',
      environment,
      service,
      'c'.repeat(40),
      '--dry-run',
    );

    assert.match(stdout, /^\+ git .* push$/m);
    assert.equal(await repository.tag(service), 'a'.repeat(40));
  });

  it('goes to the environment that platform.json names first', async () => {
    const environments = platform.environments.toReversed();
    const reversed = new Repository('reversed');
    await reversed.begin({ ...platform, environments });

    await reversed.pipeline(service, 'a'.repeat(40));

    const [first, ...others] = await Promise.all(
      environments.map(({ name }) => reversed.tag(service, name)),
    );
    assert.equal(first, 'a'.repeat(40));
    assert.ok(others.every(tag => tag === 'not-built-yet'));
  });

  it('of all services at once loses none', async () => {
    const clones = await Promise.all(
      services.map(name => repository.another(`clone-of-${name}`)),
    );

    await Promise.all(
      services.map((name, i) => clones[i]!.pipeline(name, 'd'.repeat(40))),
    );

    const tags = await Promise.all(services.map(name => repository.tag(name)));
    assert.deepEqual([...new Set(tags)], ['d'.repeat(40)]);
  });
});

describe('the deployments of two commits', () => {
  const [service] = services as [string];
  let repository: Repository;
  let older: string;
  let newer: string;

  before(async () => {
    repository = new Repository('two-commits');
    await repository.begin();
    [older, newer] = (await repository.push('Older', 'Newer')) as [
      string,
      string,
    ];
  });

  it('leave the newer one where the older one ends last', async () => {
    await repository.pipeline(service, newer);

    const { stdout } = await repository.pipeline(service, older);

    assert.ok(stdout.includes(`has the tag ${newer}, of a later commit`));
    assert.equal(await repository.tag(service), newer);
  });

  it('leave the newer one where it is pushed before the older one', async () => {
    await repository.manager('deploy', environment, service, 'before');
    const slow = await repository.another('slow');
    await repository.pipeline(service, newer);

    const { stdout } = await slow.pipeline(service, older);

    assert.ok(stdout.includes(`has the tag ${newer}, of a later commit`));
    assert.equal(await repository.tag(service), newer);
  });

  it('take the newer one where the older one is pushed before it', async () => {
    await repository.manager('deploy', environment, service, 'before');
    const slow = await repository.another('slow-and-newer');
    await repository.pipeline(service, older);

    await slow.pipeline(service, newer);

    assert.equal(await repository.tag(service), newer);
  });

  it('take the older one from somebody who asks for it', async () => {
    await repository.git('pull', '--quiet', '--rebase');

    await repository.manager('deploy', environment, service, older);

    assert.equal(await repository.tag(service), older);
  });
});

describe('a rollback', () => {
  const [service] = services as [string];
  let repository: Repository;

  before(async () => {
    repository = new Repository('rollback');
    await repository.begin();
    for (const tag of ['first', 'second', 'third']) {
      await repository.manager('deploy', environment, service, tag);
    }
  });

  it('goes one further back each time, and never to what it took away', async () => {
    const tags: (string | undefined)[] = [];
    for (const _ of [1, 2]) {
      await repository.manager('rollback', environment, service);
      tags.push(await repository.tag(service));
    }

    assert.deepEqual(tags, ['second', 'first']);
    await assert.rejects(
      repository.manager('rollback', environment, service),
      /There is no earlier tag/,
    );
  });

  it('goes back to what ran before, be that from a rollback', async () => {
    await repository.manager('deploy', environment, service, 'fourth');

    await repository.manager('rollback', environment, service);

    assert.equal(await repository.tag(service), 'first');
  });

  it('leaves alone what somebody else has deployed meanwhile', async () => {
    await repository.manager('deploy', environment, service, 'fifth');
    const late = await repository.another('late');
    await repository.manager('deploy', environment, service, 'sixth');

    await assert.rejects(
      late.manager('rollback', environment, service),
      /has the tag sixth by now, and not fifth/,
    );

    assert.equal(await repository.tag(service), 'sixth');
    assert.equal(await late.git('status', '--porcelain'), '');
  });
});

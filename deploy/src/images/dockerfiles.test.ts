import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@terrastage/local/testing';
import { deployPath } from '../deployPath';
import { dockerfileFaults } from '../__testUtils__/dockerfileFaults';

function dockerfile(image: 'portal' | 'runner'): string {
  return readFileSync(deployPath('images', image, 'Dockerfile'), 'utf8');
}

describe.each(['portal', 'runner'] as const)('the image of the %s', image => {
  it('has a Dockerfile without a fault', () => {
    expect(dockerfileFaults(dockerfile(image))).toEqual([]);
  });

  it('runs as the user that its pods run as', async () => {
    const [manifest, chart] = await Promise.all(
      [
        'plugins/resources-backend/src/launchers/kubernetes/jobManifest.ts',
        'deploy/chart/templates/deployment.yaml',
      ].map(file => readFile(join(repositoryRoot, file), 'utf8')),
    );

    expect(dockerfile(image)).toContain('USER 10001:10001');
    expect(manifest).toContain('USER = 10_001');
    expect(chart).toContain('runAsUser: 10001');
  });
});

it('begins the same for both, so that the layers are shared', () => {
  const beginning = (image: 'portal' | 'runner') =>
    dockerfile(image)
      .replace(/^#.*\n/, '')
      .split('\nFROM sources AS build')[0];

  expect(beginning('runner')).toBe(beginning('portal'));
});

it('takes nothing into an image that was made on this machine', async () => {
  const ignored = await readFile(join(repositoryRoot, '.dockerignore'), 'utf8');

  expect(ignored.split('\n')).toEqual(
    expect.arrayContaining([
      '**/node_modules',
      '**/dist',
      '.git',
      '.terrastage',
      '**/*.tfstate',
      '**/*.local.yaml',
    ]),
  );
});

describe('a Dockerfile', () => {
  it.each<[string, string | RegExp, string, string]>([
    ['a base by its tag', '@${NODE_DIGEST}', '', 'is not named by its digest'],
    [
      'a default digest',
      'ARG NODE_DIGEST',
      'ARG NODE_DIGEST=sha256:1',
      'without a default',
    ],
    ['root as its user', 'USER 10001:10001', 'USER 0:0', 'user is root'],
    ['no user', 'USER 10001:10001\n', '', 'user is root'],
    ['a named user', 'USER 10001:10001', 'USER node', 'has a name'],
    [
      'recommended packages',
      / --no-install-recommends/g,
      '',
      'only recommended',
    ],
    [
      'lists of packages',
      / \\\n {4}&& rm -rf \/var\/lib\/apt\/lists\/\*\nWORKDIR/,
      '\nWORKDIR',
      'leaves its lists',
    ],
    ['ADD of own files', 'COPY . .', 'ADD . .', 'ADD where COPY does'],
    [
      'a file without TLS',
      'https://truststore',
      'http://truststore',
      'without TLS',
    ],
    [
      'files of an unknown stage',
      '--from=build',
      '--from=bild',
      'a stage that there is not',
    ],
    ['no tini', '"/usr/bin/tini", "--", ', '', 'is not tini'],
    [
      'a command for a shell',
      /CMD \["--config".*/,
      'CMD --config a',
      'through a shell',
    ],
    ['no health check', /HEALTHCHECK.*\n/, '', 'about health'],
    [
      'no version',
      '.image.version=',
      '.image.build=',
      'label of the Open Container Initiative',
    ],
    ['a relative folder', 'WORKDIR /app', 'WORKDIR app', 'folder is relative'],
    [
      'a password',
      'ENV NODE_ENV=production',
      'ENV DATABASE_PASSWORD=a',
      'a secret has no place',
    ],
    [
      'a script out of the network',
      'RUN deploy/',
      'RUN curl https://example.com | sh; deploy/',
      'into a shell',
    ],
    ['an unknown instruction', 'EXPOSE 7007', 'EXPOSED 7007', 'EXPOSED'],
  ])('is refused with %s', (_what, from, to, fault) => {
    const changed = dockerfile('portal').replace(from, to);

    expect(changed).not.toBe(dockerfile('portal'));
    expect(dockerfileFaults(changed).join('\n')).toContain(fault);
  });
});

import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { callBootstrap } from '../testing/bootstrapModule';
import { fakeProgram } from '../testing/fakeProgram';

const OLD = { path: '/old/node', version: 'v20.20.2' };

describe('findNode', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  const at = (...names: string[]) => join(folder.path, ...names);

  function findNode(argument: object = {}) {
    return callBootstrap('findNode.mjs', 'findNode', {
      home: at('home'),
      running: OLD,
      env: { PATH: `${at('bin')}:/usr/bin:/bin` },
      platform: 'test',
      arch: 'x64',
      ...argument,
    });
  }

  /** npm that lays down a Node of this version, as the real package does. */
  function fakeNpm(version: string) {
    const node = at('home', 'node', 'node_modules', 'node-test-x64', 'bin');
    return fakeProgram(
      at('bin', 'npm'),
      `mkdir -p '${node}'
printf '#!/bin/sh\\necho ${version}\\n' > '${node}/node'
chmod +x '${node}/node'
echo "$@" > '${at('npm-arguments')}'`,
    );
  }

  it.each(['v22.15.0', 'v22.22.1', 'v24.1.0'])(
    'stays with the running Node %s',
    async version => {
      const running = { path: '/usr/bin/node', version };

      const { value } = await findNode({ running });

      expect(value).toEqual(running);
    },
  );

  it('takes one from PATH where the running one is too old', async () => {
    const path = await fakeProgram(at('bin', 'node'), 'echo v24.3.0');

    const { value } = await findNode();

    expect(value).toEqual({ path, version: 'v24.3.0' });
  });

  it.each(['v18.20.0', 'v20.20.2', 'v22.11.0', 'v23.4.0', 'v25.0.0'])(
    'passes over %s on PATH and fetches one from npm, headers and all',
    async version => {
      await fakeProgram(at('bin', 'node'), `echo ${version}`);
      await fakeNpm('v24.9.0');

      const { value, lines } = await findNode();

      const nodedir = at('home', 'node', 'node_modules', 'node-test-x64');
      expect(value).toEqual({
        path: join(nodedir, 'bin', 'node'),
        version: 'v24.9.0',
        nodedir,
      });
      expect(lines).toEqual([
        'Node v20.20.2 is here, Node 22 or 24 is needed: fetching Node 24 from npm',
      ]);
    },
  );

  it('fetches once', async () => {
    await fakeNpm('v24.9.0');
    const first = await findNode();
    await fakeProgram(at('bin', 'npm'), 'exit 1');

    const second = await findNode();

    expect(second.value).toEqual(first.value);
    expect(second.lines).toEqual([]);
  });

  it('says what to do without npm', async () => {
    const { error } = await findNode({ env: { PATH: at('bin') } });

    expect(error).toEqual({
      message: 'npm is not on PATH, and the running Node is neither 22 nor 24',
      hint: 'Install npm, or Node 24 from https://nodejs.org, and start again.',
    });
  });

  it('says what npm said when it fails', async () => {
    await fakeProgram(
      at('bin', 'npm'),
      'echo "npm error network getaddrinfo ENOTFOUND" >&2; exit 1',
    );

    const { error } = await findNode();

    expect(error?.message).toBe(
      'npm could not fetch node-test-x64@24\nnpm error network getaddrinfo ENOTFOUND',
    );
    expect(error?.hint).toContain('Check the network');
  });

  it('does not go on with a Node that does not run', async () => {
    await fakeNpm('nonsense');

    const { error } = await findNode();

    expect(error?.message).toBe(
      'The Node of the npm package node-test-x64 does not run on this machine',
    );
  });
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../system/freePort';
import { isAlive } from '../system/isAlive';
import { tempDir, type TempDir } from '../system/tempDir';
import { startPortal } from './startPortal';

jest.setTimeout(60_000);

describe('startPortal', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
  });

  afterEach(async () => {
    await folder.remove();
  });

  /** Starts a portal whose backend is this script. */
  async function start(script: string, readyTimeout?: number) {
    const backend = join(folder.path, 'packages', 'backend', 'src');
    await mkdir(backend, { recursive: true });
    await writeFile(join(backend, 'index.ts'), script);
    const port = await freePort();
    return startPortal({
      mode: 'start',
      root: folder.path,
      configFiles: ['one.yaml', 'two.yaml'],
      startId: 'this-start',
      env: { PORT: String(port) },
      logFile: join(folder.path, 'portal.log'),
      address: `http://127.0.0.1:${port}`,
      appAddress: 'http://127.0.0.1:1',
      readyTimeout,
    });
  }

  const READY = `
    import { createServer } from 'node:http';
    console.log('\\u001b[32marguments\\u001b[39m', process.argv.slice(2).join(' '));
    createServer((request, response) => {
      response.statusCode =
        request.url === '/.backstage/health/v1/readiness' ? 200 : 404;
      response.setHeader('terrastage-start', 'this-start');
      response.end();
    }).listen(Number(process.env.PORT), '127.0.0.1');`;

  it('waits until the portal says that it is ready, and ends it', async () => {
    const portal = await start(READY);
    const lived = isAlive(portal.pid);

    await portal.stop();

    expect(lived).toBe(true);
    expect(isAlive(portal.pid)).toBe(false);
  });

  it('hands on the configuration and keeps a log without colours', async () => {
    const portal = await start(READY);
    await portal.stop();

    const log = await readFile(join(folder.path, 'portal.log'), 'utf8');

    expect(log).toBe('arguments --config one.yaml --config two.yaml\n');
  });

  it('shows the end of the log when the portal ends while it starts', async () => {
    await expect(
      start(`throw new Error('relation "runs" does not exist');`),
    ).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The portal ended while it started\n[^]*relation "runs" does not exist/,
      ),
      hint: `All of its log: ${join(folder.path, 'portal.log')}`,
    });
  });

  it('does not take another portal on its port for its own', async () => {
    const another = READY.replace('this-start', 'another-start');

    await expect(start(another, 400)).rejects.toThrow('was not ready');
  });

  it('says so at once when another program has got its port', async () => {
    const taken = `
      import { createServer } from 'node:http';
      process.on('uncaughtException', error => console.error(error));
      createServer().listen(Number(process.env.PORT), '127.0.0.1', () =>
        createServer().listen(Number(process.env.PORT), '127.0.0.1'));`;

    await expect(start(taken)).rejects.toThrow(
      'The portal lost its port to another program while it started',
    );
  });

  it('gives up on a portal that does not become ready', async () => {
    await expect(start('setInterval(() => {}, 1000);', 400)).rejects.toThrow(
      'The portal was not ready within 0.4 s',
    );
  });
});

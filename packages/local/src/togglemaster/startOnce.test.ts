import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { firstRequest, startOnce } from './startOnce';

jest.setTimeout(60_000);

const PRINTED = `
  curl -s http://127.0.0.1:1/evaluate -H 'X-API-Key: tm_abc' \\
    -H 'content-type: application/json' \\
    -d '{"flag": "new-checkout"}'

Ctrl-C stops everything.`;

describe('startOnce', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-start-once-');
  });

  afterEach(() => folder.remove());

  const start = async (script: string) => {
    await writeFile(
      join(folder.path, 'package.json'),
      JSON.stringify({ scripts: { start: 'node start.cjs' } }),
    );
    await writeFile(join(folder.path, 'start.cjs'), script);
    return startOnce(folder.path, {
      python: 'python3',
      logFile: join(folder.path, 'start.log'),
      signal: new AbortController().signal,
      stopMs: 2_000,
    });
  };

  const serving = (answer: string) => `
    const http = require('node:http');
    const server = http.createServer((_request, response) => response.end(${JSON.stringify(
      answer,
    )}));
    server.listen(Number(process.env.FIRST_PORT), '127.0.0.1', () =>
      console.log(${JSON.stringify(
        PRINTED,
      )}.replace('127.0.0.1:1', '127.0.0.1:' + process.env.FIRST_PORT)));
    process.on('SIGINT', () => process.exit(0));`;

  it('is content with a platform that starts, answers and ends', async () => {
    await expect(
      start(serving('{"value":true,"reason":"STATIC"}')),
    ).resolves.toBeUndefined();
  });

  it('says what a start said that ended', async () => {
    await expect(
      start(`console.error('no Python here'); process.exit(1);`),
    ).rejects.toThrow(/did not come up: [^]*no Python here/);
  });

  it('says that something is left when Ctrl-C does not end it', async () => {
    await expect(
      start(
        serving('{"reason":"STATIC"}').replace('process.exit(0)', 'undefined'),
      ),
    ).rejects.toThrow('left processes behind');
  });

  it('says what the first request got', async () => {
    await expect(start(serving('{"value":true}'))).rejects.toThrow(
      'The first request got 200: {"value":true}',
    );
  });
});

describe('firstRequest', () => {
  it('is the one that is printed', () => {
    expect(firstRequest(PRINTED)).toEqual({
      url: 'http://127.0.0.1:1/evaluate',
      key: 'tm_abc',
      body: '{"flag": "new-checkout"}',
    });
  });

  it('has to be there', () => {
    expect(() => firstRequest('All is well.')).toThrow(
      'prints no first request: All is well.',
    );
  });
});

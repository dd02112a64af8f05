import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { generateAll } from './generateAll';
import type { Generator } from './generators';

describe('generateAll', () => {
  let folder: TempDir;

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    await write('packages/x/package.json', '{}');
    await write('plugins/one/src/generated/types.ts', 'old');
    await write('plugins/one/report.api.md', 'old');
    await write('plugins/one/src/own.ts', 'old');
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function write(path: string, content: string) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), content);
  }

  function read(path: string) {
    return readFile(join(folder.path, path), 'utf8');
  }

  function generator(script: string): Generator {
    return {
      name: 'types',
      command: () => ({
        file: process.execPath,
        args: ['-e', `const fs = require('node:fs'); ${script}`],
      }),
    };
  }

  function generate(script: string, check = false) {
    return generateAll([generator(script)], {
      root: folder.path,
      home: join(folder.path, '.terrastage'),
      check,
    });
  }

  const CHANGE = `
    fs.writeFileSync('plugins/one/src/generated/types.ts', 'new');
    fs.writeFileSync('plugins/one/src/generated/more.ts', 'new');
    fs.rmSync('plugins/one/report.api.md');`;
  const CHANGED = [
    'plugins/one/report.api.md',
    'plugins/one/src/generated/more.ts',
    'plugins/one/src/generated/types.ts',
  ];

  it('names what changed, came and went', async () => {
    const changed = await generate(CHANGE);

    expect(changed).toEqual(CHANGED);
    expect(await read('plugins/one/src/generated/types.ts')).toBe('new');
  });

  it('names nothing when all was fresh', async () => {
    const changed = await generate(
      `fs.writeFileSync('plugins/one/report.api.md', 'old');`,
    );

    expect(changed).toEqual([]);
  });

  it('puts everything back after a check', async () => {
    const changed = await generate(CHANGE, true);

    expect(changed).toEqual(CHANGED);
    expect(await read('plugins/one/src/generated/types.ts')).toBe('old');
    expect(await read('plugins/one/report.api.md')).toBe('old');
    await expect(read('plugins/one/src/generated/more.ts')).rejects.toThrow();
  });

  it('tells what a generator said when it fails', async () => {
    await expect(
      generate(`console.error('openapi.yaml: bad'); process.exit(2);`),
    ).rejects.toThrow('Generating types ended with 2\nopenapi.yaml: bad');
  });
});

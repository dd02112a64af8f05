import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { buildIfChanged, type Build } from './buildIfChanged';

/** Yarn whose `workspace <name> <script>` writes the output and counts. */
const YARN = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const [, , , workspace, script] = process.argv;
appendFileSync('built', workspace + ' ' + script + '\\n');
mkdirSync('packages/app/dist', { recursive: true });
writeFileSync('packages/app/dist/index.html', '');
`;

describe('buildIfChanged', () => {
  let folder: TempDir;
  let lines: string[];

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    lines = [];
    await write('.yarnrc.yml', 'yarnPath: yarn.cjs\n');
    await write('yarn.cjs', YARN);
    await write('yarn.lock', '');
    await write(
      'packages/app/package.json',
      JSON.stringify({
        name: 'app',
        dependencies: { common: 'workspace:^', react: '^18' },
        devDependencies: { tools: 'workspace:^' },
      }),
    );
    await write('packages/app/src/App.tsx', '1');
    await write('packages/tools/package.json', '{ "name": "tools" }');
    await write('packages/tools/src/tool.ts', '1');
    await write('plugins/common/package.json', '{ "name": "common" }');
    await write('plugins/common/src/common.ts', '1');
  });

  afterEach(async () => {
    await folder.remove();
  });

  async function write(path: string, content: string) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), content);
  }

  function build(over: Partial<Build> = {}) {
    return buildIfChanged(
      {
        workspace: 'app',
        script: 'build',
        output: 'dist/index.html',
        notice: 'building',
        ...over,
      },
      {
        root: folder.path,
        home: join(folder.path, '.terrastage'),
        progress: {
          line: text => lines.push(text),
          step: (_title, run) => run(),
          fail: () => {},
        },
      },
    );
  }

  async function builds(): Promise<number> {
    const text = await readFile(join(folder.path, 'built'), 'utf8');
    return text.split('\n').filter(line => line === 'app build').length;
  }

  it('builds once, and says so only then', async () => {
    await build();
    const output = await build();

    expect(await builds()).toBe(1);
    expect(lines).toEqual(['building']);
    expect(output).toBe(join(folder.path, 'packages/app/dist/index.html'));
  });

  it.each([
    'packages/app/src/App.tsx',
    'packages/app/src/New.tsx',
    'plugins/common/src/common.ts',
    'yarn.lock',
  ])('builds again when %s has changed', async path => {
    await build();
    await write(path, 'changed');

    await build();

    expect(await builds()).toBe(2);
  });

  it.each([
    'packages/app/src/App.test.tsx',
    'packages/app/README.md',
    'packages/app/dist/main.js',
    'packages/tools/src/tool.ts',
  ])('does not build again for %s', async path => {
    await build();
    await write(path, 'changed');

    await build();

    expect(await builds()).toBe(1);
  });

  it('builds again when the output is gone', async () => {
    await build();
    await rm(join(folder.path, 'packages/app/dist'), { recursive: true });

    await build();

    expect(await builds()).toBe(2);
  });

  it('is content with what another build brought', async () => {
    await write(
      'packages/backend/package.json',
      JSON.stringify({ name: 'backend', dependencies: { app: 'link:../app' } }),
    );

    await build({ workspace: 'backend', brings: ['app'] });
    await build();

    expect(await readFile(join(folder.path, 'built'), 'utf8')).toBe(
      'backend build\n',
    );
  });

  it('tells what a failed build said, and tries again next time', async () => {
    await write('yarn.cjs', 'console.log("Module not found"); process.exit(3)');

    await expect(build()).rejects.toThrow(
      'Building app ended with 3\nModule not found',
    );

    await write('yarn.cjs', YARN);
    await build();
    expect(await builds()).toBe(1);
  });
});

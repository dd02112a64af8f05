import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDir, type TempDir } from '../system/tempDir';
import { callBootstrap } from '../testing/bootstrapModule';

/** Yarn that counts how often it installs. */
const YARN = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('installs', process.argv[2] + '\\n');
mkdirSync('node_modules', { recursive: true });
writeFileSync('node_modules/.yarn-state.yml', '');
`;

describe('installPackages', () => {
  let folder: TempDir;

  const at = (...names: string[]) => join(folder.path, ...names);

  beforeEach(async () => {
    folder = await tempDir('terrastage-test-');
    await mkdir(at('plugins', 'one'), { recursive: true });
    await mkdir(at('packages'));
    await writeFile(at('yarn.cjs'), YARN);
    await writeFile(at('.yarnrc.yml'), 'yarnPath: yarn.cjs\n');
    await writeFile(at('yarn.lock'), 'first');
    await writeFile(at('plugins', 'one', 'package.json'), '{}');
  });

  afterEach(async () => {
    await folder.remove();
  });

  function install() {
    return callBootstrap('installPackages.mjs', 'installPackages', {
      root: folder.path,
      home: at('.terrastage'),
      node: { path: process.execPath, version: process.version },
    });
  }

  async function installs(): Promise<number> {
    const text = await readFile(at('installs'), 'utf8').catch(() => '');
    return text.split('\n').filter(line => line === 'install').length;
  }

  it('installs once', async () => {
    await install();
    await install();

    expect(await installs()).toBe(1);
  });

  it.each([
    ['the lock file', ['yarn.lock']],
    ['the package.json of a workspace', ['plugins', 'one', 'package.json']],
    ["yarn's settings", ['.yarnrc.yml']],
  ])('installs again when %s has changed', async (_what, names) => {
    await install();
    const before = await readFile(at(...names), 'utf8');
    await writeFile(at(...names), `${before}\n`);

    await install();

    expect(await installs()).toBe(2);
  });

  it('tells what yarn said, and what to do about it', async () => {
    await writeFile(
      at('yarn.cjs'),
      'console.log("RequestError: getaddrinfo ENOTFOUND"); process.exit(1);',
    );

    const { error } = await install();

    expect(error?.message).toBe(
      'yarn install ended with 1\nRequestError: getaddrinfo ENOTFOUND',
    );
    expect(error?.hint).toContain('The npm registry could not be reached');
  });

  it('tries again after a failure', async () => {
    await writeFile(at('yarn.cjs'), 'process.exit(1);');
    await install();
    await writeFile(at('yarn.cjs'), YARN);

    const { error } = await install();

    expect(error).toBeUndefined();
    expect(await installs()).toBe(1);
  });

  it('says so when yarn is missing', async () => {
    await writeFile(at('.yarnrc.yml'), 'yarnPath: .yarn/missing.cjs\n');

    const { error } = await install();

    expect(error?.message).toBe(
      'Yarn is not where .yarnrc.yml says (.yarn/missing.cjs)',
    );
  });
});

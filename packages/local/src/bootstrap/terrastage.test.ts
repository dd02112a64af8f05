import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../system/paths';

function terrastage(...args: string[]) {
  return spawnSync(
    process.execPath,
    [join(packageRoot, 'bin', 'terrastage.mjs'), ...args],
    { encoding: 'utf8' },
  );
}

describe('terrastage', () => {
  it.each([[[]], [['strat']], [['toString']]])(
    'lists its commands when it is called with %j',
    args => {
      const { status, stderr } = terrastage(...args);

      expect(status).toBe(2);
      expect(stderr).toContain('Usage: terrastage <command>');
      for (const command of ['start', 'dev', 'test', 'bench', 'install']) {
        expect(stderr).toContain(`  ${command} `);
      }
    },
  );
});

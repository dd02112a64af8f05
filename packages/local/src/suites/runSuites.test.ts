import { LocalError } from '../progress/LocalError';
import { createProgress } from '../progress/createProgress';
import { chooseSuites } from './chooseSuites';
import { runSuites } from './runSuites';
import { FAILED, PASSED, type Suite } from './Suite';
import { summary } from './summary';

const passing: Suite = {
  name: 'lint',
  title: 'Lint',
  run: async () => PASSED,
};
const failing: Suite = {
  name: 'unit',
  title: 'Unit tests',
  run: async ({ say }) => {
    say('1 + 1 is 3');
    return { passed: 10, failed: 2, skipped: 1 };
  },
};
const throwing: Suite = {
  name: 'e2e',
  title: 'End to end',
  run: async () => {
    throw new LocalError('There is no Chromium on PATH', 'Install Chromium.');
  },
};

describe('runSuites', () => {
  let written: string;

  async function run(suites: Suite[], signal = new AbortController().signal) {
    written = '';
    let now = 0;
    return runSuites(suites, {
      sideBySide: 2,
      root: '/root',
      home: '/home',
      signal,
      progress: createProgress({ out: { write: () => {} } }),
      out: { write: (text: string) => (written += text) },
      now: () => (now += 1500),
    });
  }

  it('goes on after a failure and adds everything up', async () => {
    const lines = await run([failing, passing]);

    expect(summary(lines).split('\n').slice(-1)).toEqual([
      'total: 11 passed, 2 failed, 1 skipped',
    ]);
    expect(lines.map(line => line.name)).toEqual(['unit', 'lint']);
  });

  it('has a heading and a verdict with the time for each suite', async () => {
    await run([passing, failing]);

    expect(written).toBe(
      [
        '',
        '=== lint: Lint',
        '=== lint: passed after 1.5 s',
        '',
        '=== unit: Unit tests',
        '1 + 1 is 3',
        '=== unit: FAILED after 1.5 s',
        '',
      ].join('\n'),
    );
  });

  it('counts what a suite throws as a failed test, and says what to do', async () => {
    const lines = await run([throwing]);

    expect(lines[0]).toMatchObject(FAILED);
    expect(written).toContain(
      'There is no Chromium on PATH\nInstall Chromium.\n',
    );
  });

  it('starts no further suite when nobody waits for it', async () => {
    const stop = new AbortController();
    const stopping: Suite = {
      ...passing,
      run: async () => {
        stop.abort();
        return PASSED;
      },
    };

    const lines = await run([stopping, failing], stop.signal);

    expect(lines).toHaveLength(1);
  });

  describe('with suites that may run side by side', () => {
    let log: string[];

    /** Takes some turns, and says when it begins and ends. */
    const beside = (name: string, more: Partial<Suite> = {}): Suite => ({
      name,
      title: name,
      beside: true,
      run: async ({ say }) => {
        log.push(`${name} begins`);
        say(`${name} is at it`);
        await new Promise(resolve => setImmediate(resolve));
        log.push(`${name} ends`);
        return PASSED;
      },
      ...more,
    });

    beforeEach(() => {
      log = [];
    });

    it('runs two of them at once, and what comes next when all have ended', async () => {
      const lines = await run([
        beside('format'),
        beside('types'),
        beside('unit', { beside: false }),
      ]);

      expect(log).toEqual([
        'format begins',
        'types begins',
        'format ends',
        'types ends',
        'unit begins',
        'unit ends',
      ]);
      expect(lines.map(({ name }) => name)).toEqual([
        'format',
        'types',
        'unit',
      ]);
    });

    it('lets one wait for another that it needs, and tells it that this has passed', async () => {
      let passed: string[] = [];
      const api = beside('api', {
        after: 'types',
        run: async context => {
          log.push('api begins');
          passed = [...context.passed];
          return PASSED;
        },
      });

      await run([beside('types'), api]);

      expect(log).toEqual(['types begins', 'types ends', 'api begins']);
      expect(passed).toEqual(['types']);
    });

    it('starts the one without the other when only it was asked for', async () => {
      const lines = await run([beside('api', { after: 'types' })]);

      expect(lines).toHaveLength(1);
    });

    it('keeps together what each of them says', async () => {
      await run([beside('format'), beside('types')]);

      expect(written).toMatch(
        /=== format: format\nformat is at it\n=== format: passed .*\n\n=== types: types\ntypes is at it\n/,
      );
    });
  });

  it('ends in a table and one line', async () => {
    const lines = await run([passing, failing]);

    expect(summary(lines)).toBe(
      [
        '',
        'suite  passed  failed  skipped  seconds',
        'lint        1       0        0      1.5',
        'unit       10       2        1      1.5',
        '',
        'total: 11 passed, 2 failed, 1 skipped',
      ].join('\n'),
    );
  });
});

describe('chooseSuites', () => {
  it('means all of them without names', () => {
    expect(chooseSuites([passing, failing], [])).toEqual([passing, failing]);
  });

  it('keeps their own order', () => {
    const chosen = chooseSuites([passing, failing, throwing], ['e2e', 'lint']);

    expect(chosen).toEqual([passing, throwing]);
  });

  it('lists the names there are when one is unknown', () => {
    expect(() => chooseSuites([passing, failing], ['lnt'])).toThrow(
      expect.objectContaining({
        message: 'There is no suite lnt',
        hint: 'Suites are: lint, unit.',
      }),
    );
  });
});

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, repositoryRoot } from '../system/paths';

const { ANYTHING, IMPORT_TABLE } = jest.requireActual(
  '../../lint/importTable.cjs',
) as { ANYTHING: string; IMPORT_TABLE: Record<string, string | string[]> };

jest.setTimeout(60_000);

const RULE = '@typescript-eslint/no-restricted-imports';

type Message = { ruleId: string; message: string };

type Manifest = {
  name: string;
  dependencies?: Record<string, string>;
  folder: string;
};

function manifests(): Manifest[] {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(repositoryRoot, group)).map(name => {
      const folder = join(group, name);
      const file = join(repositoryRoot, folder, 'package.json');
      return { ...JSON.parse(readFileSync(file, 'utf8')), folder };
    }),
  );
}

type Case = [file: string, code: string];

/** What the rule says about each piece of code, in one run of ESLint. */
function reported(cases: Case[]): string[][] {
  const answer = execFileSync(
    process.execPath,
    [join(packageRoot, 'lint', 'lintCode.cjs')],
    {
      cwd: repositoryRoot,
      input: JSON.stringify(cases.map(([file, code]) => ({ file, code }))),
      encoding: 'utf8',
    },
  );
  return (JSON.parse(answer) as Message[][]).map(messages =>
    messages.filter(one => one.ruleId === RULE).map(one => one.message),
  );
}

const FORBIDDEN: Case[] = [
  [
    'plugins/resources-common/src/x.ts',
    `import '@terrastage/plugin-resources-node';`,
  ],
  [
    'plugins/resources-common/src/x.ts',
    `export * from '@terrastage/local/testing';`,
  ],
  [
    'packages/terraform-runner/src/x.ts',
    `import type { Run } from '@terrastage/plugin-resources-common';`,
  ],
  [
    'packages/terraform-runner/src/x.ts',
    `import { InputError } from '@backstage/errors';`,
  ],
  [
    'plugins/resources-backend/src/x.ts',
    `import { run } from '@terrastage/terraform-runner';`,
  ],
  [
    'plugins/resources-backend/src/x.ts',
    `import { run } from '@terrastage/terraform-runner/other';`,
  ],
  [
    'plugins/resources/src/x.tsx',
    `import { x } from '@terrastage/plugin-resources-node';`,
  ],
  [
    'plugins/resources-backend/src/x.test.ts',
    `import { x } from '@terrastage/local';`,
  ],
];

const ALLOWED: Case[] = [
  [
    'plugins/resources-node/src/x.ts',
    `import { x } from '@terrastage/plugin-resources-common';`,
  ],
  [
    'plugins/resources-backend/src/x.ts',
    `import { x } from '@terrastage/terraform-runner/protocol';`,
  ],
  [
    'plugins/resources-backend/src/x.test.ts',
    `import { x } from '@terrastage/local/testing';`,
  ],
  [
    'plugins/resources-backend/src/testing/x.ts',
    `import { x } from '@terrastage/local/testing';`,
  ],
  ['packages/backend/src/x.ts', `import '@terrastage/plugin-resources';`],
];

describe('the one-way import rule', () => {
  it('has a row for every package', () => {
    const names = manifests().map(manifest => manifest.name);

    expect(Object.keys(IMPORT_TABLE)).toEqual(expect.arrayContaining(names));
  });

  it.each(manifests().map(one => [one.name, one] as const))(
    'is kept by the dependencies of %s',
    (name, { dependencies = {} }) => {
      const allowed = IMPORT_TABLE[name];
      const own = Object.keys(dependencies).filter(dependency =>
        dependency.startsWith('@terrastage/'),
      );

      const forbidden = own.filter(
        dependency =>
          allowed !== ANYTHING &&
          !(allowed as string[]).some(
            one => one === dependency || one.startsWith(`${dependency}/`),
          ),
      );

      expect(forbidden).toEqual([]);
    },
  );

  describe('as ESLint reports it', () => {
    let forbidden: string[][];
    let allowed: string[][];

    beforeAll(() => {
      const answers = reported([...FORBIDDEN, ...ALLOWED]);
      forbidden = answers.slice(0, FORBIDDEN.length);
      allowed = answers.slice(FORBIDDEN.length);
    });

    it.each(FORBIDDEN.map((one, index) => [...one, index] as const))(
      'refuses in %s: %s',
      (_file, _code, index) => {
        expect(forbidden[index]).toHaveLength(1);
      },
    );

    it.each(ALLOWED.map((one, index) => [...one, index] as const))(
      'lets pass in %s: %s',
      (_file, _code, index) => {
        expect(allowed[index]).toEqual([]);
      },
    );

    it('says what is allowed and where that is written', () => {
      expect(forbidden[0][0]).toContain(
        '@terrastage/plugin-resources-common may import from this repository only: nothing. See packages/local/lint/importTable.cjs.',
      );
    });
  });
});

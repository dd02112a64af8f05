const { join } = require('node:path');
const createPackageConfig = require('@backstage/cli/config/eslint-factory');
const {
  ANYTHING,
  FORBIDDEN_OUTSIDE,
  IMPORT_TABLE,
  TESTS_MAY_ALSO_IMPORT,
} = require('./importTable.cjs');

const TESTS = [
  '**/*.test.*',
  'src/setupTests.*',
  'src/testing/**',
  'src/**/testing/**',
];

/**
 * Backstage's ESLint configuration for a package, and the one-way rule.
 *
 * The rule is set on typescript-eslint's variant of no-restricted-imports,
 * because Backstage's own configuration uses ESLint's.
 */
module.exports = function eslintConfig(dir) {
  const { name } = require(join(dir, 'package.json'));
  const allowed = IMPORT_TABLE[name];
  if (!allowed) {
    throw new Error(
      `${name} has no row in packages/local/lint/importTable.cjs: add what it may import`,
    );
  }
  if (allowed === ANYTHING) return createPackageConfig(dir);
  return createPackageConfig(dir, {
    overrides: [
      { files: ['**/*'], rules: ruleFor(name, allowed) },
      {
        files: TESTS,
        rules: {
          ...ruleFor(name, [...allowed, ...TESTS_MAY_ALSO_IMPORT]),
          // It takes what it does not know as tests for product code, which may use no devDependencies.
          '@backstage/no-undeclared-imports': 'off',
        },
      },
    ],
  });
};

function ruleFor(name, allowed) {
  const message = `${name} may import from this repository only: ${
    allowed.join(', ') || 'nothing'
  }. See packages/local/lint/importTable.cjs.`;
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: allowed
          .map(packageOf)
          .filter(packageName => !allowed.includes(packageName))
          .map(packageName => ({ name: packageName, message })),
        patterns: [
          {
            group: ['@terrastage/*', ...allowed.flatMap(exceptionsFor)],
            message,
          },
          ...(FORBIDDEN_OUTSIDE[name] ?? []).map(group => ({
            group: [group],
            message: `${name} must do without it. See packages/local/lint/importTable.cjs.`,
          })),
        ],
      },
    ],
  };
}

/**
 * Patterns are read as in .gitignore: an entry point can be let through only if
 * its package is, so the package's other entry points are shut again.
 */
function exceptionsFor(specifier) {
  const packageName = packageOf(specifier);
  return specifier === packageName
    ? [`!${packageName}`]
    : [`!${packageName}`, `${packageName}/*`, `!${specifier}`];
}

function packageOf(specifier) {
  return specifier.split('/').slice(0, 2).join('/');
}

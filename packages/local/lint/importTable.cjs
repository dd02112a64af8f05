// Who may import whom in this repository: the one place that says so. Lint
// reads it for imports, a test for the dependencies in each package.json.
const COMMON = '@terrastage/plugin-resources-common';
const NODE = '@terrastage/plugin-resources-node';
const RUNNER_PROTOCOL = '@terrastage/terraform-runner/protocol';

/** Wiring may import all that it wires. */
const ANYTHING = '*';

/** Package to the packages (or single entry points) that it may import. */
const IMPORT_TABLE = {
  app: ANYTHING,
  backend: ANYTHING,
  '@terrastage/local': ANYTHING,
  '@terrastage/deploy': ANYTHING,
  '@terrastage/terraform-runner': [],
  [COMMON]: [],
  [NODE]: [COMMON],
  '@terrastage/plugin-resources': [COMMON],
  '@terrastage/plugin-resources-backend': [NODE, COMMON, RUNNER_PROTOCOL],
  '@terrastage/plugin-scaffolder-backend-module-git': [],
  '@terrastage/plugin-scaffolder-backend-module-terraform': [NODE, COMMON],
  '@terrastage/plugin-auth-backend-module-oidc-login': [],
  '@terrastage/plugin-catalog-backend-module-cognito': [NODE, COMMON],
  '@terrastage/plugin-catalog-backend-module-resources': [NODE, COMMON],
  '@terrastage/plugin-permission-backend-module-terrastage': [NODE, COMMON],
};

/** What a package may not import from outside this repository. */
const FORBIDDEN_OUTSIDE = {
  // The runner runs where there is no portal.
  '@terrastage/terraform-runner': ['@backstage/*'],
};

/** What tests and src/testing may import besides. */
const TESTS_MAY_ALSO_IMPORT = [
  '@terrastage/local/testing',
  // Tests of a service go by what the portal's own policy decides.
  '@terrastage/plugin-permission-backend-module-terrastage',
];

module.exports = {
  ANYTHING,
  FORBIDDEN_OUTSIDE,
  IMPORT_TABLE,
  TESTS_MAY_ALSO_IMPORT,
};

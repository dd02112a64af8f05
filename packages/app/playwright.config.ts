import { defineConfig, devices } from '@playwright/test';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * End-to-end tests in the Chromium that `TERRASTAGE_CHROMIUM` names (`npm test` finds it), against a portal that
 * the tests start themselves: real PostgreSQL, Terraform, AWS provider and the local AWS.
 */
export default defineConfig({
  testDir: './e2e-tests',
  outputDir: '../../.terrastage/e2e/results',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // Two workers, each with a portal and an AWS of its own: while one waits minutes for a database to be made, changed
  // and deleted, the other does the rest. More would need the two cores that Terraform has.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: 'infrastructure', testMatch: 'infrastructure.test.ts' },
    {
      name: 'journeys',
      testMatch: '*.test.ts',
      testIgnore: 'infrastructure.test.ts',
    },
  ],
  retries: 0,
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    // The page at each step and not a film of it, which costs a quarter of a core: Chromium draws in software here.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.TERRASTAGE_CHROMIUM,
      args: flags,
    },
  },
});

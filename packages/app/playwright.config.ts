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
  testMatch: '*.test.ts',
  outputDir: '../../.terrastage/e2e/results',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // One portal, one worker: a second would need the two cores that Terraform has.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.TERRASTAGE_CHROMIUM,
      args: flags,
    },
  },
});

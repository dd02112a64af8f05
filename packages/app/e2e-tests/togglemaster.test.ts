import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { Page } from '@playwright/test';
import { runProgram } from '@terrastage/local/testing';
import { expect, test } from './test';

const platform = 'shop-flags';
const service = 'invoices';

const next = (page: Page) =>
  page.getByRole('button', { name: 'Next', exact: true }).click();

/** Once the caller's teams have been read: what they push down is hit no more. */
async function leaveFirstPage(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue(
    'Payments',
  );
  await next(page);
}

/** From the form's last page to the end of its task. */
async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(/\/create\/tasks\//);
}

/** What anyone gets who does what the task's last page says. */
async function clone(runDir: string, branch: string): Promise<string> {
  const folder = path.join(runDir, `clone-${branch}`);
  const remote = path.join(runDir, 'repositories', `${platform}.git`);
  await runProgram('git', ['clone', '-q', '-b', branch, remote, folder]);
  return folder;
}

/** How much of the platform is in the catalog; of its APIs, those with a document. */
async function entitiesOf(url: string, token: string) {
  const response = await fetch(
    `${url}/api/catalog/entities?filter=spec.system=${platform}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const entities: Entity[] = await response.json();
  const some = (kind: string) => entities.filter(one => one.kind === kind);
  return {
    services: some('Component').length,
    stores: some('Resource').length,
    documents: some('API').filter(({ spec }) =>
      String(spec?.definition).includes('"openapi"'),
    ).length,
  };
}

test.describe.serial('a feature-flag platform', () => {
  test('is laid down by its form, as a repository that anyone can clone', async ({
    page,
    portal,
  }) => {
    await page.goto('/create/templates/default/togglemaster-platform');
    await page.getByLabel('Name').first().fill(platform);
    await leaveFirstPage(page);
    await page.getByLabel('Domain').fill('shop.example.com');
    await page
      .getByLabel('Image registry')
      .fill('123456789012.dkr.ecr.us-east-1.amazonaws.com');
    await next(page);
    await page.getByText('Make the infrastructure').first().waitFor();

    await create(page);

    await expect(page.getByText(/git clone .*shop-flags\.git/)).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole('link', { name: 'Open the platform in the catalog' }),
    ).toHaveAttribute('href', `/catalog/default/system/${platform}`);
    const folder = await clone(portal.runDir, 'main');
    for (const file of [
      'services/evaluation/src/main.ts',
      'gitops/environments/dev/root.yaml',
      'terraform/environments/dev.tfvars.json',
      'package-lock.json',
    ]) {
      expect(existsSync(path.join(folder, file)), file).toBe(true);
    }
  });

  test('stands in the catalog, with its services, their APIs and its stores', async ({
    page,
    portal,
  }) => {
    const token = await portal.tokenOf('ana');
    // The catalog reads one file after the other, once the task has ended.
    await expect
      .poll(() => entitiesOf(portal.url, token), { timeout: 60_000 })
      .toEqual({ services: 5, stores: 4, documents: 5 });

    await page.goto(`/catalog/default/system/${platform}`);

    await expect(
      page.getByRole('link', { name: `${platform}-evaluation` }).first(),
    ).toBeVisible();

    await page.goto(`/catalog/default/api/${platform}-evaluation`);

    await expect(
      page.getByText('/ofrep/v1/evaluate/flags/{key}').first(),
    ).toBeVisible();
  });

  test('gets one more service by a form, on a branch to look at', async ({
    page,
    portal,
  }) => {
    await page.goto('/create/templates/default/togglemaster-service');
    await page.getByLabel('Platform').first().fill(platform);
    await page.getByLabel('Name').first().fill(service);
    await page.getByLabel('What it does').fill('Invoices and who has paid');
    await leaveFirstPage(page);
    await page.getByLabel('PostgreSQL (a database of its own)').check();

    await create(page);

    await expect(page.getByText(/git clone --branch add-invoices/)).toBeVisible(
      { timeout: 60_000 },
    );
    const folder = await clone(portal.runDir, `add-${service}`);
    for (const file of [
      'services/invoices/migrations/0001_begin.sql',
      'gitops/environments/dev/invoices/kustomization.yaml',
      'terraform/service_invoices.tf',
    ]) {
      expect(existsSync(path.join(folder, file)), file).toBe(true);
    }
  });

  test('is told in the form that a name of its own is taken', async ({
    page,
  }) => {
    await page.goto('/create/templates/default/togglemaster-service');
    await page.getByLabel('Platform').first().fill(platform);
    await page.getByLabel('Name').first().fill('auth');
    await page.getByLabel('What it does').fill('Something else');

    await leaveFirstPage(page);

    await expect(
      page.getByText(/not be a name that the platform uses itself/).first(),
    ).toBeVisible();
    await expect(page.getByText('Stores')).toBeHidden();
  });
});

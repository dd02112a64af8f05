import type { Page } from '@playwright/test';
import { expect, test } from './test';

const network = 'shop-dev';

test.describe.serial('a developer and a network', () => {
  test.setTimeout(400_000);

  const firstPage = async (page: Page, template: string, name: string) => {
    await page.goto(`/create/templates/default/${template}`);
    await page.getByLabel('Name').first().fill(name);
    await page.getByRole('button', { name: /Cost centre/ }).click();
    await page.getByRole('option', { name: /Payments/ }).click();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
  };

  const create = async (page: Page) => {
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await page.waitForURL(/\/create\/tasks\//);
  };

  test('makes the network', async ({ page }) => {
    await firstPage(page, 'vpc', network);
    await page.getByLabel('Range').first().fill('10.20.0.0/16');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByLabel('One for all zones').check();

    await create(page);

    await expect(page.getByText('stands in').first()).toBeVisible({
      timeout: 300_000,
    });
  });

  test('is refused a second network of an overlapping range', async ({
    page,
  }) => {
    await firstPage(page, 'vpc', 'other-dev');
    await page.getByLabel('Range').first().fill('10.20.16.0/20');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('NAT gateways').first().waitFor();

    await create(page);

    await expect(
      page.getByText(/10\.20\.16\.0\/20 overlaps 10\.20\.0\.0\/16/).first(),
    ).toBeVisible();
  });

  test('deletes the network', async ({ page }) => {
    await page.goto('/resources');
    await page.getByRole('link', { name: network, exact: true }).click();
    await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(network);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();

    await expect(page.getByText(`${network} is gone`)).toBeVisible({
      timeout: 300_000,
    });
  });
});

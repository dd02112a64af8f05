import type { Page } from '@playwright/test';

/** From the list to a resource's own page. */
export async function openResource(page: Page, name: string): Promise<void> {
  await page.goto('/resources');
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
}

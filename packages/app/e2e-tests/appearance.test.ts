import { expect, test } from './test';

test('speaks Portuguese when asked to', async ({ page }) => {
  await page.goto('/settings');
  await page
    .getByRole('button', { name: /English|language/i })
    .first()
    .click();
  await page.getByRole('option', { name: /Portugu/i }).click();

  await page.goto('/resources');

  await expect(
    page.getByRole('link', { name: 'Recursos' }).first(),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Criar' }).first()).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`fits a narrow window in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 360, height: 780 });

    await page.goto('/resources');
    await page.getByRole('heading').first().waitFor();

    const overflow = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('says that another page does not exist', async ({ page }) => {
  await page.goto('/resources/00000000-0000-4000-8000-000000000000');

  await expect(
    page.getByText('It does not exist, or is not yours'),
  ).toBeVisible();
});

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

  await page.goto('/create');
  await expect(page.getByRole('tab', { name: 'Tarefas' })).toBeVisible();
  await expect(page.getByText('Bucket S3')).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Escolher' }).first(),
  ).toBeVisible();

  await page.goto('/create/templates/default/s3-bucket');
  await page.getByLabel('Nome').fill('A');
  await page.getByRole('button', { name: 'Avançar' }).click();
  await expect(
    page.getByText('deve ter pelo menos 3 caracteres').first(),
  ).toBeVisible();
  await page.getByLabel('Nome').fill('acme-recibos');
  await page.getByRole('button', { name: /Centro de custo/ }).click();
  await page.getByRole('option', { name: /Payments/ }).click();
  await page.getByRole('button', { name: 'Avançar' }).click();
  await expect(page.getByText('Criptografia em repouso')).toBeVisible();
  await expect(page.getByLabel('Mantidas por um tempo')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Voltar' })).toBeVisible();
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

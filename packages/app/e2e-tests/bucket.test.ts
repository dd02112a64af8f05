import { BucketForm } from './BucketForm';
import { picture } from './pictures';
import { expect, test } from './test';

const name = 'payments-receipts-dev';

test.describe.serial('a developer and a bucket', () => {
  test('finds an empty list that says what to do', async ({ page }) => {
    await page.goto('/');

    await expect(page).toHaveURL(/\/resources$/);
    await expect(
      page.getByRole('heading', { name: 'You own no resources yet' }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Create your first resource' }),
    ).toBeVisible();
  });

  test('is told in the form what is wrong with a name', async ({ page }) => {
    const form = new BucketForm(page);
    await form.open();
    await form.fillFirstPage('Payments_Receipts');

    await form.next();

    await expect(
      page.getByText(/lower-case letters, digits/).nth(1),
    ).toBeVisible();
    await expect(page.getByText('Encryption at rest')).toBeHidden();
  });

  test('makes it with a form and follows the run live', async ({ page }) => {
    const form = new BucketForm(page);
    await form.fill(name);
    await picture(page, 'form');

    await form.submit();
    await form.openRun();

    await expect(
      page.getByRole('heading', { name: `Apply ${name}` }),
    ).toBeVisible();
    await expect(page.getByText('Creation complete').first()).toBeVisible({
      timeout: 120_000,
    });
    await picture(page, 'run');
    await expect(page.getByText(`${name} stands as planned`)).toBeVisible();
    await expect(page.getByText('aws_s3_bucket.this').first()).toBeVisible();
    await page.getByRole('link', { name: 'Open the resource' }).click();
    await expect(page).toHaveURL(/\/resources\/[0-9a-f-]{36}$/);
  });

  test('finds it on My resources with its outputs', async ({ page }) => {
    await page.goto('/resources');
    const row = page.getByRole('row', { name: new RegExp(name) });
    await expect(row).toContainText('Active');
    await expect(row).toContainText('Payments');
    await expect(row).toContainText('Development');
    await picture(page, 'my-resources');

    await row.getByRole('link', { name }).click();

    await expect(page.getByText(`arn:aws:s3:::${name}`).first()).toBeVisible();
    await expect(page.getByText('CC-1001').first()).toBeVisible();
    await picture(page, 'resource');
  });

  test('has a real bucket in AWS, with the mandatory tags', async ({
    aws,
    page,
  }) => {
    expect(await aws.bucketNames()).toContain(name);
    expect(await aws.isVersioned(name)).toBe(true);
    expect(await aws.encryption(name)).toBe('AES256');
    const tags = await aws.bucketTags(name);
    await page.goto('/resources');
    await page.getByRole('link', { name }).click();
    await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
    expect(tags).toMatchObject({
      Name: name,
      Owner: 'group:default/payments',
      Environment: 'dev',
      CostCenter: 'CC-1001',
      ManagedBy: 'terrastage',
      'terrastage:resource-id': page.url().split('/').pop(),
    });
    expect(tags['terrastage:run-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('finds it in the catalog within seconds', async ({ page }) => {
    await page.goto(
      '/catalog?filters%5Bkind%5D=resource&filters%5Buser%5D=all',
    );

    await page
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click();

    await expect(page.getByText('s3-bucket').first()).toBeVisible();
  });

  test('is refused a second bucket of the name, with the way to the first', async ({
    page,
  }) => {
    const form = new BucketForm(page);
    await form.submitBucket(name);

    await expect(page.getByText(/already/).first()).toBeVisible();
  });

  test('deletes it only after typing its name, and it is really gone', async ({
    aws,
    page,
  }) => {
    await page.goto('/resources');
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('aws_s3_bucket.this')).toBeVisible();
    const confirm = dialog.getByRole('button', { name: 'Delete for good' });
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('textbox').fill('payments-receipts');
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('textbox').fill(name);
    await picture(page, 'delete');

    await confirm.click();

    await expect(page).toHaveURL(/\/resources\/runs\/|\/runs\//);
    await expect(page.getByText(`${name} is gone`)).toBeVisible({
      timeout: 120_000,
    });
    expect(await aws.bucketNames()).not.toContain(name);
    await page.goto('/resources');
    await expect(page.getByRole('link', { name })).toBeHidden();
  });
});

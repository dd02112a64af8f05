import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { BucketForm } from './BucketForm';
import { expect, test } from './test';

const name = 'payments-day-two';

const openResource = async (page: Page) => {
  await page.goto('/resources');
  await page.getByRole('link', { name }).click();
  await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
};

const confirm = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: 'Confirm and apply' });

test.describe.serial('a developer changes a bucket', () => {
  test('by its own form, which has the present values and fixes what must stay', async ({
    page,
  }) => {
    const form = new BucketForm(page);
    await form.submitBucket(name);
    await form.openRun();
    await expect(page.getByText(`${name} stands as planned`)).toBeVisible({
      timeout: 120_000,
    });
    await openResource(page);

    await page.getByRole('link', { name: 'Change', exact: true }).click();

    await expect(page.getByLabel('Name')).toHaveValue(name);
    await expect(page.getByLabel('Name')).toBeDisabled();
    await expect(page.getByLabel('What it is for')).toHaveValue(
      'Receipts of payments',
    );
    await form.whole();
    await form.next();
    await page.getByLabel('Not kept', { exact: true }).check();
    await form.next();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Plan the change' }).click();
    await expect(
      page.getByText('This plan waits for your confirmation'),
    ).toBeVisible({ timeout: 120_000 });
    await expect(
      page.getByText('aws_s3_bucket_versioning.this[0]').first(),
    ).toBeVisible();
  });

  test('confirms the plan by the name, since it takes something away, and it is really changed', async ({
    aws,
    page,
  }) => {
    expect(await aws.isVersioned(name)).toBe(true);
    await openResource(page);
    await page.getByRole('link', { name: 'Read the plan' }).click();

    await page.getByRole('button', { name: 'Confirm and apply' }).click();
    await expect(confirm(page)).toBeDisabled();
    await page.getByRole('dialog').getByRole('textbox').fill(name);
    await confirm(page).click();

    await expect(page.getByText(`${name} stands as planned`)).toBeVisible({
      timeout: 120_000,
    });
    expect(await aws.isVersioned(name)).toBe(false);
    await openResource(page);
    await expect(page.getByText('Active').first()).toBeVisible();
    await page.getByRole('link', { name: 'Change', exact: true }).click();
    const form = new BucketForm(page);
    await form.whole();
    await form.next();
    await expect(page.getByLabel('Not kept', { exact: true })).toBeChecked();
  });

  test('takes a newer version of the template after reading what is new', async ({
    page,
    portal,
  }) => {
    const file = (of: string) => path.join(portal.skeletons, 's3-bucket', of);
    const manifest = await readFile(file('terrastage.yaml'), 'utf8');
    await writeFile(
      file('CHANGELOG.md'),
      '# Changelog\n\n## 1.9.0\n\n- Deleting it deletes its objects.\n',
    );
    await writeFile(
      file('terrastage.yaml'),
      manifest.replace(/^version: .*$/m, 'version: 1.9.0'),
    );
    await openResource(page);
    await expect(page.getByText(/Version 1\.9\.0 of the template/)).toBeVisible(
      { timeout: 60_000 },
    );
    await page.getByRole('button', { name: 'See what is new' }).click();
    await expect(
      page.getByText('Deleting it deletes its objects.'),
    ).toBeVisible();

    await page.getByRole('button', { name: 'Plan the upgrade' }).click();

    await expect(page.getByText('nothing had to change in AWS')).toBeVisible({
      timeout: 120_000,
    });
    await expect(page.getByText(/to 1\.9\.0/).first()).toBeVisible();
    await openResource(page);
    await expect(
      page.getByRole('button', { name: 'See what is new' }),
    ).toBeHidden();
  });
});

test('tries a run again when the name that was taken is free', async ({
  aws,
  page,
}) => {
  const taken = 'taken-for-a-while';
  await aws.takeBucketName(taken);
  const form = new BucketForm(page);
  await form.submitBucket(taken);
  await form.openRun();
  await page
    .getByRole('button', { name: 'Try again', exact: true })
    .waitFor({ timeout: 120_000 });
  await aws.freeBucketName(taken);

  await page.getByRole('button', { name: 'Try again', exact: true }).click();

  await expect(page.getByText(`${taken} stands as planned`)).toBeVisible({
    timeout: 120_000,
  });
  expect(await aws.bucketNames()).toContain(taken);
});

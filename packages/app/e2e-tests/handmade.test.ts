import type { Page } from '@playwright/test';
import { BucketForm } from './BucketForm';
import { openResource } from './openResource';
import { expect, test } from './test';

const name = 'made-by-hand';

const adopt = async (page: Page) => {
  const form = new BucketForm(page);
  await form.open();
  await form.fillFirstPage(name);
  await page.getByLabel('It stands in AWS already, adopt it').check();
  await form.next();
  await form.next();
  await page.getByRole('button', { name: 'Review' }).click();
  await form.submit();
  await form.openRun();
  await expect(
    page.getByRole('heading', { name: `Adopt ${name}` }),
  ).toBeVisible();
};

test.describe
  .serial('a developer adopts a bucket that was made by hand', () => {
  test('not without the consent that only who has rights in AWS can give', async ({
    aws,
    page,
  }) => {
    await aws.makeBucket(name, { team: 'unknown' });

    await adopt(page);

    await expect(
      page
        .getByText('tag terrastage:adopt with the value group:default/payments')
        .first(),
    ).toBeVisible({ timeout: 120_000 });
    expect(await aws.bucketTags(name)).toEqual({ team: 'unknown' });
    await page.goto('/resources');
    await expect(page.getByRole('link', { name })).toBeHidden();
  });

  test('reads in the plan what is imported and what changes, and confirms it', async ({
    aws,
    page,
  }) => {
    await aws.tagBucket(name, { 'terrastage:adopt': 'group:default/payments' });
    await adopt(page);
    await expect(
      page.getByText('This plan waits for your confirmation'),
    ).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText(/to import/).first()).toBeVisible();
    await expect(
      page.getByText('imported', { exact: true }).first(),
    ).toBeVisible();
    expect(await aws.bucketTags(name)).not.toHaveProperty('ManagedBy');

    await page.getByRole('button', { name: 'Confirm and apply' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Confirm and apply' })
      .click();

    await expect(page.getByText(`${name} stands as planned`)).toBeVisible({
      timeout: 120_000,
    });
    await openResource(page, name);
    await expect(page.getByText('Active').first()).toBeVisible();
    await expect(page.getByText(`arn:aws:s3:::${name}`).first()).toBeVisible();
    expect(await aws.bucketTags(name)).toMatchObject({
      ManagedBy: 'terrastage',
      'terrastage:resource-id': page.url().split('/').pop(),
    });
  });
});

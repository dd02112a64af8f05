import type { Page } from '@playwright/test';
import { BucketForm } from './BucketForm';
import { killRunner } from './killRunner';
import { logInQuickly } from './logInQuickly';
import { ResourceForm } from './ResourceForm';
import { expect, test } from './test';

const name = 'payments-state';
const locked = 'payments-locked';

/** The form of the resource manager, ready to be sent. */
const manage = async (page: Page, resource: string, operation: string) => {
  await page.goto('/create/templates/default/resource-manager');
  await new ResourceForm(page).search(/Resource/, resource, resource);
  await page.getByLabel(operation).check();
};

const openState = async (page: Page, resource: string, list = '/resources') => {
  await page.goto(list);
  await page.getByRole('link', { name: resource }).click();
  await page.waitForURL(/\/resources\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/state`);
  await page.getByRole('heading', { name: `State of ${resource}` }).waitFor();
};

test.describe.serial('the state of a bucket', () => {
  test('has a version for each run that wrote one, and two are compared', async ({
    aws,
    page,
  }) => {
    const form = new BucketForm(page);
    await form.submitBucket(name);
    await form.openRun();
    await expect(page.getByText(`${name} stands as planned`)).toBeVisible({
      timeout: 120_000,
    });
    await aws.forgetInState(name, 'aws_s3_bucket_policy');

    await openState(page, name);

    const versions = page.getByRole('table', { name: /Versions of the state/ });
    await expect(versions.getByText('Current', { exact: true })).toBeVisible();
    await expect(
      versions.getByRole('link', { name: 'Apply' }).first(),
    ).toBeVisible();
    await expect(
      versions.getByText('not by a run of this portal'),
    ).toBeVisible();
    await versions
      .getByRole('button', { name: 'Compare with current' })
      .first()
      .click();
    await expect(
      page.getByRole('button', {
        name: 'Removed aws_s3_bucket_policy.tls_only',
      }),
    ).toBeVisible();
    await expect(
      versions.getByRole('button', { name: 'Restore' }),
    ).toBeHidden();
  });

  test.describe('as an admin', () => {
    test.use({ person: 'paula' });

    test('is restored, with a plan first', async ({ page }) => {
      await openState(page, name, '/resources/all');
      await page.getByRole('button', { name: 'Restore' }).first().click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Plan with it' })
        .click();

      await expect(
        page.getByText('This plan waits for your confirmation'),
      ).toBeVisible({ timeout: 120_000 });
      await page.getByRole('button', { name: 'Confirm and apply' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Confirm and apply' })
        .click();

      await expect(
        page.getByText(`the state of ${name} is restored`),
      ).toBeVisible({ timeout: 120_000 });
      await openState(page, name, '/resources/all');
      await expect(
        page.getByRole('link', { name: 'Restore the state' }),
      ).toBeVisible();
    });
  });

  test('is extended by the resource manager, as far as the environment allows', async ({
    page,
  }) => {
    await page.goto('/resources');
    await page.getByRole('link', { name }).click();
    await expect(page.getByText(/in (29|30) days/)).toBeVisible();

    await manage(page, name, 'Let it live longer');
    await page.getByLabel('By how many days').fill('400');
    await new ResourceForm(page).create();
    await expect(page.getByText(/may live for 180 days/).first()).toBeVisible();
    await manage(page, name, 'Let it live longer');
    await new ResourceForm(page).create();

    await expect(page.getByText(/It expires at/).first()).toBeVisible();
    await page.goto('/resources');
    await page.getByRole('link', { name }).click();
    await expect(page.getByText(/next month|in 2 months/)).toBeVisible();
  });

  test('goes with its bucket by the resource manager, which shows what will go', async ({
    aws,
    page,
  }) => {
    await manage(page, name, 'Delete it');
    await expect(page.getByText('aws_s3_bucket.this')).toBeVisible();
    await page.getByLabel('Name of the resource').fill(name);
    await new ResourceForm(page).create();

    await expect
      .poll(() => aws.bucketNames(), { timeout: 150_000 })
      .not.toContain(name);
  });
});

test('a lock is removed by an admin with the resource manager once kill -9 has ended its run, and not before', async ({
  browser,
  page,
  portal,
}) => {
  const form = new BucketForm(page);
  await form.open();
  await form.fillFirstPage(locked);
  await form.next();
  await page.getByText('Encryption at rest').waitFor();
  await form.next();
  // With a lifecycle rule an apply takes a minute, so there is a middle to be killed in.
  await page.getByLabel('Throw away unfinished uploads').check();
  await page.getByRole('button', { name: 'Review' }).click();
  await form.submit();
  const run = await form.openRun();
  const admins = await browser.newContext({ baseURL: portal.url });
  await logInQuickly(admins, portal, 'paula');
  const adminsPage = await admins.newPage();
  await manage(adminsPage, locked, 'Remove a lock');
  const unlock = new ResourceForm(adminsPage);
  await unlock.review();
  await page
    .getByText('aws_s3_bucket.this: Creation complete')
    .waitFor({ timeout: 120_000 });
  await unlock.send();
  await expect(adminsPage.getByText(/is alive/).first()).toBeVisible();
  await killRunner(portal.runDir, run.split('/').pop()!);

  await page.goto(run);
  await expect(page.getByText('A person has to look at this run')).toBeVisible({
    timeout: 60_000,
  });
  await openState(page, locked);
  await expect(page.getByText('holds the lock since')).toBeVisible();
  await expect(page.getByText(/is dead and will not release it/)).toBeVisible();
  await expect(page.getByText(/Only an admin can remove it/)).toBeVisible();
  await manage(adminsPage, locked, 'Remove a lock');
  await unlock.create();
  await expect(adminsPage.getByText('The lock is gone').first()).toBeVisible({
    timeout: 60_000,
  });
  await admins.close();
  await openState(page, locked);
  await expect(page.getByText('holds the lock since')).toBeHidden();
});

import { BucketForm } from './BucketForm';
import { expect, test } from './test';

test('a portal that is killed in mid-apply comes back to a run that ends well', async ({
  aws,
  page,
  portal,
}) => {
  const name = 'payments-outlives-the-portal';
  const form = new BucketForm(page);
  await form.submitBucket(name);
  const run = await form.openRun();
  await page
    .getByText('aws_s3_bucket.this: Creation complete')
    .waitFor({ timeout: 120_000 });

  await portal.kill();
  await portal.restart();

  await page.goto(run);
  await expect(page.getByText(`${name} stands as planned`)).toBeVisible({
    timeout: 120_000,
  });
  await page.goto('/resources');
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Active');
  const names = await aws.bucketNames();
  expect(names.filter(bucket => bucket === name)).toHaveLength(1);
});

test('a name that somebody else in AWS has taken ends in a message that says so', async ({
  aws,
  page,
}) => {
  const name = 'taken-by-somebody-else';
  await aws.takeBucketName(name);
  const form = new BucketForm(page);
  await form.submitBucket(name);

  await expect(
    page.getByText(/already (exists|taken)|BucketAlready/).first(),
  ).toBeVisible({ timeout: 120_000 });
  await page.goto('/resources');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText(
    'Failed',
  );
});

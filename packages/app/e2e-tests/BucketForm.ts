import { expect, type Page } from '@playwright/test';

const runPath = /\/resources\/runs\/[0-9a-f-]{36}/;

/** The form of the S3 template, filled as a person does. */
export class BucketForm {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/create/templates/default/s3-bucket');
    await this.page.getByLabel('Name').waitFor();
  }

  async fillFirstPage(name: string): Promise<void> {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('What it is for').fill('Receipts of payments');
    await this.page.getByRole('button', { name: /Cost centre/ }).click();
    await this.page.getByRole('option', { name: /Payments/ }).click();
  }

  /** Waits until the first page's lists have been read: what they push down is hit no more. */
  async whole(): Promise<void> {
    await expect(
      this.page.getByRole('button', { name: /Cost centre/ }),
    ).toContainText('CC-');
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next', exact: true }).click();
  }

  /** From the first page to the review, with what the form offers. */
  async fill(name: string): Promise<void> {
    await this.open();
    await this.fillFirstPage(name);
    await this.next();
    await this.page.getByText('Encryption at rest').waitFor();
    await this.next();
    await this.page.getByRole('button', { name: 'Review' }).click();
    await this.page.getByRole('button', { name: 'Create' }).waitFor();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create' }).click();
    await this.page.waitForURL(/\/create\/tasks\//);
  }

  async submitBucket(name: string): Promise<void> {
    await this.fill(name);
    await this.submit();
  }

  /** From the task's page to the run that it started; resolves with the run's path. */
  async openRun(): Promise<string> {
    await this.page.getByRole('button', { name: 'Show logs' }).click();
    // The log follows its end, so that one with much to say soon no longer shows its first lines.
    const search = this.page.getByRole('textbox', { name: 'Search' });
    await search.fill('/resources/runs/');
    await search.press('Control+Enter');
    // A task that has ended links to it.
    const place = this.page
      .getByText(runPath)
      .or(this.page.getByRole('link', { name: 'Read the run' }))
      .first();
    const [path] = runPath.exec(
      (await place.getAttribute('href')) ?? (await place.innerText()),
    )!;
    await this.page.goto(path);
    return path;
  }
}

import { expect, type Page } from '@playwright/test';
import { openResource } from './openResource';

/** The form of a template, filled as a person does. */
export class ResourceForm {
  constructor(private readonly page: Page) {}

  /** The first page, which all templates have. */
  async begin(template: string, name: string): Promise<void> {
    await this.page.goto(`/create/templates/default/${template}`);
    await this.page.getByLabel('Name').first().fill(name);
    await this.choose(/Cost centre/, /Payments/);
    await this.next();
  }

  /** The form of what stands, at its first page. */
  async beginChange(resource: string): Promise<void> {
    await openResource(this.page, resource);
    await this.page.getByRole('link', { name: 'Change', exact: true }).click();
    await expect(this.page.getByLabel('Name').first()).toHaveValue(resource);
    // The form is whole once its lists have been read: what they push down is hit no more.
    await expect(
      this.page.getByRole('button', { name: /Cost centre/ }),
    ).toContainText('CC-');
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next', exact: true }).click();
  }

  /** One of a list. */
  async choose(field: RegExp, option: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: field }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** A resource, by a part of its name. */
  async search(field: RegExp, text: string, name: string): Promise<void> {
    await this.page.getByRole('button', { name: field }).click();
    await this.page.getByRole('searchbox').fill(text);
    await expect(this.page.getByRole('option')).toHaveCount(1);
    await this.page.getByRole('option', { name: new RegExp(name) }).click();
  }

  async create(): Promise<void> {
    await this.review();
    await this.send();
  }

  async review(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review' }).click();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create' }).click();
    await this.page.waitForURL(/\/create\/tasks\//);
  }

  /** To the run that waits with its plan. */
  async planChange(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review' }).click();
    await this.page.getByRole('button', { name: 'Plan the change' }).click();
    await expect(
      this.page.getByText('This plan waits for your confirmation'),
    ).toBeVisible({ timeout: 120_000 });
  }

  async confirmChange(resource: string): Promise<void> {
    const confirm = { name: 'Confirm and apply' };
    await this.page.getByRole('button', confirm).click();
    await this.page.getByRole('dialog').getByRole('button', confirm).click();
    await expect(
      this.page.getByText(`${resource} stands as planned`),
    ).toBeVisible({ timeout: 120_000 });
  }
}

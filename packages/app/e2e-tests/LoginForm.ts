import type { Page } from '@playwright/test';

/** The way from the portal's sign-in page through the login of the identity provider. */
export class LoginForm {
  constructor(private readonly page: Page) {}

  /** From the sign-in page to the form. */
  async open(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^(Sign in|Try again)$/ })
      .click();
    await this.page.getByLabel('Password').waitFor();
  }

  async submit(email: string, password: string): Promise<void> {
    await this.page.getByLabel('Email').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** A temporary password has to become one of the person's own. */
  async choosePassword(password: string): Promise<void> {
    await this.page.locator('[name=new_password]').fill(password);
    await this.page.locator('[name=confirmation]').fill(password);
    await this.page.getByRole('button').click();
  }
}

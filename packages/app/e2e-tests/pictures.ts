import path from 'node:path';
import type { Page } from '@playwright/test';

/** Where the README's pictures are; written only when somebody asks for new ones. */
const folder = path.resolve(__dirname, '../../../catalog/docs/pictures');

/** Takes the README's picture `name` when `TERRASTAGE_PICTURES` is set. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.TERRASTAGE_PICTURES) {
    await page.screenshot({
      path: path.join(folder, `${name}.png`),
      animations: 'disabled',
    });
  }
}

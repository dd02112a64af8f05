import { readFile, writeFile } from 'node:fs/promises';
import type { PortalUnderTest } from './PortalUnderTest';
import { LoginForm } from './LoginForm';
import { expect, test } from './test';
import { usersCommand } from './usersCommand';

test.use({ person: null });

const ERICA = `
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: erica
spec:
  profile:
    displayName: Erica Prado
    email: erica@terrastage.example
  memberOf: [payments]
`;

/** What the catalog does by itself every few minutes. */
async function readUsersAnew(portal: PortalUnderTest): Promise<void> {
  const headers = {
    authorization: `Bearer ${await portal.tokenOf('paula')}`,
    'content-type': 'application/json',
  };
  const catalog = `${portal.url}/api/catalog`;
  const found = await fetch(`${catalog}/entities?filter=kind=location`, {
    headers,
  });
  const locations = (await found.json()) as {
    metadata: { name: string };
    spec: { target?: string };
  }[];
  const { metadata } = locations.find(
    ({ spec }) => spec.target === portal.usersFile,
  )!;
  await fetch(`${catalog}/refresh`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ entityRef: `location:default/${metadata.name}` }),
  });
}

test('a person who is added to the file can log in after a sync, and one who is removed cannot', async ({
  page,
  portal,
}) => {
  const form = new LoginForm(page);
  const before = await readFile(portal.usersFile, 'utf8');
  await writeFile(portal.usersFile, before + ERICA);
  await readUsersAnew(portal);
  await usersCommand(portal.runDir, 'sync');
  const answer = await usersCommand(
    portal.runDir,
    '--json',
    'reset-password',
    'erica',
    '--print-password',
  );
  const { temporaryPassword } = JSON.parse(
    answer.slice(answer.indexOf('{')),
  ) as { temporaryPassword: string };

  await page.goto('/');
  await form.open();
  await form.submit('erica@terrastage.example', temporaryPassword);
  await form.choosePassword('Erica-keeps-bees-7');

  await expect(page).toHaveURL(/\/resources$/);

  await writeFile(portal.usersFile, before);
  await usersCommand(portal.runDir, 'sync');
  await page.context().clearCookies();
  await page.goto('/');
  await form.open();
  await form.submit('erica@terrastage.example', 'Erica-keeps-bees-7');

  await expect(page.getByText('User is disabled.')).toBeVisible();
});

import { picture } from './pictures';
import { LoginForm } from './LoginForm';
import { expect, test } from './test';
import { UserPoolView } from './UserPoolView';

test.use({ person: null });

const almostAnHour = '58:00';

test('leads to the identity provider and back to the page asked for', async ({
  page,
  portal,
}) => {
  const { email, password } = portal.person('ana');
  const form = new LoginForm(page);
  await page.goto('/catalog');
  await expect(page.getByRole('heading', { name: 'Terrastage' })).toBeVisible();
  await picture(page, 'sign-in');

  await form.open();
  await form.submit(email, password);

  await expect(page).toHaveURL(/\/catalog/);
  await page.goto('/settings');
  await expect(page.getByText('Ana Ribeiro').first()).toBeVisible();
  await expect(page.getByText(email).first()).toBeVisible();
});

test('says that a password is wrong, and not whether the email is', async ({
  page,
  portal,
}) => {
  const form = new LoginForm(page);
  const wrong = page.getByText('Incorrect username or password.');
  await page.goto('/');
  await form.open();

  await form.submit(portal.person('ana').email, 'wrong');
  await expect(wrong).toBeVisible();
  await form.submit('nobody@terrastage.example', 'wrong');
  await expect(wrong).toBeVisible();
});

test('tells somebody whom the catalog does not know whom to ask, and lets another one in', async ({
  page,
  portal,
}) => {
  const form = new LoginForm(page);
  await new UserPoolView(portal.cognito).addStranger(
    'zoe@terrastage.example',
    'Correct-horse-1',
  );
  await page.goto('/');
  await form.open();

  await form.submit('zoe@terrastage.example', 'Correct-horse-1');

  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This portal does not know you yet');
  await expect(alert).toContainText('zoe@terrastage.example');
  await expect(
    alert.getByRole('link', { name: 'the platform team' }),
  ).toHaveAttribute('href', 'mailto:platform@terrastage.example');
  await expect(page).toHaveURL(`${portal.url}/`);

  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await form.open();
  const { email, password } = portal.person('carla');
  await form.submit(email, password);

  await expect(page).toHaveURL(/\/resources$/);
});

test('takes no email that the identity provider does not vouch for', async ({
  page,
  portal,
}) => {
  const { email, password } = portal.person('diego');
  const pool = new UserPoolView(portal.cognito);
  const form = new LoginForm(page);
  await page.goto('/');
  await form.open();
  await pool.setVerified(email, false);

  await form.submit(email, password);

  await expect(page.getByRole('alert')).toContainText(
    'Your email is not verified',
  );
  await pool.setVerified(email, true);
});

test('refreshes a session that is about to end', async ({ page, portal }) => {
  await page.clock.install();
  const { email, password } = portal.person('ana');
  const form = new LoginForm(page);
  await page.goto('/');
  await form.open();
  await form.submit(email, password);
  // All that it loads is there: a script that time runs past counts as lost.
  await page.getByRole('tab', { name: 'My resources' }).waitFor();
  const refreshed = page.waitForResponse(/\/api\/auth\/oidc\/refresh/);

  await page.clock.fastForward(almostAnHour);
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();

  expect((await refreshed).status()).toBe(200);
  await expect(page).toHaveURL(/\/catalog/);
});

test('asks for a login again when the session has ended, and goes on where it was', async ({
  page,
  portal,
}) => {
  await page.clock.install();
  const { email, password } = portal.person('carla');
  const form = new LoginForm(page);
  await page.goto('/');
  await form.open();
  await form.submit(email, password);
  // All that it loads is there: a script that time runs past counts as lost.
  await page.getByRole('tab', { name: 'My resources' }).waitFor();
  await new UserPoolView(portal.cognito).signOutEverywhere(email);

  // The page asks the portal for news by itself.
  await page.clock.fastForward(almostAnHour);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Log in' })
    .click();
  await form.submit(email, password);

  await expect(page).toHaveURL(/\/resources$/);
  await expect(
    page.getByRole('link', { name: 'Resources' }).first(),
  ).toBeVisible();
});

test('ends the session of the identity provider at sign-out', async ({
  page,
  portal,
}) => {
  const { email, password } = portal.person('ana');
  const form = new LoginForm(page);
  await page.goto('/settings');
  await form.open();
  await form.submit(email, password);
  await page.getByText('Ana Ribeiro').first().waitFor();

  await page.getByTestId('user-settings-menu').click();
  await page.getByText('Sign Out').click();

  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await form.open();
  await expect(page.getByLabel('Password')).toBeVisible();
});

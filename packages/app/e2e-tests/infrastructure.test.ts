import type { Page } from '@playwright/test';
import { openResource } from './openResource';
import { ResourceForm } from './ResourceForm';
import { expect, test } from './test';

const network = 'shop-dev';
const instance = 'worker-dev';
const database = 'orders-dev';

/** Of the resources, as the tags in AWS have them. */
const ids: string[] = [];

const stands = (page: Page) =>
  expect(page.getByText('stands in dev and belongs').first()).toBeVisible({
    timeout: 140_000,
  });

test.describe.serial('a network, an instance and a database', () => {
  test('the network is made by its form', async ({ page }) => {
    const form = new ResourceForm(page);
    await form.begin('vpc', network);
    await page.getByLabel('Range').first().fill('10.20.0.0/16');
    await form.next();
    await page.getByLabel('One for all zones').check();

    await form.create();

    await stands(page);
  });

  test('a second network of an overlapping range is refused', async ({
    page,
  }) => {
    const form = new ResourceForm(page);
    await form.begin('vpc', 'other-dev');
    await page.getByLabel('Range').first().fill('10.20.16.0/20');
    await form.next();
    await page.getByText('NAT gateways').first().waitFor();

    await form.create();

    await expect(
      page.getByText(/10\.20\.16\.0\/20 overlaps 10\.20\.0\.0\/16/).first(),
    ).toBeVisible();
  });

  test('the instance is made in a subnet that reaches Systems Manager, which the form says with its cost', async ({
    networks,
    page,
  }) => {
    const form = new ResourceForm(page);
    await form.begin('ec2-instance', instance);
    await form.search(/Network/, 'sho', network);
    await expect(page.getByRole('listbox')).toBeHidden();
    const subnet = page.getByRole('button', { name: /Subnet/ });
    await expect(subnet).toContainText('private-1');
    await subnet.click();
    await expect(page.getByRole('option', { name: 'private-1' })).toContainText(
      'through NAT: the gateway costs by the hour already',
    );
    const cutOff = page.getByRole('option', { name: 'database-1' });
    await expect(cutOff).toContainText('no way to Systems Manager');
    await expect(cutOff).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await form.next();
    await expect(page.getByRole('button', { name: /Type/ })).toContainText(
      't4g.micro',
    );

    await form.create();

    await stands(page);
    await openResource(page, instance);
    await expect(
      page.getByText(/^aws ssm start-session --target i-/),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Copy ssm_command' }),
    ).toBeVisible();
    const made = await networks.instance(instance);
    expect(made).toMatchObject({
      InstanceType: 't4g.micro',
      MetadataOptions: { HttpTokens: 'required' },
    });
    expect(made).not.toHaveProperty('KeyName');
  });

  test('the database is made for that instance, without a password anywhere', async ({
    aws,
    networks,
    page,
  }) => {
    const form = new ResourceForm(page);
    await form.begin('rds-database', database);
    await form.search(/Network/, 'shop', network);
    await form.search(/Instances that may connect/, 'work', instance);
    await page.keyboard.press('Escape');
    await form.next();
    await form.choose(/Class/, /db\.t4g\.micro/);
    await form.next();
    await form.choose(/Last snapshot/, /No/);

    await form.create();

    await stands(page);
    await openResource(page, database);
    for (const output of ['endpoint', 'port', 'secret_arn']) {
      await expect(
        page.getByRole('button', { name: `Copy ${output}` }),
      ).toBeVisible();
    }
    expect(await networks.database(database)).toMatchObject({
      StorageEncrypted: true,
      PubliclyAccessible: false,
    });
    const state = JSON.parse(await aws.state(database));
    const [{ instances }] = state.resources.filter(
      ({ type }: { type: string }) => type === 'aws_db_instance',
    );
    expect(instances[0].attributes.password).toBeNull();
    expect(Object.keys(state.outputs).join()).not.toMatch(/password/i);
    await page.getByRole('link', { name: 'Apply' }).first().click();
    await expect(page.getByText(`${database} stands as planned`)).toBeVisible();
    for (const line of await page.getByText(/password/i).allInnerTexts()) {
      expect(line).not.toMatch(/(?<!manage_master_user_)password\W+[\w$]/i);
    }
  });

  test('the network is not deleted while they stand, and says which they are', async ({
    page,
  }) => {
    await openResource(page, network);

    await page.getByRole('button', { name: 'Delete', exact: true }).click();

    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Other resources use it')).toBeVisible();
    await expect(dialog.getByRole('link', { name: database })).toBeVisible();
    await dialog.getByRole('link', { name: instance }).click();
    await expect(
      page.getByText(/^aws ssm start-session --target i-/),
    ).toBeVisible();
  });

  test('the instance gets another type after its plan was read', async ({
    networks,
    page,
  }) => {
    const form = new ResourceForm(page);
    await form.beginChange(instance);
    await form.next();
    await expect(page.getByRole('button', { name: /Network/ })).toContainText(
      network,
    );
    await form.next();
    await form.choose(/Type/, /t4g\.small/);

    await form.planChange();

    await expect(page.getByText('aws_instance.this').first()).toBeVisible();
    expect((await networks.instance(instance))?.InstanceType).toBe('t4g.micro');
    await form.confirmChange(instance);
    expect((await networks.instance(instance))?.InstanceType).toBe('t4g.small');
  });

  test('the database gets more storage after its plan was read', async ({
    networks,
    page,
  }) => {
    const form = new ResourceForm(page);
    await form.beginChange(database);
    await form.next();
    await form.next();
    await page.getByLabel('Storage in GiB').first().fill('40');
    await form.next();

    await form.planChange();

    await expect(page.getByText('aws_db_instance.this').first()).toBeVisible();
    expect((await networks.database(database))?.AllocatedStorage).toBe(20);
    await form.confirmChange(database);
    expect((await networks.database(database))?.AllocatedStorage).toBe(40);
  });

  test('the network gets an endpoint after its plan was read', async ({
    networks,
    page,
  }) => {
    const form = new ResourceForm(page);
    await form.beginChange(network);
    await form.next();
    await form.next();
    await page.getByLabel('Logs (logs)').check();

    await form.planChange();

    await expect(page.getByText(/aws_vpc_endpoint/).first()).toBeVisible();
    await form.confirmChange(network);
    expect(await networks.endpointServices()).toContain(
      'com.amazonaws.us-east-1.logs',
    );
  });

  for (const name of [database, instance, network]) {
    test(`${name} is deleted`, async ({ networks, page }) => {
      await openResource(page, name);
      ids.push(page.url().split('/').pop()!);
      expect(await networks.tagged(ids)).not.toEqual([]);
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(name);
      await dialog.getByRole('button', { name: 'Delete for good' }).click();

      await expect(page.getByText(`${name} is gone`)).toBeVisible({
        timeout: 140_000,
      });
    });
  }

  test('nothing of them is left in AWS, also by the tags', async ({
    networks,
  }) => {
    expect(await networks.instance(instance)).toBeUndefined();
    expect(await networks.database(database)).toBeUndefined();
    expect(await networks.networks(network)).toEqual([]);
    expect(await networks.tagged(ids)).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { logInQuickly } from './logInQuickly';
import type { PortalUnderTest } from './PortalUnderTest';
import { expect, test } from './test';

const name = 'payments-private';

test.use({ person: null });

/** Asks the portal as somebody, past its pages. */
async function asker(portal: PortalUnderTest, id: string) {
  const authorization = `Bearer ${await portal.tokenOf(id)}`;
  return async (route: string, body?: object) => {
    const response = await fetch(`${portal.url}/api/${route}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
}

/** A bucket of Ana's team, made by its template without the form. */
async function makeBucket(
  portal: PortalUnderTest,
): Promise<{ id: string; entityRef: string; taskId: string }> {
  const ana = await asker(portal, 'ana');
  const task = await ana('scaffolder/v2/tasks', {
    templateRef: 'template:default/s3-bucket',
    values: {
      name,
      environment: 'dev',
      owner: 'group:default/payments',
      costCenter: 'CC-1001',
      encryption: 'AES256',
      versions: 'keep',
      accessLogs: false,
      forceDestroy: false,
      storageClass: 'STANDARD',
      abortUploads: false,
    },
  });
  let found: { id: string; entityRef: string } | undefined;
  await expect
    .poll(
      async () => {
        const { body } = await ana(`resources/v1/resources?q=${name}`);
        [found] = body.items;
        return body.items[0]?.status;
      },
      { timeout: 120_000 },
    )
    .toBe('active');
  return { ...found!, taskId: task.body.id };
}

async function pageOf(browser: Browser, portal: PortalUnderTest, id: string) {
  const context = await browser.newContext({ baseURL: portal.url });
  await logInQuickly(context, portal, id);
  return context.newPage();
}

test.describe.serial('a bucket of the team payments', () => {
  let bucket: Awaited<ReturnType<typeof makeBucket>>;

  test.beforeAll(async ({ portal }) => {
    test.setTimeout(180_000);
    bucket = await makeBucket(portal);
  });

  test('is seen by who made it, by the lead of the team and by the admin', async ({
    browser,
    portal,
  }) => {
    const lists = {
      ana: '/resources',
      bruno: '/resources',
      paula: '/resources/all',
    };
    for (const [id, list] of Object.entries(lists)) {
      const page = await pageOf(browser, portal, id);
      await page.goto(list);

      await page.getByRole('link', { name }).click();

      await expect(page.getByRole('heading', { name })).toBeVisible();
      await expect(page).toHaveURL(new RegExp(bucket.id));
    }
  });

  test('is nowhere for a developer of another team, and its address is as one of nothing', async ({
    browser,
    portal,
  }) => {
    const page = await pageOf(browser, portal, 'carla');

    await page.goto('/resources');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByText(name)).toBeHidden();
    await page.goto('/resources/all');
    await expect(page).toHaveURL(/\/resources$/);
    await page.goto(
      '/catalog?filters%5Bkind%5D=resource&filters%5Buser%5D=all',
    );
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByText(name)).toBeHidden();

    const shown = async (resource: string) => {
      await page.goto(`/resources/${resource}`);
      const main = page.getByRole('main');
      await expect(
        main.getByText('It does not exist, or is not yours').first(),
      ).toBeVisible();
      return (await main.innerText()).replaceAll(resource, 'ID');
    };
    expect(await shown(bucket.id)).toBe(await shown(randomUUID()));
  });

  test('is nowhere in the answers to a developer or a lead of another team', async ({
    portal,
  }) => {
    const entity = (ref: string) =>
      `catalog/entities/by-name/${ref.replace(':', '/')}`;
    for (const id of ['carla', 'diego']) {
      const ask = await asker(portal, id);

      const list = await ask(`resources/v1/resources?q=${name}`);
      const facets = await ask('resources/v1/resources/facets');
      const inCatalog = await ask(
        `catalog/entities?filter=metadata.annotations.terrastage.io/resource-id=${bucket.id}`,
      );
      const search = await ask(`search/query?term=${name}`);
      const task = await ask(`scaffolder/v2/tasks/${bucket.taskId}`);
      const log = await ask(`scaffolder/v2/tasks/${bucket.taskId}/events`);
      const tasks = await ask('scaffolder/v2/tasks');

      expect(list.body).toEqual({ items: [], total: 0 });
      expect(JSON.stringify(facets.body)).not.toContain('payments');
      expect(inCatalog.body).toEqual([]);
      expect((await ask(entity(bucket.entityRef))).status).toBe(404);
      expect(JSON.stringify(search.body.results)).not.toContain(name);
      expect([403, 404]).toContain(task.status);
      expect([403, 404]).toContain(log.status);
      expect(JSON.stringify(tasks.body)).not.toContain(bucket.taskId);
    }
    const ana = await asker(portal, 'ana');
    expect((await ana(entity(bucket.entityRef))).status).toBe(200);
    expect((await ana(`scaffolder/v2/tasks/${bucket.taskId}`)).body.id).toBe(
      bucket.taskId,
    );
  });

  test('cannot be asked for in the name of a team that one is not in', async ({
    portal,
  }) => {
    const carla = await asker(portal, 'carla');
    const { body } = await carla('scaffolder/v2/tasks', {
      templateRef: 'template:default/s3-bucket',
      values: {
        name: 'payments-forged',
        environment: 'dev',
        owner: 'group:default/payments',
        costCenter: 'CC-1001',
        encryption: 'AES256',
        versions: 'keep',
        accessLogs: false,
        forceDestroy: false,
        storageClass: 'STANDARD',
        abortUploads: false,
      },
    });

    await expect
      .poll(async () => {
        const task = await carla(`scaffolder/v2/tasks/${body.id}`);
        return task.body.status;
      })
      .toBe('failed');
    const paula = await asker(portal, 'paula');
    const { body: all } = await paula(
      'resources/v1/resources?q=payments-forged',
    );
    expect(all.total).toBe(0);
  });
});

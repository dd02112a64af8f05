import { createServer, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aJob } from '../testing/aJob';
import { s3Module } from '../testing/s3Module';
import { startTestPortal } from '../testing/startTestPortal';
import { TEST_TOKEN, TestPortal } from '../testing/TestPortal';
import { PortalClient } from './PortalClient';

const job = aJob(s3Module);

describe('PortalClient', () => {
  let portal: TestPortal;
  let others: Server[] = [];

  beforeEach(async () => {
    portal = await startTestPortal({ job, bundle: s3Module });
  });
  afterEach(async () => {
    await portal.close();
    others.forEach(server => server.close());
    others = [];
  });

  const clientOf = (more: object = {}) =>
    new PortalClient({
      baseUrl: portal.url,
      runId: job.runId,
      attempt: 1,
      token: TEST_TOKEN,
      ...more,
    });

  it('fetches job and bundle', async () => {
    const client = clientOf();

    expect(await client.job()).toEqual(job);
    expect(await client.bundle()).toEqual({
      ...s3Module,
      digest: job.bundle.digest,
    });
  });

  it('sends events, plan and result', async () => {
    const client = clientOf();
    const summary = {
      create: 0,
      update: 0,
      replace: 0,
      delete: 0,
      import: 0,
      changes: [],
    };

    await client.events({ events: [] });
    const verdict = await client.plan({ digest: 'a'.repeat(64), summary });
    await client.applying();
    await client.result({ outcome: 'canceled', applyStarted: false });

    expect(verdict).toEqual({ next: 'apply' });
    expect(portal.plans).toHaveLength(1);
    expect(portal.applyingCount).toBe(1);
    expect(portal.result).toEqual({ outcome: 'canceled', applyStarted: false });
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'unauthorized'],
    [409, 'fenced'],
    [400, 'refused'],
    [413, 'refused'],
    [408, 'away'],
    [429, 'away'],
    [500, 'away'],
    [503, 'away'],
  ])('takes %i for %s', async (status, kind) => {
    portal.refuseWith = status;

    await expect(clientOf().job()).rejects.toMatchObject({
      kind,
      status,
      message: expect.stringContaining(`with ${status}`),
    });
  });

  it('takes a refused connection for a portal that is away', async () => {
    await portal.close();

    await expect(clientOf().job()).rejects.toMatchObject({ kind: 'away' });
  });

  it('takes a portal that does not answer in time for one that is away', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>(done => silent.listen(0, '127.0.0.1', done));
    others.push(silent);
    const { port } = silent.address() as AddressInfo;
    const client = clientOf({
      baseUrl: `http://127.0.0.1:${port}`,
      timeoutMs: 20,
    });

    await expect(client.job()).rejects.toMatchObject({ kind: 'away' });
    silent.closeAllConnections();
  });

  it('says what to do when it does not understand the answer', async () => {
    const strange = createServer((_, response) =>
      response.end('{"protocol":2}'),
    );
    await new Promise<void>(done => strange.listen(0, '127.0.0.1', done));
    others.push(strange);
    const { port } = strange.address() as AddressInfo;

    await expect(
      clientOf({ baseUrl: `http://127.0.0.1:${port}` }).job(),
    ).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('must be of the same release'),
    });
  });
});

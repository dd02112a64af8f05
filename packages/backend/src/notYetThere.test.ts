import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { notYetThere } from './notYetThere';

describe('notYetThere', () => {
  let started: boolean;
  let server: Server;

  beforeEach(async () => {
    started = false;
    const app = express();
    app.use(
      '/api',
      notYetThere(() => started),
    );
    app.use((_request, response) => {
      response.status(404).end();
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  const ask = () => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/api/resources/v1/runner`);
  };

  it('has a path asked for again that a start has not made yet', async () => {
    const response = await ask();

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it('lets what is missing be missing once all is there', async () => {
    started = true;

    expect((await ask()).status).toBe(404);
  });
});

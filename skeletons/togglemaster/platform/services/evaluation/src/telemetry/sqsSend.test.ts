import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { sqsSend } from './sqsSend.ts';

const ENTRIES = ['a', 'b'].map(id => ({ id, body: `body of ${id}` }));

let server: Server;
let queue: ReturnType<typeof sqsSend>;
let answer: { status: number; body: object };

before(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const type = { 'content-type': 'application/x-amz-json-1.0' };
      response.writeHead(answer.status, type).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  process.env.AWS_ENDPOINT_URL_SQS = `http://127.0.0.1:${port}`;
  queue = sqsSend({
    region: 'us-east-1',
    queueUrl: `http://127.0.0.1:${port}/1/queue`,
  });
});
after(() => {
  queue.close();
  server.closeAllConnections();
  server.close();
});

const refusal = (name: string) => ({ __type: `com.amazonaws.sqs#${name}` });

describe('sending to SQS', () => {
  it('tells entries that are never taken from those to try again', async () => {
    const Failed = [
      { Id: 'a', SenderFault: true, Code: 'InvalidMessageContents' },
      { Id: 'b', SenderFault: false, Code: 'InternalError' },
      { Id: 'c', SenderFault: true, Code: 'RequestThrottled' },
    ];
    answer = { status: 200, body: { Successful: [], Failed } };

    assert.deepEqual(await queue.send(ENTRIES), {
      later: ['b', 'c'],
      never: new Map([['a', 'InvalidMessageContents']]),
    });
  });

  for (const name of ['InvalidMessageContents', 'BatchRequestTooLong']) {
    it(`takes ${name} of a batch for one of all its entries`, async () => {
      answer = { status: 400, body: refusal(name) };

      assert.deepEqual(await queue.send(ENTRIES), {
        later: [],
        never: new Map([
          ['a', name],
          ['b', name],
        ]),
      });
    });
  }

  const passing: [number, string][] = [
    [400, 'RequestThrottled'],
    [400, 'ThrottlingException'],
    [400, 'OverLimit'],
    [400, 'QueueDoesNotExist'],
    [400, 'UnrecognizedClientException'],
    [400, 'ExpiredTokenException'],
    [400, 'KmsDisabled'],
    [403, 'AccessDeniedException'],
    [403, 'InvalidSignatureException'],
    [500, 'InternalFailure'],
  ];
  for (const [status, name] of passing) {
    it(`throws ${name}, which may pass`, async () => {
      answer = { status, body: refusal(name) };

      await assert.rejects(queue.send(ENTRIES), { name });
    });
  }
});

import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type Incoming = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  cookies: Map<string, string>;
  body: string;
  /** The body of a form. */
  form: URLSearchParams;
};

export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: string;
};

export type Handler = (incoming: Incoming) => Promise<Answer> | Answer;

const MAX_BODY = 256 * 1024;

/** Serves on 127.0.0.1 and tells the port. */
export async function serve(
  port: number,
  handle: Handler,
  onError: (error: Error) => void,
): Promise<number> {
  const server = createServer((request, response) => {
    readIncoming(request)
      .then(handle)
      .catch((error: Error): Answer => {
        onError(error);
        return { status: 500, body: 'The local Cognito failed; see its log.' };
      })
      .then(({ status, headers, body }) => {
        response.writeHead(status, { 'cache-control': 'no-store', ...headers });
        response.end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

export function json(status: number, value: object): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}

export function html(body: string, status = 200): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
    body,
  };
}

export function redirect(
  location: string,
  headers: Record<string, string> = {},
): Answer {
  return { status: 302, headers: { ...headers, location } };
}

async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error(`A body above ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    cookies: readCookies(request.headers.cookie),
    body,
    form: new URLSearchParams(body),
  };
}

function readCookies(header = ''): Map<string, string> {
  return new Map(
    header
      .split(';')
      .map(pair => pair.trim().split('='))
      .filter(parts => parts.length === 2)
      .map(([name, value]) => [name, value]),
  );
}

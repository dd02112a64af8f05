import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ApiError } from './ApiError';
import { checkJob } from './admission';
import { deleteJob, deletePod, type Propagation } from './deleteObject';
import { Faults } from './Faults';
import type { KindName, KubeJob, KubeSecret } from './objects';
import { ObjectStore } from './ObjectStore';
import { serveWatch } from './serveWatch';

const ROUTE =
  /^\/(?:api\/v1|apis\/batch\/v1)\/namespaces\/([^/]+)\/(jobs|pods|secrets)(?:\/([^/]+))?$/;

/** What the portal may do, as the README of resources-backend lists it; all else is refused. */
const RIGHTS: Record<KindName, string[]> = {
  jobs: ['create', 'get', 'list', 'watch', 'delete'],
  pods: ['get', 'list', 'watch', 'delete'],
  secrets: ['create'],
};

export interface ApiServerOptions {
  store: ObjectStore;
  faults: Faults;
  namespace: string;
  token: string;
}

interface Call {
  verb: string;
  kind: KindName;
  name?: string;
  query: URLSearchParams;
}

/** The API server's HTTP, as far as Jobs, pods and Secrets of one namespace go. */
export class ApiServer {
  private readonly server: Server;
  /** When requests were worked on, in milliseconds since 1970. */
  private readonly spans: Array<{ from: number; to: number }> = [];
  /** Names of the Jobs that somebody wanted to be made, as often as that. */
  readonly wantedJobs: string[] = [];

  constructor(private readonly options: ApiServerOptions) {
    this.server = createServer((request, response) => {
      void this.serve(request, response);
    });
  }

  /** @returns its URL. */
  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Milliseconds that were spent here between two times (since 1970). */
  busyBetween(from: number, to: number): number {
    return this.spans.reduce(
      (sum, span) =>
        sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)),
      0,
    );
  }

  /** Breaks every connection; new ones are taken. */
  dropConnections(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const fault = this.options.faults.take(request);
    if (fault?.answer === 'reset') {
      request.socket.destroy();
      return;
    }
    try {
      if (typeof fault?.answer === 'number') {
        throw new ApiError(
          fault.answer,
          fault.answer === 429 ? 'TooManyRequests' : 'InternalError',
          'the stand-in was told to refuse this',
          fault.retryAfter === undefined
            ? {}
            : { 'Retry-After': String(fault.retryAfter) },
        );
      }
      const text = await readBody(request);
      const since = performance.now();
      const call = this.authorize(request);
      if (call.verb === 'watch') {
        serveWatch(this.options.store, call.kind, call.query, response);
        return;
      }
      const body = this.answer(call, text ? JSON.parse(text) : {});
      this.spans.push({
        from: performance.timeOrigin + since,
        to: performance.timeOrigin + performance.now(),
      });
      if (fault?.answer === 'lost') {
        request.socket.destroy();
        return;
      }
      send(response, call.verb === 'create' ? 201 : 200, body);
    } catch (error) {
      const refused =
        error instanceof ApiError
          ? error
          : new ApiError(400, 'BadRequest', String(error));
      send(response, refused.code, refused.toStatus(), refused.headers);
    }
  }

  private authorize({ method, url, headers }: IncomingMessage): Call {
    if (headers.authorization !== `Bearer ${this.options.token}`) {
      throw new ApiError(401, 'Unauthorized', 'Unauthorized');
    }
    const { pathname, searchParams: query } = new URL(url ?? '', 'http://x');
    const [, namespace, kind, name] = ROUTE.exec(pathname) ?? [];
    if (!namespace) {
      throw new ApiError(
        404,
        'NotFound',
        'the server could not find the requested resource',
      );
    }
    if (namespace !== this.options.namespace) {
      throw new ApiError(
        404,
        'NotFound',
        `namespaces "${namespace}" not found`,
      );
    }
    const verb = verbOf(method, name, query);
    if (!RIGHTS[kind as KindName].includes(verb)) {
      throw new ApiError(
        403,
        'Forbidden',
        `${kind} is forbidden: User "system:serviceaccount:terrastage:portal" cannot ${verb} resource "${kind}" in the namespace "${namespace}"`,
      );
    }
    return { verb, kind: kind as KindName, name, query };
  }

  private answer(call: Call, body: object): object {
    const { store } = this.options;
    const { verb, kind, name = '' } = call;
    switch (verb) {
      case 'create':
        return this.create(kind, body);
      case 'list': {
        const matches = selects(call.query.get('labelSelector'));
        const { apiVersion, kind: itemKind } = store.kindOf(kind);
        return {
          apiVersion,
          kind: `${itemKind}List`,
          metadata: { resourceVersion: store.resourceVersion },
          items: store
            .list(kind)
            .filter(({ metadata }) => matches(metadata.labels)),
        };
      }
      case 'get':
        return store.get(kind, name) ?? notFound(kind, name);
      default:
        return this.remove(call, body);
    }
  }

  private create(kind: KindName, body: object): object {
    const { store, namespace } = this.options;
    if (kind === 'jobs') {
      const job = body as KubeJob;
      this.wantedJobs.push(job.metadata.name);
      checkJob(job);
      return store.create('jobs', {
        ...job,
        metadata: { ...job.metadata, namespace },
        status: {},
      });
    }
    const secret = body as KubeSecret;
    return store.create('secrets', {
      ...secret,
      metadata: { ...secret.metadata, namespace },
    });
  }

  private remove({ kind, name = '', query }: Call, body: object): object {
    const { store } = this.options;
    const object = store.get(kind, name) ?? notFound(kind, name);
    const options = body as {
      propagationPolicy?: Propagation;
      gracePeriodSeconds?: number;
    };
    if (kind === 'jobs') {
      const policy =
        options.propagationPolicy ??
        (query.get('propagationPolicy') as Propagation | null);
      deleteJob(store, name, policy ?? 'Background');
    } else {
      deletePod(store, name, options.gracePeriodSeconds);
    }
    return object;
  }
}

/** Equality only, which is all that the portal asks for. */
export function selects(selector: string | null) {
  const wanted = (selector ?? '')
    .split(',')
    .filter(Boolean)
    .map(part => part.split('='));
  return (labels: Record<string, string> = {}) =>
    wanted.every(([name, value]) => labels[name] === value);
}

function verbOf(
  method = '',
  name: string | undefined,
  query: URLSearchParams,
): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'DELETE':
      return name ? 'delete' : 'deletecollection';
    case 'GET':
      if (name) {
        return 'get';
      }
      return query.get('watch') === 'true' ? 'watch' : 'list';
    default:
      return method.toLowerCase();
  }
}

function notFound(kind: KindName, name: string): never {
  const group = kind === 'jobs' ? 'jobs.batch' : kind;
  throw new ApiError(404, 'NotFound', `${group} "${name}" not found`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const GROUP = 'argoproj.io';
const VERSION = `${GROUP}/v1alpha1`;
const LIST = `/apis/${VERSION}/namespaces/argocd/applications`;

/**
 * As much of a Kubernetes API as kubectl needs to read Applications. Like every API of objects that a CRD describes, it
 * knows no fields to select by but name and namespace.
 *
 * @param config where a kubeconfig for it is written
 */
export async function startKubernetesApi(config: string) {
  const version = { groupVersion: VERSION, version: 'v1alpha1' };
  const answers: Record<string, object> = {
    '/api': { kind: 'APIVersions', versions: ['v1'] },
    '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: [] },
    '/apis': {
      kind: 'APIGroupList',
      groups: [{ name: GROUP, versions: [version], preferredVersion: version }],
    },
    [`/apis/${VERSION}`]: {
      kind: 'APIResourceList',
      groupVersion: VERSION,
      resources: [
        {
          name: 'applications',
          singularName: 'application',
          kind: 'Application',
          namespaced: true,
          verbs: ['get', 'list'],
        },
      ],
    },
    [LIST]: { kind: 'ApplicationList', apiVersion: VERSION, items: [] },
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://api');
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const fail = (code: number, reason: string, message: string) =>
      send(code, { kind: 'Status', status: 'Failure', code, reason, message });
    if (searchParams.has('fieldSelector')) {
      fail(400, 'BadRequest', 'field label not supported');
    } else if (pathname.startsWith(`${LIST}/`)) {
      const name = pathname.slice(LIST.length + 1);
      send(200, {
        kind: 'Application',
        apiVersion: VERSION,
        metadata: { name, namespace: 'argocd' },
        status: { sync: { status: 'Synced' }, health: { status: 'Healthy' } },
      });
    } else if (answers[pathname]) {
      send(200, answers[pathname]);
    } else {
      fail(404, 'NotFound', 'there is no such thing');
    }
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  await writeFile(
    config,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        { name: 'local', cluster: { server: `http://127.0.0.1:${port}` } },
      ],
      users: [{ name: 'local', user: {} }],
      contexts: [
        { name: 'local', context: { cluster: 'local', user: 'local' } },
      ],
      'current-context': 'local',
    }),
  );
  return {
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}

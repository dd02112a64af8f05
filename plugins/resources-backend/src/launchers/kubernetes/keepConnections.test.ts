import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  createConfiguration,
  KubeConfig,
  ServerConfiguration,
  VersionApi,
} from '@kubernetes/client-node';
import { keepConnections } from './keepConnections';

describe('keepConnections', () => {
  let server: Server;
  let connections: number;
  let authorizations: Array<string | undefined>;

  beforeEach(async () => {
    connections = 0;
    authorizations = [];
    server = createServer((request, response) => {
      authorizations.push(request.headers.authorization);
      response
        .setHeader('content-type', 'application/json')
        .end('{"gitVersion": "v1.34.1"}');
    });
    server.on('connection', () => (connections += 1));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  function apiOf(config: KubeConfig): VersionApi {
    return new VersionApi(
      createConfiguration({
        baseServer: new ServerConfiguration(
          config.getCurrentCluster()!.server,
          {},
        ),
        authMethods: { default: keepConnections(config) },
      }),
    );
  }

  function aConfig(token: string, tlsServerName?: string): KubeConfig {
    const { port } = server.address() as AddressInfo;
    const config = new KubeConfig();
    config.loadFromClusterAndUser(
      {
        name: 'test',
        server: `http://127.0.0.1:${port}`,
        skipTLSVerify: true,
        tlsServerName,
      },
      { name: 'portal', token },
    );
    return config;
  }

  it('asks again and again over one connection, each time as who the kubeconfig says', async () => {
    const config = aConfig('first');
    const api = apiOf(config);

    await api.getCode();
    (config.users[0] as { token?: string }).token = 'second';
    await api.getCode();
    const { gitVersion } = await api.getCode();

    expect(gitVersion).toBe('v1.34.1');
    expect(connections).toBe(1);
    expect(authorizations).toEqual([
      'Bearer first',
      'Bearer second',
      'Bearer second',
    ]);
  });

  it('connects anew when how it connects has changed', async () => {
    const config = aConfig('first');
    const api = apiOf(config);

    await api.getCode();
    (config.clusters[0] as { tlsServerName?: string }).tlsServerName =
      'elsewhere';
    await api.getCode();

    expect(connections).toBe(2);
  });
});

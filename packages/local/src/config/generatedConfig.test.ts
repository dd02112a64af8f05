import { generatedConfig, type GeneratedConfigInput } from './generatedConfig';

const input: GeneratedConfigInput = {
  mode: 'start',
  ports: { portal: 7007, app: 3000, aws: 7008, cognito: 7010, postgres: 7009 },
  postgres: { host: '127.0.0.1', port: 7009, user: 'postgres', password: 'pw' },
  backendSecret: 'c2VjcmV0',
  startId: 'a1b2',
  node: '/node',
  runnerProgram: '/runner.cjs',
  runsDir: '/runs',
  terraform: '/terraform',
  initCacheDir: '/workspaces',
  cliConfigFile: '/terraform.rc',
  skeletons: '/skeletons',
  repositories: '/repositories',
  environments: [
    { name: 'dev', region: 'us-east-1', stateBucket: 's', stateRegion: 'r' },
  ],
  aws: { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:7008' } },
  sessionSecret: 'session',
};

const cognito = {
  url: 'http://localhost:7010',
  metadataUrl: 'http://localhost:7010/local_1/.well-known/openid-configuration',
  userPoolId: 'local_1',
  clientId: 'client',
  clientSecret: 'secret',
};

describe('generatedConfig', () => {
  it('leads the login, the sign-out and the sync of users to the local Cognito', () => {
    const config = generatedConfig({ ...input, login: { cognito } });

    expect(config).toMatchObject({
      auth: {
        session: { secret: 'session' },
        providers: {
          oidc: {
            development: {
              metadataUrl: cognito.metadataUrl,
              clientId: 'client',
              clientSecret: 'secret',
            },
          },
        },
      },
      terrastage: {
        login: {
          logoutUrl:
            'http://localhost:7010/logout?client_id=client&logout_uri=http%3A%2F%2Flocalhost%3A7007',
        },
        users: {
          cognito: { userPoolId: 'local_1', endpoint: 'http://localhost:7010' },
        },
      },
    });
  });

  it('has a guest only where one is asked for', () => {
    const guest = generatedConfig({
      ...input,
      login: { guest: 'user:default/ana' },
    });

    expect(guest.auth).toMatchObject({
      providers: { guest: { userEntityRef: 'user:default/ana' } },
    });
    expect(guest.terrastage).toEqual({ login: { mode: 'guest' } });
  });

  it('adds no provider to one of your own', () => {
    const config = generatedConfig(input);

    expect(config.auth).toEqual({ session: { secret: 'session' } });
    expect(config.terrastage).toBeUndefined();
  });

  it('leads browser, portal and database to the chosen ports', () => {
    const config = generatedConfig({
      ...input,
      ports: { ...input.ports, portal: 40123 },
    });

    expect(config).toMatchObject({
      app: { baseUrl: 'http://localhost:40123' },
      backend: {
        baseUrl: 'http://localhost:40123',
        listen: { host: '127.0.0.1', port: 40123 },
        cors: { origin: 'http://localhost:40123' },
        database: { client: 'pg', connection: { port: 7009 } },
      },
    });
  });

  it('serves the web app from its own port with hot reload', () => {
    const config = generatedConfig({ ...input, mode: 'dev' });

    expect(config).toMatchObject({
      app: { baseUrl: 'http://localhost:3000', listen: { port: 3000 } },
      backend: {
        baseUrl: 'http://localhost:7007',
        cors: { origin: 'http://localhost:3000' },
      },
    });
  });

  it('leads runners to the local AWS and its account', () => {
    const config = generatedConfig(input);

    expect(config).toMatchObject({
      resources: {
        environments: { dev: { account: '123456789012' } },
        launcher: {
          process: {
            command: ['/node', '/runner.cjs'],
            env: {
              AWS_ENDPOINT_URL: 'http://127.0.0.1:7008',
              TF_CLI_CONFIG_FILE: '/terraform.rc',
            },
          },
        },
      },
    });
  });

  it('leaves accounts and endpoints alone with real AWS', () => {
    const config = generatedConfig({ ...input, aws: undefined });

    expect(config.resources).toEqual({
      launcher: {
        process: expect.objectContaining({
          env: { TF_CLI_CONFIG_FILE: '/terraform.rc' },
        }),
      },
    });
  });
});

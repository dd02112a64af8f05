import { generatedConfig, type GeneratedConfigInput } from './generatedConfig';

const input: GeneratedConfigInput = {
  mode: 'start',
  ports: { portal: 7007, app: 3000, aws: 7008, postgres: 7009 },
  postgres: { host: '127.0.0.1', port: 7009, user: 'postgres', password: 'pw' },
  backendSecret: 'c2VjcmV0',
  startId: 'a1b2',
  visitor: 'user:default/paula',
  node: '/node',
  runnerProgram: '/runner.cjs',
  runsDir: '/runs',
  terraform: '/terraform',
  initCacheDir: '/workspaces',
  cliConfigFile: '/terraform.rc',
  skeletons: '/skeletons',
  environments: [
    { name: 'dev', region: 'us-east-1', stateBucket: 's', stateRegion: 'r' },
  ],
  aws: { env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:7008' } },
};

describe('generatedConfig', () => {
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

  it('signs everybody in as who was chosen', () => {
    expect(generatedConfig(input)).toMatchObject({
      auth: { providers: { guest: { userEntityRef: 'user:default/paula' } } },
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

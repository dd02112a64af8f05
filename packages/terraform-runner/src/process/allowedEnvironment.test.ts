import { allowedEnvironment } from './allowedEnvironment';

describe('allowedEnvironment', () => {
  it('hands on only what is on the list', () => {
    const env = allowedEnvironment({
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      SSL_CERT_FILE: '/ca.pem',
      TF_CLI_CONFIG_FILE: '/cli.tfrc',
      GOGC: '200',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2',
      UNSET: undefined,
    });

    expect(env).toEqual({
      PATH: '/bin',
      HTTPS_PROXY: 'http://proxy',
      SSL_CERT_FILE: '/ca.pem',
      TF_CLI_CONFIG_FILE: '/cli.tfrc',
      GOGC: '200',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2',
    });
  });

  it.each([
    'TF_VAR_name',
    'TF_CLI_ARGS',
    'TF_CLI_ARGS_apply',
    'TF_DATA_DIR',
    'TF_LOG',
    'TF_WORKSPACE',
    'TF_REATTACH_PROVIDERS',
    'TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_ROLE_ARN',
    'HOME',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'TERRASTAGE_TOKEN_FILE',
    'DATABASE_PASSWORD',
  ])('keeps %s', name => {
    expect(allowedEnvironment({ [name]: 'x' })).toEqual({});
  });
});

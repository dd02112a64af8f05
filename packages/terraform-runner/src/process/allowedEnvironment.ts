/** Names that a child may inherit. Everything else of the runner's environment stays with the runner. */
const ALLOWED = new Set([
  'PATH',
  'LANG',
  'LC_ALL',
  'TZ',
  'TF_CLI_CONFIG_FILE',
  'TF_PLUGIN_CACHE_DIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'GOGC',
  'GOMEMLIMIT',
  'GOMAXPROCS',
  'AWS_CA_BUNDLE',
  'AWS_MAX_ATTEMPTS',
  'AWS_RETRY_MODE',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_STS_REGIONAL_ENDPOINTS',
]);

/** `AWS_ENDPOINT_URL` and one for each service, such as `AWS_ENDPOINT_URL_S3`. */
const ENDPOINT = /^AWS_ENDPOINT_URL(_[A-Z0-9_]+)?$/;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What Terraform and its providers inherit. Left out on purpose: `TF_VAR_*`, `TF_CLI_ARGS*`, `TF_DATA_DIR`
 * and `TF_LOG*`, which would change or reveal the run, `TF_REATTACH_PROVIDERS`, which would share a provider
 * and so another run's credentials, and all credentials: those are added by their own rules.
 */
export function allowedEnvironment(env: Environment): Record<string, string> {
  const entries = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      (ALLOWED.has(entry[0]) || ENDPOINT.test(entry[0])),
  );
  return Object.fromEntries(entries);
}

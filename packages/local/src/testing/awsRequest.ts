import type { LocalAws } from '../aws/startLocalAws';

type Answer = { status: number; text: string };

function headersFor(service: string) {
  return {
    // moto reads the service from the scope and checks no signature.
    authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
  };
}

/** A call of a service with AWS' query protocol, such as RDS. */
export async function awsQuery(
  aws: Pick<LocalAws, 'url'>,
  service: string,
  version: string,
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<string> {
  const response = await fetch(aws.url, {
    method: 'POST',
    headers: { ...headersFor(service), ...headers },
    body: new URLSearchParams({ Version: version, ...parameters }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${parameters.Action}: ${text}`);
  return text;
}

/** A call of a service with paths, such as S3 or EKS. */
export async function awsRest(
  aws: Pick<LocalAws, 'url'>,
  service: string,
  method: string,
  path: string,
  options: {
    body?: string | Uint8Array;
    headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const response = await fetch(`${aws.url}${path}`, {
    method,
    headers: { ...headersFor(service), ...options.headers },
    body: options.body,
  });
  return { status: response.status, text: await response.text() };
}

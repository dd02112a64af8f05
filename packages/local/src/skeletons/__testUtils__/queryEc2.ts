import type { LocalAws } from '../../aws/startLocalAws';

/** Asks the local EC2 by its query protocol; gives the XML of the answer. */
export async function queryEc2(
  aws: LocalAws,
  parameters: Record<string, string>,
): Promise<string> {
  const scope = `local/20260101/${aws.env.AWS_REGION}/ec2/aws4_request`;
  const response = await fetch(aws.url, {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({ Version: '2016-11-15', ...parameters }),
  });
  return response.text();
}

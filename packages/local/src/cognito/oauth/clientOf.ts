import type { Incoming } from '../program/http';

/** The client's id and secret, from the header or from the form. */
export function clientOf({ headers, form }: Incoming): {
  id: string;
  secret: string;
} {
  const [scheme, encoded = ''] = (headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic') {
    return {
      id: form.get('client_id') ?? '',
      secret: form.get('client_secret') ?? '',
    };
  }
  const [id, secret = ''] = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .split(':')
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    .map(part => decodeURIComponent(part.replaceAll('+', ' ')));
  return { id, secret };
}

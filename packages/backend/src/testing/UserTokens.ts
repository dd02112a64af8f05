import {
  createHmac,
  generateKeyPairSync,
  sign,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

type Claims = Record<string, unknown>;

const encode = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Makes tokens of users as Backstage's auth plugin does, and such as it never would. */
export class UserTokens {
  private readonly key: KeyObject;
  private readonly publicJwk: JsonWebKey;

  constructor(private readonly kid = 'the-key') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    });
    this.key = privateKey;
    this.publicJwk = publicKey.export({ format: 'jwk' });
  }

  /** As `/.well-known/jwks.json` has it. */
  get jwk(): JsonWebKey & { kid: string; alg: string; use: string } {
    return { ...this.publicJwk, kid: this.kid, alg: 'ES256', use: 'sig' };
  }

  /** A token that is right but for what is given. `undefined` leaves a claim out. */
  token(header: Claims = {}, claims: Claims = {}): string {
    const now = Math.floor(Date.now() / 1_000);
    const all = {
      iss: 'http://localhost/api/auth',
      sub: 'user:default/ana',
      ent: ['user:default/ana', 'group:default/payments'],
      aud: 'backstage',
      iat: now,
      exp: now + 3_600,
      ...claims,
    };
    const heads = { alg: 'ES256', kid: this.kid };
    const limited = this.sign(
      { typ: 'vnd.backstage.limited-user', ...heads },
      { sub: all.sub, iat: all.iat, exp: all.exp },
    );
    const [, , uip] = limited.split('.');
    return this.sign(
      { typ: 'vnd.backstage.user', ...heads, ...header },
      { ...all, uip },
    );
  }

  /** One that says that it is not signed. */
  unsigned(): string {
    const [, payload] = this.token().split('.');
    return `${encode({ typ: 'vnd.backstage.user', alg: 'none' })}.${payload}.`;
  }

  /** One that is signed with the public key, as if that were a secret. */
  confused(): string {
    const [, payload] = this.token().split('.');
    const signed = `${encode({
      typ: 'vnd.backstage.user',
      alg: 'HS256',
      kid: this.kid,
    })}.${payload}`;
    const signature = createHmac('sha256', JSON.stringify(this.publicJwk))
      .update(signed)
      .digest('base64url');
    return `${signed}.${signature}`;
  }

  private sign(header: object, claims: object): string {
    const signed = `${encode(header)}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(signed), {
      key: this.key,
      dsaEncoding: 'ieee-p1363',
    });
    return `${signed}.${signature.toString('base64url')}`;
  }
}

import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';

/** Signs tokens with a key that nobody else has; cognito-local's comes with npm. */
export type Signer = {
  jwks: { keys: JWK[] };
  sign(claims: JWTPayload): Promise<string>;
  /** @throws JOSEError when the token is not ours, or no longer good */
  verify(
    token: string,
    expected: { issuer: string; now: Date },
  ): Promise<JWTPayload>;
};

export async function createSigner(): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
    sign: claims =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(privateKey),
    verify: async (token, { issuer, now }) => {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: ['RS256'],
        issuer,
        currentDate: now,
      });
      return payload;
    },
  };
}

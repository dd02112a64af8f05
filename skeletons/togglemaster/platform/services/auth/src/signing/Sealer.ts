import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM with one secret: nonce, tag and text in base64. */
export class Sealer {
  readonly #secret: Buffer;

  constructor(secretBase64: string) {
    this.#secret = Buffer.from(secretBase64, 'base64');
  }

  seal(text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#secret, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  }

  /** @throws Error when it was sealed with another secret */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#secret,
      bytes.subarray(0, NONCE),
    );
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    try {
      return Buffer.concat([
        decipher.update(bytes.subarray(NONCE + TAG)),
        decipher.final(),
      ]).toString('utf8');
    } catch (error) {
      throw new Error(
        'A signing key can not be opened: SIGNING_KEY_SECRET is not the one it was sealed with',
        { cause: error },
      );
    }
  }
}

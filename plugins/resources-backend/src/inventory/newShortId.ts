import { randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Six characters that may stand in S3 keys and catalog names: 2.2 billion of them, kept unique by the database. */
export function newShortId(): string {
  return Array.from({ length: 6 }, () => ALPHABET[randomInt(36)]).join('');
}

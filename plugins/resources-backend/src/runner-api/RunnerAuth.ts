import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { Request } from 'express';
import { isId } from '../http/isId';
import type { AttemptRecord, AttemptStore } from '../runs/AttemptStore';

/**
 * Knows runners by their tokens, each good for one run and one attempt. Users' and services' tokens don't count
 * here, and a runner's counts nowhere else.
 */
export class RunnerAuth {
  constructor(private readonly attempts: AttemptStore) {}

  /** @throws AuthenticationError, the same for every reason. */
  async authenticate(request: Request): Promise<AttemptRecord> {
    const { runId, attempt } = request.params;
    const [, token] =
      /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const record =
      isId(runId) && /^[1-9]\d{0,8}$/.test(attempt)
        ? await this.attempts.get(runId, Number(attempt))
        : undefined;
    if (!token || !record || !matches(token, record.tokenHash)) {
      throw new AuthenticationError(
        'The token is not that of this run and attempt',
      );
    }
    return record;
  }
}

function matches(token: string, hash: string): boolean {
  const given = createHash('sha256').update(token).digest();
  const known = Buffer.from(hash, 'hex');
  return given.length === known.length && timingSafeEqual(given, known);
}

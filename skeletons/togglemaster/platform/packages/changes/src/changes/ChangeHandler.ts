import type { Queryable } from '@togglemaster/kit';
import type { z } from 'zod';
import type { Act } from '../audit/Audit.ts';

/**
 * One kind of change. `apply` does all of it in the given transaction, audit
 * and outbox included; it may run once more in vain, to try a change out.
 */
export type ChangeHandler<S extends z.ZodType = z.ZodType, R = unknown> = {
  kind: string;
  payload: S;
  /** @throws Problem for what can't be done (any more) */
  apply(tx: Queryable, payload: z.output<S>, act: Act): Promise<R>;
};

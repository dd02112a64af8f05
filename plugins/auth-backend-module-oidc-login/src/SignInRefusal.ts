import { NotAllowedError } from '@backstage/errors';

export type RefusalReason =
  | 'email-not-verified'
  | 'unknown-user'
  | 'ambiguous-user';

/**
 * Somebody who proved who they are and may not in. The message begins with the reason: of an error, Backstage's
 * redirect hands the sign-in page the message alone.
 */
export class SignInRefusal extends NotAllowedError {
  constructor(readonly reason: RefusalReason, detail: string) {
    super(`${reason}: ${detail}`);
  }
}

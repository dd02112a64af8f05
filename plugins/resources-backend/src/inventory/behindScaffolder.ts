import { NotAllowedError } from '@backstage/errors';
import { SCAFFOLDER, type Caller } from '../access/Caller';
import type { User } from '../runs/RunStart';

/**
 * Forms are the scaffolder's: nobody else may have a resource made or its files changed, so that every one comes
 * from a template. The subject is Backstage's own name for the plugin, taken from a token that the plugin signed.
 *
 * @throws NotAllowedError
 */
export function behindScaffolder(caller: Caller): User {
  if (caller.type !== 'user' || caller.via !== SCAFFOLDER) {
    throw new NotAllowedError(
      'Resources are made and changed by templates: only the scaffolder may ask, on behalf of a user',
    );
  }
  return caller;
}

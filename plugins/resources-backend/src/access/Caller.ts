import type { Rights } from './Rights';
import type { Scope } from './Scope';

/** How Backstage names the scaffolder among the services, also as the actor behind a user. */
export const SCAFFOLDER = 'plugin:scaffolder';

/** Who asks, as far as the inventory cares. */
export type Caller = UserCaller | ServiceCaller;

export interface UserCaller {
  readonly type: 'user';
  /** Entity ref of the user, lower case. */
  readonly ref: string;
  /** The user and the groups that it is in: what it may own. Lower case. */
  readonly owners: readonly string[];
  /** The backend service that asks on the user's behalf, such as `plugin:scaffolder`. */
  readonly via?: string;
  readonly rights: Rights;
}

export interface ServiceCaller {
  readonly type: 'service';
  readonly subject: string;
  readonly rights: Rights;
}

/** Which resources a caller may read. */
export function readScope({ rights }: Caller): Scope {
  return rights.readable;
}

/** Entity ref of the user, or the subject of the service. */
export function nameOf(caller: Caller): string {
  return caller.type === 'user' ? caller.ref : caller.subject;
}

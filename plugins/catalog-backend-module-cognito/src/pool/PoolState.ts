/** A user of the pool, as far as the sync looks. */
export type PoolUser = {
  /** Cognito's own, a UUID where the email is the name to log in by. */
  username: string;
  /** In lower case. */
  email?: string;
  emailVerified: boolean;
  name?: string;
  enabled: boolean;
  /** CONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED, ... */
  status: string;
  /** Carries this portal's mark. */
  managed: boolean;
  /** Was disabled by a sync, and not by somebody who had a reason of his own. */
  disabledBySync: boolean;
  /** Sorted; only groups that the sync looks at. */
  groups: string[];
};

export type PoolGroup = {
  name: string;
  /** Carries this portal's mark. */
  managed: boolean;
};

export type PoolState = { users: PoolUser[]; groups: PoolGroup[] };

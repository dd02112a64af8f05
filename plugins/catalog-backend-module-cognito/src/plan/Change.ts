import type { DirectoryUser } from '../directory';

/** One thing to do to the user pool. `email` says who it is about. */
export type Change =
  | { kind: 'create-group'; group: string }
  | { kind: 'create-user'; email: string; name: string; entityRef: string }
  | { kind: 'adopt-user'; email: string; username: string; name: string }
  | {
      kind: 'update-user';
      email: string;
      username: string;
      fields: UserFields;
    }
  | { kind: 'enable-user'; email: string; username: string }
  | { kind: 'disable-user'; email: string; username: string }
  | { kind: 'add-to-group'; email: string; username?: string; group: string }
  | {
      kind: 'remove-from-group';
      email: string;
      username: string;
      group: string;
    };

export type UserChange = Exclude<Change, { kind: 'create-group' }>;

/** What it is and what it shall be. */
export type UserFields = {
  name?: { from?: string; to: string };
  emailVerified?: { from: false; to: true };
};

/** A user of the pool who is left alone, and why. */
export type LeftAlone = {
  username: string;
  email?: string;
  enabled: boolean;
  reason:
    | 'unmanaged'
    /** The files name this email, but somebody else made the user. */
    | 'unmanaged-in-files'
    /** The files name the user, who was disabled by hand. */
    | 'disabled-by-hand';
};

export type SyncPlan = {
  /** In the order in which they are to be done for one user. */
  changes: Change[];
  leftAlone: LeftAlone[];
  /** People with a login now who would have none afterwards. */
  disables: number;
  /** Managed people with a login now. */
  enabledManaged: number;
  desired: DirectoryUser[];
};

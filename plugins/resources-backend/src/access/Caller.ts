/** How Backstage names the scaffolder among the services, also as the actor behind a user. */
export const SCAFFOLDER = 'plugin:scaffolder';

/** Who asks, as far as the inventory cares. */
export type Caller =
  | {
      readonly type: 'user';
      /** Entity ref of the user, lower case. */
      readonly ref: string;
      /** The user and the groups that it is in: what it may own. Lower case. */
      readonly owners: readonly string[];
      /** Member of `resources.admins`. */
      readonly admin: boolean;
      /** The backend service that asks on the user's behalf, such as `plugin:scaffolder`. */
      readonly via?: string;
    }
  | { readonly type: 'service'; readonly subject: string };

/** Which resources a caller may read: all, or those of some owners. Stores turn it into SQL. */
export type Scope =
  | { readonly all: true }
  | { readonly all: false; readonly owners: readonly string[] };

export const everything: Scope = { all: true };

/** Backend services (the catalog, the scaffolder) and admins read everything, everybody else what is theirs. */
export function readScope(caller: Caller): Scope {
  return caller.type === 'service' || caller.admin
    ? everything
    : { all: false, owners: caller.owners };
}

/** Entity ref of the user, or the subject of the service. */
export function nameOf(caller: Caller): string {
  return caller.type === 'user' ? caller.ref : caller.subject;
}

function owns(caller: Caller, owner: string): boolean {
  return (
    caller.type === 'user' && (caller.admin || caller.owners.includes(owner))
  );
}

/** Services only read: what is destroyed has a person who asked for it. */
export const mayDestroy = owns;

/** So has what is changed, confirmed and tried again. */
export const mayChange = owns;

/** Writing an older state back is an admin's. */
export function mayRestore(caller: Caller): boolean {
  return caller.type === 'user' && caller.admin;
}

/** Who may confirm or discard the plan of a run. */
export function mayDecide(
  caller: Caller,
  run: { operation: string; owner: string },
): boolean {
  return run.operation === 'restore'
    ? mayRestore(caller)
    : owns(caller, run.owner);
}

/** The owner team, admins, whoever asked for the run, and the scaffolder for a person whose login has ended. */
export function mayCancel(
  caller: Caller,
  run: { owner: string; requestedBy: string },
): boolean {
  return (
    owns(caller, run.owner) ||
    nameOf(caller) === run.requestedBy ||
    (caller.type === 'service' && caller.subject === SCAFFOLDER)
  );
}

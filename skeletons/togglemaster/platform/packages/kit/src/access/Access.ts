import { ROLES, type Principal, type Role, type Scope } from './Principal.ts';

/**
 * Who may call a route: everyone, or people of at least a role and, where a
 * scope is given, keys with it. Every route states one.
 */
export type Access = 'public' | { role: Role; scope?: Scope };

/** Whether a caller passes a route's statement. */
export function isAllowed(
  access: Exclude<Access, 'public'>,
  principal: Principal,
): boolean {
  if (principal.kind === 'key') {
    return (
      access.scope !== undefined && principal.scopes.includes(access.scope)
    );
  }
  return ROLES.indexOf(principal.role) >= ROLES.indexOf(access.role);
}

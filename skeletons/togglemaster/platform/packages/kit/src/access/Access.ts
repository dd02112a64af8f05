import { ROLES, type Principal, type Role, type Scope } from './Principal.ts';

/**
 * Who may call a route: everyone, or people of at least a role and keys with a
 * scope; without a role no person, without a scope no key. Every route states
 * one.
 */
export type Access = 'public' | { role?: Role; scope?: Scope };

/** Whether a caller passes a route's statement. Who may write may read. */
export function isAllowed(
  access: Exclude<Access, 'public'>,
  principal: Principal,
): boolean {
  if (principal.kind === 'key') {
    const { scope } = access;
    if (scope === undefined) return false;
    return (
      principal.scopes.includes(scope) ||
      (scope === 'flags:read' && principal.scopes.includes('flags:write'))
    );
  }
  if (access.role === undefined) return false;
  return ROLES.indexOf(principal.role) >= ROLES.indexOf(access.role);
}

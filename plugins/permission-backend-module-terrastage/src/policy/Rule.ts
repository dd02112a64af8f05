import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Member } from './Member';

/** What the policy says of one permission. */
export type Rule = (member: Member, permission: Permission) => PolicyDecision;

/** Rules by the names of permissions. What has none is denied. */
export type Rules = Readonly<Record<string, Rule>>;

export const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
export const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

export const everybody: Rule = () => ALLOW;

export const admins: Rule = ({ admin }) => (admin ? ALLOW : DENY);

export const ROLES = ['viewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = [
  'evaluate',
  'flags:read',
  'flags:write',
  'analytics:read',
] as const;
export type Scope = (typeof SCOPES)[number];

export type UserPrincipal = { kind: 'user'; id: string; role: Role };

export type KeyPrincipal = {
  kind: 'key';
  id: string;
  project: string;
  environment: string;
  /** Who made it: "user:<id>". An auth service of before does not tell. */
  createdBy?: string;
  scopes: readonly Scope[];
};

/** Who calls: a person with a role, or a program with a key for one environment. */
export type Principal = UserPrincipal | KeyPrincipal;

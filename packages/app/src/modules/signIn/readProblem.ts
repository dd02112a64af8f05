const KINDS = [
  'email-not-verified',
  'unknown-user',
  'ambiguous-user',
  'provider-away',
] as const;

export type Problem = {
  kind: (typeof KINDS)[number] | 'other';
  /** Of the account at the identity provider. */
  email?: string;
};

// Anybody can make a link with any text in it, so the page shows none but an email.
const EMAIL = /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/;

/**
 * Why a login led back without a session.
 *
 * @param error - as the backend writes it into the address: "<kind>: <detail>"
 */
export function readProblem(error: string | null): Problem | undefined {
  if (error === null) return undefined;
  const [name, detail = ''] = error.split(/:(.*)/s).map(part => part.trim());
  const kind = KINDS.find(one => one === name) ?? 'other';
  return kind !== 'other' && EMAIL.test(detail)
    ? { kind, email: detail }
    : { kind };
}

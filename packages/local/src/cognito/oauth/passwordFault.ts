const KINDS: [RegExp, string][] = [
  [/[a-z]/, 'a lower case letter'],
  [/[A-Z]/, 'an upper case letter'],
  [/[0-9]/, 'a digit'],
  [/[^A-Za-z0-9]/, 'a symbol'],
];
const LENGTH = 12;

/** What is wrong with a new password, by the rules of our pool. */
export function passwordFault(
  password: string,
  confirmation: string,
): string | undefined {
  if (password !== confirmation) return 'The two passwords differ.';
  const missing = KINDS.filter(([pattern]) => !pattern.test(password)).map(
    ([, what]) => what,
  );
  if (password.length < LENGTH) missing.unshift(`${LENGTH} characters`);
  return missing.length > 0
    ? `The password needs ${missing.join(', ')}.`
    : undefined;
}

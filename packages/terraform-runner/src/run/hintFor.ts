/** What to do about an error of AWS, by AWS' own code for it. */
const HINTS: Record<string, string> = {
  BucketAlreadyExists:
    'Bucket names are unique in all of AWS and this one is taken: choose another name',
  BucketAlreadyOwnedByYou:
    'A bucket of this name is already in the account, but not in this state: choose another name, or ask the platform team to import it',
  EntityAlreadyExists:
    'Something of this name is already in the account: choose another name, or ask the platform team to import it',
  AccessDenied:
    'The role of this environment lacks a permission: ask the platform team',
  UnauthorizedOperation:
    'The role of this environment lacks a permission: ask the platform team',
  ExpiredToken:
    'The credentials ran out during the run: start it again; if it happens often, ask the platform team for longer sessions',
  LimitExceeded:
    'A quota of the account is used up: delete what is not needed, or ask the platform team to raise it',
  TooManyBuckets:
    'The account has as many buckets as it may: delete what is not needed, or ask the platform team to raise the quota',
  VpcLimitExceeded:
    'The account has as many VPCs as it may: delete what is not needed, or ask the platform team to raise the quota',
};

/** The AWS provider puts the code into its text; there is no field for it. */
export function hintFor(diagnostic: {
  summary: string;
  detail: string;
}): string | undefined {
  const words = new Set(
    `${diagnostic.summary} ${diagnostic.detail}`.match(/[A-Za-z]+/g) ?? [],
  );
  const code = Object.keys(HINTS).find(known => words.has(known));
  return code && HINTS[code];
}

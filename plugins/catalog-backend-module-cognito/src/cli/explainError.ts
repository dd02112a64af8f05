const HINTS: Record<string, string> = {
  CredentialsProviderError:
    'There are no AWS credentials: log in with your usual tool (for example `aws sso login`) or set AWS_PROFILE',
  ResourceNotFoundException:
    'There is no such user pool in this region and account: check terrastage.users.cognito and AWS_REGION',
  AccessDeniedException:
    'The credentials lack a permission; the README of catalog-backend-module-cognito lists the policy',
  UnrecognizedClientException:
    'AWS does not know these credentials: log in again, or check AWS_PROFILE',
  ExpiredTokenException: 'The credentials have expired: log in again',
  TooManyRequestsException:
    'Cognito refused again and again: run it once more later, it goes on where it stopped',
};

// The SDK wraps the system's error and keeps its code in the message alone.
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'];

/** What failed and what to do next, in words. */
export function explainError(error: Error): string {
  const unreachable = UNREACHABLE.some(code => error.message.includes(code));
  const hint =
    HINTS[error.name] ??
    (unreachable
      ? 'Nothing answers at that address: check the network and terrastage.users.cognito; the local Cognito runs only while the portal does'
      : undefined);
  return [`${error.name}: ${error.message}`, ...(hint ? [hint] : [])].join(
    '\n',
  );
}

import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';

/**
 * Custom attributes and not a group, because they come with ListUsers for
 * nothing and are written in the same call that creates a user, so that no crash
 * leaves a user of ours without the mark. The pool's app client must not be able
 * to write them.
 */
export const MANAGED_BY = 'custom:managed-by';

/** Holds the mark while a user is disabled because the files no longer have him. */
export const DISABLED_BY = 'custom:disabled-by';

export function groupDescription(mark: string): string {
  return `managed-by=${mark}`;
}

export function attribute(
  attributes: AttributeType[] | undefined,
  name: string,
): string | undefined {
  return attributes?.find(({ Name }) => Name === name)?.Value || undefined;
}

import type { RelatedResource } from '@terrastage/plugin-resources-common';

/** The resources that a 409 names as built on the one that was to go. */
export function conflictingDependents(error: unknown): RelatedResource[] {
  const body = (error as { body?: { error?: { dependents?: unknown } } }).body;
  const dependents = body?.error?.dependents;
  return Array.isArray(dependents) ? dependents : [];
}

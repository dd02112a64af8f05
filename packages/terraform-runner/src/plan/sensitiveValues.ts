import type { JsonValue } from '../protocol';
import type { ShownPlan } from './shownPlan';

/** Every value that a plan marks as sensitive, for the redactor. */
export function sensitiveValues(plan: ShownPlan): JsonValue[] {
  const changes = [
    ...plan.resource_changes.map(resource => resource.change),
    ...plan.resource_drift.map(resource => resource.change),
    ...Object.values(plan.output_changes),
  ];
  return changes.flatMap(change => [
    ...marked(change.before, change.before_sensitive),
    ...marked(change.after, change.after_sensitive),
  ]);
}

/** `marks` has the shape of `value`, with `true` where all below is sensitive. */
function marked(
  value: JsonValue | undefined,
  marks: JsonValue | undefined,
): JsonValue[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (marks === true) {
    return [value];
  }
  if (
    typeof marks !== 'object' ||
    marks === null ||
    typeof value !== 'object'
  ) {
    return [];
  }
  return Object.entries(marks).flatMap(([key, mark]) =>
    marked((value as Record<string, JsonValue>)[key], mark),
  );
}

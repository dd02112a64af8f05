/** A block of a Terraform file: its labels and its body, whose attributes are not interpreted. */
export type Block = { labels: string[]; body: Record<string, unknown> };

/**
 * The blocks of one type directly inside a body. JSON syntax may write each level as an object or as a list
 * of objects; both mean the same.
 */
export function blocksOf(
  body: unknown,
  type: string,
  labelCount: number,
): Block[] {
  return objectsIn(body).flatMap(object =>
    Object.hasOwn(object, type) ? expand(object[type], labelCount, []) : [],
  );
}

function expand(value: unknown, labelCount: number, labels: string[]): Block[] {
  return objectsIn(value).flatMap(object =>
    labelCount === 0
      ? [{ labels, body: object }]
      : Object.entries(object).flatMap(([label, inner]) =>
          expand(inner, labelCount - 1, [...labels, label]),
        ),
  );
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) {
    return value.flatMap(objectsIn);
  }
  return typeof value === 'object' && value !== null
    ? [value as Record<string, unknown>]
    : [];
}

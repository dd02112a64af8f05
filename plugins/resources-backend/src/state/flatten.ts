import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import type { AttributePath } from './StateFile';

export interface Leaf {
  readonly path: AttributePath;
  readonly value: JsonValue;
}

/** The values inside a value, each by its path. An empty list or object is a value by itself. */
export function flatten(value: JsonValue, path: AttributePath = []): Leaf[] {
  if (value === null || typeof value !== 'object') {
    return [{ path, value }];
  }
  const entries = Array.isArray(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
  return entries.length === 0
    ? [{ path, value }]
    : entries.flatMap(([key, item]) => flatten(item, [...path, key]));
}

/** `tags.Name`, `rule[0].status`: as the plan shows them. */
export function pathText(path: AttributePath): string {
  return path.reduce((text, step) => {
    if (/^\d+$/.test(step)) {
      return `${text}[${step}]`;
    }
    if (!/^[A-Za-z_][\w-]*$/.test(step)) {
      return `${text}[${JSON.stringify(step)}]`;
    }
    return text ? `${text}.${step}` : step;
  }, '');
}

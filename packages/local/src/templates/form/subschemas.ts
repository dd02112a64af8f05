import type { YamlPath } from '../read/YamlFile';
import { SCHEMA, SCHEMA_LIST, SCHEMA_MAP } from './keywords';

export type Subschema = { schema: Record<string, unknown>; path: YamlPath };

/** A schema and all schemas in it. */
export function subschemas(value: unknown, path: YamlPath): Subschema[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [];
  }
  const schema = value as Record<string, unknown>;
  const inner = Object.entries(schema).flatMap(([keyword, part]) => {
    const at = [...path, keyword];
    if (SCHEMA_LIST.has(keyword) && Array.isArray(part)) {
      return part.flatMap((one, index) => subschemas(one, [...at, index]));
    }
    if (SCHEMA_MAP.has(keyword) && typeof part === 'object' && part !== null) {
      return Object.entries(part).flatMap(([name, one]) =>
        subschemas(one, [...at, name]),
      );
    }
    return SCHEMA.has(keyword) ? subschemas(part, at) : [];
  });
  return [{ schema, path }, ...inner];
}

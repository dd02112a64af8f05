/**
 * A JSON value as PostgreSQL can keep it: NUL characters and halves of surrogate pairs, which logs of programs may
 * have, become U+FFFD.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') {
    return value.replaceAll('\0', '\ufffd').replace(/\p{Cs}/gu, '\ufffd') as T &
      string;
  }
  if (Array.isArray(value)) {
    return value.map(storable) as T & unknown[];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [
        storable(key),
        storable(child),
      ]),
    ) as T;
  }
  return value;
}

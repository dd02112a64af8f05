import type { Context } from '@togglemaster/rules';

export const MAX_CONTEXT = 16_384;
export const MAX_TARGETING_KEY = 1_000;

type Query = { targetingKey?: string; context?: Context };

/**
 * Reads a query that is a context and nothing else, which is what most of them
 * are.
 *
 * @returns undefined for any other, and for one with a fault
 */
export function contextOnly(query: unknown): Query | undefined {
  const given = query as Record<string, unknown>;
  for (const name in given) {
    if (name !== 'context' && name !== 'targetingKey') return undefined;
  }
  const { context: text, targetingKey } = given;
  if (targetingKey !== undefined && !isText(targetingKey, MAX_TARGETING_KEY)) {
    return undefined;
  }
  if (text === undefined) return { targetingKey };
  if (!isText(text, MAX_CONTEXT) || text.includes('__proto__'))
    return undefined;
  const context = parsed(text);
  return context && { targetingKey, context };
}

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

function parsed(text: string): Context | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return undefined;
    }
    const { targetingKey } = value as Context;
    return targetingKey === undefined || typeof targetingKey === 'string'
      ? (value as Context)
      : undefined;
  } catch {
    return undefined;
  }
}

import type { Context } from '@togglemaster/rules';

export type OfrepFault = {
  errorCode: 'INVALID_CONTEXT' | 'TARGETING_KEY_MISSING';
  errorDetails: string;
};

export type ReadContext =
  | { context: Context; fault?: undefined }
  | { context?: undefined; fault: OfrepFault };

/** The context of an OFREP request, or what is wrong with it. */
export function readContext(body: unknown): ReadContext {
  const context = isObject(body) ? body.context : undefined;
  if (!isObject(context)) {
    return {
      fault: {
        errorCode: 'INVALID_CONTEXT',
        errorDetails: 'The body has to be {"context": {"targetingKey": "..."}}',
      },
    };
  }
  const { targetingKey } = context;
  if (typeof targetingKey !== 'string' || targetingKey === '') {
    return {
      fault: {
        errorCode: 'TARGETING_KEY_MISSING',
        errorDetails: 'context.targetingKey has to be a text that is not empty',
      },
    };
  }
  return { context: context as Context };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { z } from 'zod';

const metadata = z.record(
  z.string(),
  z.union([z.boolean(), z.string(), z.number()]),
);

export const evaluationRequest = z.object({
  context: z.looseObject({ targetingKey: z.string() }),
});

export const success = z.object({
  key: z.string(),
  reason: z.enum([
    'STATIC',
    'TARGETING_MATCH',
    'SPLIT',
    'DISABLED',
    'DEFAULT',
    'UNKNOWN',
  ]),
  variant: z.string(),
  value: z.json(),
  metadata: metadata.optional(),
});

export const failure = z.object({
  key: z.string(),
  errorCode: z.string(),
  errorDetails: z.string().optional(),
});

export const bulkSuccess = z.object({
  flags: z.array(z.union([success, failure])),
  metadata: metadata.optional(),
  eventStreams: z
    .array(
      z.object({
        type: z.literal('sse'),
        endpoint: z.object({ requestUri: z.string() }),
        inactivityDelaySec: z.number(),
      }),
    )
    .optional(),
});

import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/** A duration of the configuration (`10m`, `PT10M`, `{ minutes: 10 }`) as milliseconds. */
export const durationSchema = z
  .union([z.string(), z.record(z.string(), z.number())])
  .transform((value, context) => {
    try {
      const milliseconds = durationToMilliseconds(
        readDurationFromConfig(new ConfigReader({ value }), { key: 'value' }),
      );
      if (milliseconds > 0) {
        return milliseconds;
      }
    } catch {
      // Said below, with the path of the key.
    }
    context.addIssue(
      'must be a duration above zero such as 10m, PT10M or { minutes: 10 }',
    );
    return z.NEVER;
  });

import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * When a resource expires, as an ISO 8601 time in UTC; undefined for never.
 *
 * @throws InputError naming the input that is wrong.
 */
export function readExpiry(
  input: { expiresAt?: string; expiresIn?: string },
  now: () => Date,
): string | undefined {
  const { expiresAt, expiresIn } = input;
  if (expiresAt !== undefined && expiresIn !== undefined) {
    throw new InputError('expiresAt, expiresIn: give one of the two');
  }
  if (expiresIn !== undefined) {
    return new Date(now().getTime() + milliseconds(expiresIn)).toISOString();
  }
  if (expiresAt === undefined) {
    return undefined;
  }
  const time = new Date(expiresAt);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      `expiresAt: ${JSON.stringify(
        expiresAt,
      )} is not a time such as 2030-01-31T18:00:00Z`,
    );
  }
  return time.toISOString();
}

function milliseconds(expiresIn: string): number {
  try {
    return durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ expiresIn }), {
        key: 'expiresIn',
      }),
    );
  } catch (error) {
    throw new InputError(
      `expiresIn: ${JSON.stringify(
        expiresIn,
      )} is not a duration such as '30 days' or 'P30D'`,
      error,
    );
  }
}

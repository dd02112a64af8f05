import { InputError } from '@backstage/errors';
import type { EnvironmentConfig } from '../config/ResourcesConfig';

/** Milliseconds between a form that was filled and the server that reads it. */
const SLACK = 60_000;
const DAY = 86_400_000;

/** @throws InputError for an expiry beyond the longest that the environment allows from now. */
export function checkLifetime(
  field: string,
  expiresAt: Date,
  name: string,
  { lifetime }: Pick<EnvironmentConfig, 'lifetime'>,
  now: Date,
): void {
  const { maximum } = lifetime;
  if (
    maximum !== undefined &&
    expiresAt.getTime() > now.getTime() + maximum + SLACK
  ) {
    const latest = new Date(now.getTime() + maximum);
    throw new InputError(
      `${field}: in ${name} a resource may live for ${
        maximum / DAY
      } days from now, until ${latest.toISOString()}; ask for an earlier time, and extend it again later`,
    );
  }
}

import type { EnvironmentConfig } from '../config/ResourcesConfig';

/** When a new resource expires: as asked, else after the environment's usual time, else never. */
export function firstExpiry(
  asked: string | undefined,
  { lifetime }: Pick<EnvironmentConfig, 'lifetime'>,
  now: Date,
): Date | undefined {
  if (asked !== undefined) {
    return new Date(asked);
  }
  const usual = lifetime.default ?? lifetime.maximum;
  return usual === undefined ? undefined : new Date(now.getTime() + usual);
}

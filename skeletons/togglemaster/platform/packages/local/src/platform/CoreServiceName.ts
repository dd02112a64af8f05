export const CORE_SERVICES = [
  'auth',
  'flag',
  'targeting',
  'evaluation',
  'analytics',
] as const;

/** The five that are always there. */
export type CoreServiceName = (typeof CORE_SERVICES)[number];

/** Something for each of the five, and for each that was added. */
export type ByService<T> = Record<CoreServiceName, T> & Record<string, T>;

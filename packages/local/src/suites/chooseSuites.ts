import { LocalError } from '../progress/LocalError';
import type { Suite } from './Suite';

/**
 * The suites of these names in their own order; all of them without names.
 *
 * @throws LocalError that lists the names there are
 */
export function chooseSuites(suites: Suite[], names: string[]): Suite[] {
  const known = suites.map(suite => suite.name);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length) {
    throw new LocalError(
      `There is no suite ${unknown.join(', ')}`,
      `Suites are: ${known.join(', ')}.`,
    );
  }
  return names.length
    ? suites.filter(suite => names.includes(suite.name))
    : suites;
}

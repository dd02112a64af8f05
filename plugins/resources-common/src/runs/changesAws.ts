import type { RunOperation } from './Run';

/** False for what at most touches the state or its lock: when such a run is lost, AWS is as it was. */
export function changesAws(operation: RunOperation): boolean {
  return ['apply', 'adopt', 'destroy'].includes(operation);
}

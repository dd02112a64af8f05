import type { StateVersionItem } from '../api/ResourcesApi';

/** A version of the state of `aResource()`, as an apply left it. */
export function aStateVersion(
  overrides: Partial<StateVersionItem> = {},
): StateVersionItem {
  const serial = overrides.serial ?? 4;
  return {
    versionId: `v-${serial}`,
    modifiedAt: '2026-03-04T11:00:00.000Z',
    size: 8_412,
    current: false,
    kind: 'state',
    serial,
    lineage: '7c1d0a52-6a2f-7d7e-3e2b-0f2a4d9b1c11',
    terraformVersion: '1.11.4',
    managed: 2,
    run: { id: 'run-1', operation: 'apply', status: 'applied' },
    ...overrides,
  };
}

import { useState } from 'react';
import type { PlanGroup } from './planGroups';

/** Up to so many changes with a before and an after are open from the start. */
const OPEN_AT_FIRST = 10;

export interface Expanded {
  has: (address: string) => boolean;
  toggle: (address: string) => void;
  /** True when every change is open. */
  all: boolean;
  toggleAll: () => void;
}

/** Which changes are open. At first those in which something that exists changes. */
export function useExpanded(groups: PlanGroup[]): Expanded {
  const addresses = groups.flatMap(({ changes }) =>
    changes.map(({ address }) => address),
  );
  const changing = groups
    .filter(({ action }) => action === 'update' || action === 'replace')
    .flatMap(({ changes }) => changes.map(({ address }) => address));
  const atFirst = changing.length <= OPEN_AT_FIRST ? changing : [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const open = chosen ?? new Set(atFirst);
  const all = addresses.every(address => open.has(address));

  return {
    has: address => open.has(address),
    toggle: address => {
      const next = new Set(open);
      if (!next.delete(address)) {
        next.add(address);
      }
      setChosen(next);
    },
    all,
    toggleAll: () => setChosen(new Set(all ? [] : addresses)),
  };
}

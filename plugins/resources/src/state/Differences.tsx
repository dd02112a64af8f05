import { useState } from 'react';
import type { StateComparisonItem } from '../api/ResourcesApi';
import { Muted } from '../components/Muted';
import { Notice } from '../components/Notice';
import { useTexts } from '../hooks/useTexts';
import { ChangeRow } from '../run/plan/ChangeRow';
import styles from '../run/plan/PlanGroupList.module.css';
import { OutputDifferences } from './OutputDifferences';

const actions = {
  added: 'create',
  changed: 'update',
  removed: 'delete',
} as const;

/** Up to so many are open from the start. */
const OPEN_AT_FIRST = 5;

/** What one state has and the other has not. */
export function Differences({
  comparison,
}: {
  comparison: StateComparisonItem;
}) {
  const t = useTexts();
  const { resources, outputs, sameLineage } = comparison;
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        resources.length <= OPEN_AT_FIRST
          ? resources.map(({ address }) => address)
          : [],
      ),
  );
  const toggle = (address: string) => {
    const next = new Set(open);
    if (!next.delete(address)) {
      next.add(address);
    }
    setOpen(next);
  };

  return (
    <>
      {!sameLineage && (
        <Notice status="warning" title={t('state.compare.otherLineage')} />
      )}
      {resources.length + outputs.length === 0 && (
        <Muted>{t('state.compare.same')}</Muted>
      )}
      {resources.length > 0 && (
        <ul className={styles.list}>
          {resources.map(({ kind, ...change }) => (
            <li key={change.address}>
              <ChangeRow
                change={{ ...change, action: actions[kind] }}
                label={t(`state.compare.${kind}`)}
                isExpanded={open.has(change.address)}
                onToggle={() => toggle(change.address)}
              />
            </li>
          ))}
        </ul>
      )}
      {outputs.length > 0 && <OutputDifferences outputs={outputs} />}
      <Muted>{t('state.compare.secrets')}</Muted>
    </>
  );
}

import { Button } from '@backstage/ui';
import type { RunItem } from '../../api/ResourcesApi';
import { ChangeCounts } from '../../components/ChangeCounts';
import { Muted } from '../../components/Muted';
import { Section } from '../../components/Section';
import { isActive } from '../../hooks/pollInterval';
import { useTexts } from '../../hooks/useTexts';
import { DriftList } from './DriftList';
import { PlanGroupList } from './PlanGroupList';
import { planGroups } from './planGroups';
import { PlanOutputs } from './PlanOutputs';
import styles from './PlanSection.module.css';
import { useExpanded } from './useExpanded';

/** The plan as people read it. */
export function PlanSection({ run }: { run: RunItem }) {
  const t = useTexts();
  const { plan, summary } = run;
  const groups = planGroups(summary, plan);
  const expanded = useExpanded(groups);

  return (
    <Section
      title={t('plan.title')}
      actions={
        summary && (
          <>
            <ChangeCounts summary={summary} />
            {groups.length > 0 && (
              <Button
                size="small"
                variant="tertiary"
                onPress={expanded.toggleAll}
              >
                {t(expanded.all ? 'plan.collapseAll' : 'plan.expandAll')}
              </Button>
            )}
          </>
        )
      }
    >
      {!summary && !plan && (
        <Muted>{t(isActive(run) ? 'plan.waiting' : 'plan.missing')}</Muted>
      )}
      {(summary || plan) && groups.length === 0 && (
        <Muted>{t('plan.noChanges')}</Muted>
      )}
      <div className={styles.root}>
        {summary && summary.import > 0 && (
          <Muted>
            {summary.import === 1
              ? t('plan.imports.one')
              : t('plan.imports', { number: String(summary.import) })}
          </Muted>
        )}
        {groups.map(group => (
          <PlanGroupList
            key={group.action}
            group={group}
            isExpanded={expanded.has}
            onToggle={expanded.toggle}
          />
        ))}
        {plan && plan.drift.length > 0 && <DriftList plan={plan} />}
        {plan && plan.outputs.length > 0 && <PlanOutputs plan={plan} />}
      </div>
    </Section>
  );
}

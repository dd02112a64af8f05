import { DataTable } from '../../components/DataTable';
import { Muted } from '../../components/Muted';
import { useTexts } from '../../hooks/useTexts';
import { AttributeName } from './AttributeName';
import { attributeDiff } from './attributeDiff';
import { LineDiff } from './LineDiff';
import type { ShownChange } from './planGroups';
import { PlanValue } from './PlanValue';

/** What a change does to each attribute. Long texts are compared by line. */
export function AttributeTable({ change }: { change: ShownChange }) {
  const t = useTexts();
  const { action, address, attributes } = change;

  if (!attributes) {
    return <Muted>{t('plan.detailLater')}</Muted>;
  }
  if (attributes.length === 0) {
    return <Muted>{t('plan.noAttributes')}</Muted>;
  }
  const hasBefore = action !== 'create';
  const hasAfter = action !== 'delete';
  return (
    <DataTable
      caption={t('plan.attributes', { address })}
      columns={[
        t('plan.attribute'),
        ...(hasBefore ? [t('plan.before')] : []),
        ...(hasAfter ? [t('plan.after')] : []),
      ]}
      rows={attributes.map(attribute => {
        const lines = attributeDiff(attribute);
        const sides = lines
          ? [<LineDiff lines={lines} />]
          : [
              ...(hasBefore
                ? [<PlanValue attribute={attribute} side="before" />]
                : []),
              ...(hasAfter
                ? [<PlanValue attribute={attribute} side="after" />]
                : []),
            ];
        return {
          id: attribute.path,
          cells: [<AttributeName attribute={attribute} />, ...sides],
        };
      })}
    />
  );
}

import type {
  ChangeAction,
  PlanChange,
  PlanItem,
  PlanSummaryItem,
} from '../../api/ResourcesApi';

/** A change as it is shown: its attributes come later than the rest. */
export type ShownChange = Pick<
  PlanChange,
  'address' | 'type' | 'action' | 'imported'
> &
  Partial<Pick<PlanChange, 'attributes'>>;

export interface PlanGroup {
  action: ChangeAction;
  changes: ShownChange[];
}

/** What takes something away comes first: it is what a reader must not miss. */
const order: readonly ChangeAction[] = [
  'delete',
  'replace',
  'update',
  'create',
  'import',
];

/** The changes of a plan by their kind; from the summary while the attributes are not there yet. */
export function planGroups(
  summary?: PlanSummaryItem,
  plan?: PlanItem,
): PlanGroup[] {
  const changes: ShownChange[] = plan?.changes ?? summary?.changes ?? [];
  return order
    .map(action => ({
      action,
      changes: changes.filter(change => change.action === action),
    }))
    .filter(group => group.changes.length > 0);
}

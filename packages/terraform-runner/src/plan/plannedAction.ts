import type { ChangeAction } from '../protocol';

/** A change as Terraform's `planned_change` message tells it. */
export type PlannedChange = {
  resource: { addr: string; resource_type: string; resource_name: string };
  action: string;
  importing?: unknown;
};

const ACTIONS: Record<string, ChangeAction> = {
  create: 'create',
  update: 'update',
  replace: 'replace',
  delete: 'delete',
  import: 'import',
  read: 'read',
};

/** What is moved or only forgotten changes nothing in AWS: `no-op`. */
export function plannedAction(change: PlannedChange): ChangeAction {
  const action = ACTIONS[change.action] ?? 'no-op';
  return action === 'no-op' && change.importing !== undefined
    ? 'import'
    : action;
}

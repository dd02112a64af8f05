import type { ChangeAction, PlanSummary } from '../protocol';
import { PlannedChange, plannedAction } from './plannedAction';

/** Collects `planned_change` messages. */
export class PlanSummaryBuilder {
  readonly #changes: PlanSummary['changes'] = [];
  #imports = 0;

  add(change: PlannedChange): void {
    const action = plannedAction(change);
    if (change.importing !== undefined) {
      this.#imports += 1;
    }
    if (action !== 'no-op' && action !== 'read') {
      this.#changes.push({
        address: change.resource.addr,
        type: change.resource.resource_type,
        name: change.resource.resource_name,
        action,
        ...(change.importing !== undefined && { imported: true }),
      });
    }
  }

  build(): PlanSummary {
    const count = (action: ChangeAction) =>
      this.#changes.filter(change => change.action === action).length;
    return {
      create: count('create'),
      update: count('update'),
      replace: count('replace'),
      delete: count('delete'),
      import: this.#imports,
      changes: this.#changes,
    };
  }
}

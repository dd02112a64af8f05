import type { ChangeAction, PlanDetail } from '../protocol';
import { attributeChanges } from './attributeChanges';
import { configuredAttributes, inputsAt } from './configuredAttributes';
import type { ShownChange, ShownPlan } from './shownPlan';

/** A shown plan in the form in which people review it: only what differs, and nothing sensitive. */
export function planDetail(plan: ShownPlan): PlanDetail {
  const configured = configuredAttributes(plan.configuration?.root_module);
  return {
    terraformVersion: plan.terraform_version,
    formatVersion: plan.format_version,
    changes: plan.resource_changes
      .map(resource => ({ resource, action: actionOf(resource.change) }))
      .filter(({ action }) => action !== 'no-op' && action !== 'read')
      .map(({ resource, action }) => ({
        address: resource.address,
        type: resource.type,
        name: resource.name,
        providerName: resource.provider_name,
        action,
        ...(resource.change.importing !== undefined && { imported: true }),
        attributes: attributeChanges(resource.change, path =>
          inputsAt(configured(resource.address), path),
        ),
      })),
    outputs: Object.entries(plan.output_changes)
      .map(([name, change]) => ({
        name,
        action: actionOf(change),
        sensitive:
          change.before_sensitive === true || change.after_sensitive === true,
      }))
      .filter(({ action }) => action !== 'no-op'),
    drift: plan.resource_drift
      .map(resource => ({
        address: resource.address,
        type: resource.type,
        action: actionOf(resource.change),
        attributes: attributeChanges(resource.change, () => undefined),
      }))
      .filter(({ action, attributes }) =>
        action === 'update' ? attributes.length > 0 : action !== 'no-op',
      ),
  };
}

function actionOf(change: ShownChange): ChangeAction {
  const actions = change.actions.join(' ');
  switch (actions) {
    case 'create':
    case 'read':
    case 'update':
    case 'delete':
      return actions;
    case 'delete create':
    case 'create delete':
      return 'replace';
    default:
      return change.importing === undefined ? 'no-op' : 'import';
  }
}

import type {
  ManifestAdopt,
  RunFailure,
} from '@terrastage/plugin-resources-common';
import type { PlanResult } from '@terrastage/terraform-runner/protocol';
import type { ResourceRecord } from '../inventory/ResourceRecord';

/** On the thing in AWS: who may adopt it. */
export const ADOPT_TAG = 'terrastage:adopt';
const RESOURCE_TAG = 'terrastage:resource-id';

type Change = NonNullable<PlanResult['detail']>['changes'][number];
type Attribute = Change['attributes'][number];

/**
 * Why a plan must not become an adoption: what it shows of the thing forbids it, or it would take something away.
 * Terraform compares with what stands in AWS, so whatever is there and not in the module is in the plan.
 *
 * @returns undefined when there is nothing against it
 */
export function adoptionFault(
  { summary, detail }: PlanResult,
  resource: Pick<ResourceRecord, 'id' | 'owner' | 'adoptedId'>,
  rules: ManifestAdopt,
): RunFailure | undefined {
  const message =
    (!detail && 'Its plan did not arrive in full') ||
    managedByAnother(detail!.changes, resource) ||
    notAllowed(detail!.changes, resource, rules) ||
    wouldTakeAway(summary, detail!.changes);
  return message
    ? {
        code: 'adoption_refused',
        message: `'${resource.adoptedId}' was not adopted, and nothing was changed. ${message}`,
      }
    : undefined;
}

function managedByAnother(
  changes: readonly Change[],
  { id }: Pick<ResourceRecord, 'id'>,
): string | undefined {
  for (const change of changes) {
    const other = tagBefore(change, RESOURCE_TAG);
    if (other !== undefined && other !== id) {
      return `${change.address} carries the tag ${RESOURCE_TAG}=${other}: it belongs to another resource of this platform. Delete or change that one instead; if it is long gone, take the tag away`;
    }
  }
  return undefined;
}

function notAllowed(
  changes: readonly Change[],
  { owner }: Pick<ResourceRecord, 'owner'>,
  rules: ManifestAdopt,
): string | undefined {
  const [{ to }] = rules.imports;
  const main = changes.find(({ address }) => address === to);
  const allowed = main && tagBefore(main, ADOPT_TAG);
  if (allowed?.toLowerCase() === owner) {
    return undefined;
  }
  return allowed === undefined
    ? `Whoever may change it in AWS has to allow it first: give it the tag ${ADOPT_TAG} with the value ${owner}, then ask again`
    : `Its tag ${ADOPT_TAG} names ${allowed}, not ${owner}: correct the tag or the owner, then ask again`;
}

function wouldTakeAway(
  summary: PlanResult['summary'],
  changes: readonly Change[],
): string | undefined {
  if (summary.replace === 0 && summary.delete === 0) {
    return undefined;
  }
  const lines = changes
    .filter(({ action }) => action === 'replace' || action === 'delete')
    .map(change =>
      change.action === 'delete'
        ? `${change.address} would be deleted`
        : `${change.address} would be replaced: ${reasons(change)}`,
    );
  return `An adoption replaces and deletes nothing. ${lines.join('. ')}`;
}

function reasons({ attributes }: Change): string {
  const forcing = attributes.filter(
    ({ forcesReplacement }) => forcesReplacement,
  );
  return (
    forcing.map(reason).join('; ') ||
    'the template asks for it; its log says more'
  );
}

function reason(attribute: Attribute): string {
  const { path, inputs } = attribute;
  const differs = `${path} is ${shown(attribute, 'before')} in AWS and ${shown(
    attribute,
    'after',
  )} by the form`;
  return inputs?.length
    ? `${differs} (give the input ${inputs.join(
        ' or ',
      )} the value that AWS has)`
    : `${differs}, which the template sets by itself: change it in AWS first, or leave it unmanaged`;
}

function shown(attribute: Attribute, side: 'before' | 'after'): string {
  if (attribute[`${side}Sensitive`]) {
    return 'a secret';
  }
  if (side === 'after' && attribute.afterUnknown) {
    return 'not known yet';
  }
  const value = attribute[side];
  return value === undefined ? 'not set' : JSON.stringify(value);
}

/** Those of the thing itself and those that the platform gives everything stand in different attributes. */
function tagBefore({ attributes }: Change, tag: string): string | undefined {
  const paths = [`tags["${tag}"]`, `tags_all["${tag}"]`];
  const found = attributes.find(({ path }) => paths.includes(path));
  if (typeof found?.before === 'string') {
    return found.before;
  }
  // Where all tags go, they are told as one.
  const whole = attributes.find(({ path }) => path === 'tags');
  const before = whole?.before as Record<string, unknown> | undefined;
  return typeof before?.[tag] === 'string' ? before[tag] : undefined;
}

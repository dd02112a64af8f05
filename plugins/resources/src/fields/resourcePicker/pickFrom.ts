import type { ResourceListItem, ResourceRequest } from '../../api/ResourcesApi';
import type { ResourcePickerOptions } from './resourcePickerSchema';

/** Which resources a field offers. */
export interface PickFrom {
  readonly types?: string[];
  /** Undefined: all. */
  readonly environment?: string;
  /** The field that has to say the environment says none yet. */
  readonly waiting: boolean;
  /** Id of what they must be built on. Undefined: anything. */
  readonly builtOn?: string;
  /** Also what others own. */
  readonly everybodys: boolean;
  readonly statuses: NonNullable<ResourceRequest['status']>;
}

/** Reads the options of a field in the form as it is filled now. */
export function pickFrom(
  options: ResourcePickerOptions = {},
  formData: Record<string, unknown> = {},
): PickFrom {
  const { type, environmentFrom, builtOnFrom, status = ['active'] } = options;
  const chosen = environmentFrom ? formData[environmentFrom] : undefined;
  const environment =
    environmentFrom === undefined ? options.environment : chosen || undefined;
  return {
    types: type === undefined ? undefined : [type].flat(),
    environment: environment as string | undefined,
    everybodys: options.everybodys ?? false,
    builtOn: builtOnFrom ? (formData[builtOnFrom] as string) : undefined,
    waiting: environmentFrom !== undefined && !environment,
    statuses: status,
  };
}

type Pickable = Pick<
  ResourceListItem,
  'type' | 'environment' | 'status' | 'uses'
>;

/** True when a resource is one of those. */
export function isAmong(resource: Pickable, from: PickFrom): boolean {
  const { types, environment, statuses } = from;
  return (
    (!types || types.includes(resource.type)) &&
    (!environment || resource.environment === environment) &&
    isBuiltOn(resource, from) &&
    statuses.some(status => status === resource.status)
  );
}

/** True when it is built on what it must be built on. */
export function isBuiltOn(
  { uses }: Pick<Pickable, 'uses'>,
  { builtOn }: PickFrom,
): boolean {
  return !builtOn || uses.some(({ id }) => id === builtOn);
}

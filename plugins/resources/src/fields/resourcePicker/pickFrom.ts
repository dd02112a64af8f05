import type { ResourceRequest } from '../../api/ResourcesApi';
import type { ResourcePickerOptions } from './resourcePickerSchema';

/** Which resources a field offers. */
export interface PickFrom {
  readonly types?: string[];
  /** Undefined: all. */
  readonly environment?: string;
  /** The field that has to say the environment says none yet. */
  readonly waiting: boolean;
  readonly statuses: NonNullable<ResourceRequest['status']>;
}

/** Reads the options of a field in the form as it is filled now. */
export function pickFrom(
  options: ResourcePickerOptions = {},
  formData: Record<string, unknown> = {},
): PickFrom {
  const { type, environmentFrom, status = ['active'] } = options;
  const chosen = environmentFrom ? formData[environmentFrom] : undefined;
  const environment =
    environmentFrom === undefined ? options.environment : chosen || undefined;
  return {
    types: type === undefined ? undefined : [type].flat(),
    environment: environment as string | undefined,
    waiting: environmentFrom !== undefined && !environment,
    statuses: status,
  };
}

/** True when a resource is one of those. */
export function isAmong(
  resource: { type: string; environment: string; status: string },
  { types, environment, statuses }: PickFrom,
): boolean {
  return (
    (!types || types.includes(resource.type)) &&
    (!environment || resource.environment === environment) &&
    statuses.some(status => status === resource.status)
  );
}

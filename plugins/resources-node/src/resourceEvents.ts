/** Topic of the events service on which the resources plugin says that resources or their runs have changed. */
export const RESOURCES_TOPIC = 'terrastage.resources';

/** Payload of an event on {@link RESOURCES_TOPIC}. It says which, not what: read the resource for that. */
export interface ResourcesChangedPayload {
  resourceIds: string[];
}

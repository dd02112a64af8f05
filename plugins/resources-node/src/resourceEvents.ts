/** Topic of the events service on which the resources plugin says that a resource or one of its runs has changed. */
export const RESOURCES_TOPIC = 'terrastage.resources';

/** Payload of an event on {@link RESOURCES_TOPIC}. It says which, not what: read the resource for that. */
export interface ResourceChangedPayload {
  resourceId: string;
}

/** On catalog entities that stand for a resource: the resource's id. */
export const RESOURCE_ID_ANNOTATION = 'terrastage.io/resource-id';

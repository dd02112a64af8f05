/** Pages of the inventory: My resources, all resources, a resource, a run. */
export { resourcesPlugin as default } from './plugin';
export * from './api/ResourcesApi';
export * from './api/resourcesApiRef';
export * from './routes';
export * from './translation/resourcesTranslationRef';

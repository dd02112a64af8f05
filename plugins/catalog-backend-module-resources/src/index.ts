/** The resources of the inventory as entities of the catalog. */
export { catalogModuleResources as default } from './module';

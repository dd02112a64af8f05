/** Inventory, runs and launchers of Terrastage. */
export { resourcesPlugin as default } from './plugin';

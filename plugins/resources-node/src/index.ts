/** How other backend plugins reach the resources plugin. */
export * from './DefaultResourcesService';
export * from './resourceEvents';
export * from './ResourcesService';
export * from './resourcesServiceRef';
export * from './permissions/facts';
export * from './permissions/readRoles';
export * from './permissions/resourceRules';
export * from './permissions/runRules';

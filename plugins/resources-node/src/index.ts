/** How other backend plugins reach the resources plugin. */
export * from './DefaultResourcesService';
export * from './resourceEvents';
export * from './ResourcesService';
export * from './resourcesServiceRef';

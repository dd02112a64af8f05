/** Domain types, run transitions, API schemas and the API's client. Pure but for the client's requests. */
export * from './api/environmentRules';
export * from './api/manifestSchema';
export * from './api/planSchemas';
export * from './api/requestSchemas';
export * from './api/resourceSchemas';
export * from './api/runSchemas';
export * from './api/stateSchemas';
export * from './client/ResourcesClient';
export * from './links/PortalLinks';
export * from './resources/resourceEntityRef';
export * from './resources/ResourceStatus';
export * from './resources/resourceStatusAfter';
export * from './runs/Run';
export * from './runs/RunStatus';
export * from './runs/RunTransition';
export * from './runs/transition';

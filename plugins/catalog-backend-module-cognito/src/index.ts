export { catalogModuleCognito as default } from './module';
export * from './sync';

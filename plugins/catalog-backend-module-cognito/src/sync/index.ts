export * from '../audit';
export * from '../directory';
export * from '../plan';
export * from '../pool';
export { applyUserSync } from './applyUserSync';
export type { ApplyOptions, ApplyResult, FailedChange } from './applyUserSync';
export { planUsers, syncUsers } from './syncUsers';
export type { SyncResult, SyncSources, SyncUsersOptions } from './syncUsers';

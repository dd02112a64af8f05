export { aJob } from './aJob';
export { bundleOf } from './bundleOf';
export { S3_MODULE_FILES, s3Module } from './s3Module';
export { startRunner } from './startRunner';
export type { StartedRunner } from './startRunner';
export { startTestPortal } from './startTestPortal';
export { TEST_TOKEN, TestPortal } from './TestPortal';
export type { TestPortalOptions } from './TestPortal';

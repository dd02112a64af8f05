export { startTestPlatform, type TestPlatform } from './startTestPlatform.ts';
export { until } from './until.ts';

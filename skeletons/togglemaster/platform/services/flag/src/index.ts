export { flagService } from './flagService.ts';

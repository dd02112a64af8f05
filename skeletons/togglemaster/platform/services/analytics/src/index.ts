export { analyticsService } from './analyticsService.ts';

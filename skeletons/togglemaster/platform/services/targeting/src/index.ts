export { targetingService } from './targetingService.ts';

export { evaluationService } from './evaluationService.ts';

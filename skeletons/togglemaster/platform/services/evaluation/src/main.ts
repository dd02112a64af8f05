import { runService } from '@togglemaster/kit';
import { evaluationService } from './evaluationService.ts';

await runService(evaluationService);

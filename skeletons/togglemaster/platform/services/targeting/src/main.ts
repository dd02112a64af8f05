import { runService } from '@togglemaster/kit';
import { targetingService } from './targetingService.ts';

await runService(targetingService);

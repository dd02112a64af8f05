import { runService } from '@togglemaster/kit';
import { analyticsService } from './analyticsService.ts';

await runService(analyticsService);

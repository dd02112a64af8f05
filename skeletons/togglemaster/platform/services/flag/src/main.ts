import { runService } from '@togglemaster/kit';
import { flagService } from './flagService.ts';

await runService(flagService);

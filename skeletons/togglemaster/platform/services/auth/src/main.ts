import { runService } from '@togglemaster/kit';
import { authService } from './authService.ts';

await runService(authService);

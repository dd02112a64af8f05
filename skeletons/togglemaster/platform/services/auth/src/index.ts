export { authService } from './authService.ts';

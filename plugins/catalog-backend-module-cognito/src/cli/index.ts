/** The `users` command, for programs that find its pool for it. */
export { runUsers } from './runUsers';
export { exitCodes } from './exitCodes';
export type { ExitCode } from './exitCodes';
export type { Output } from './Output';

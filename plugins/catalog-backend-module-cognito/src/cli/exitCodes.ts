/** What scripts can rely on. */
export const exitCodes = {
  /** Done, or nothing to do. */
  ok: 0,
  /** Something failed; a sync may have done a part, and can be run again. */
  failed: 1,
  /** `plan`, `sync --dry-run`: there are changes to make. */
  changes: 2,
  /** Too many would lose their login; nothing was changed. */
  tooManyRemovals: 3,
  /** The users files are not usable; nothing was changed. */
  filesNotUsable: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where a command writes, so that tests can look. */
export type Output = {
  /** For results. */
  out(text: string): void;
  /** For messages and audit lines. */
  err(text: string): void;
  /** Whether results go to a terminal, and to nowhere else. */
  isTerminal: boolean;
};

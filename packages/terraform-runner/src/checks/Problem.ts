/** One reason why a bundle is refused. */
export type Problem = {
  file: string;
  /** Counted from 1, where it could be found. */
  line?: number;
  message: string;
};

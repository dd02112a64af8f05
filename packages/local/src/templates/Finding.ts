/** One thing in a template or a skeleton that has to be mended. */
export type Finding = {
  /** Of the repository, with forward slashes. */
  file: string;
  /** Counted from 1; absent where a file is missing or concerned as a whole. */
  line?: number;
  message: string;
};

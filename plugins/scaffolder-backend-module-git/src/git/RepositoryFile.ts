export type RepositoryFile = {
  /** Name of the repository, at the configured destination. */
  name: string;
  /** Relative to its root, on the branch main. */
  file: string;
};

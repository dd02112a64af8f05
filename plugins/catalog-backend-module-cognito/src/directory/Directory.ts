/** Where in which file something stands; lines and columns count from 1. */
export type Place = { file: string; line: number; column: number };

/** Somebody whom the catalog names and who shall be able to log in. */
export type DirectoryUser = {
  /** For example user:default/ana. */
  entityRef: string;
  /** In lower case; the name in the user pool. */
  email: string;
  name: string;
  /** Names of groups in the pool, sorted. */
  groups: string[];
  place: Place;
};

export type DirectoryGroup = {
  /** For example group:default/payments. */
  entityRef: string;
  /** The name in the pool: `payments`, or `other/payments` of another namespace. */
  name: string;
  place: Place;
};

/** Who works here, as the files of the catalog say. */
export type Directory = { users: DirectoryUser[]; groups: DirectoryGroup[] };

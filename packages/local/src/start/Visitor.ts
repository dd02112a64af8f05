/** The seeded user that a local start signs everybody in as. */
export type Visitor = {
  /** Of the catalog's entity: `ana`. */
  name: string;
  /** As people call them: `Ana Ribeiro`. */
  displayName: string;
  entityRef: string;
};

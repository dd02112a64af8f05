/** What the runner needs to know of a checked root module. */
export type ModuleFacts = {
  variables: ReadonlyMap<string, DeclaredVariable>;
  /** The AWS provider in the root module; absent when no module of the bundle uses it. */
  aws?: {
    localName: string;
    /** Whether the module has a provider block of its own without an alias. */
    hasDefault: boolean;
    aliases: string[];
  };
};

export type DeclaredVariable = {
  file: string;
  /** Without a default, so that a value has to be given. */
  required: boolean;
  sensitive: boolean;
};

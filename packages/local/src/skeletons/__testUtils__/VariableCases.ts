/** Values that a skeleton's manifest and its validation blocks both have to accept or refuse. */
export type VariableCases = {
  skeleton: string;
  /** A request with only what is required. */
  minimal: Record<string, unknown>;
  /** What the server fills from other resources. */
  filled: Record<string, unknown>;
  /** By variable; each value is tried in an otherwise minimal request. */
  variables: Record<
    string,
    {
      good: unknown[];
      bad: unknown[];
      /** Of the wrong type: refused by the manifest. Terraform would convert some of them. */
      wrongType?: unknown[];
    }
  >;
  combinations: {
    good: Record<string, unknown>[];
    /** Only Terraform has rules between two variables; `variable` is the one whose rules refuse it. */
    bad: { variables: Record<string, unknown>; variable: string }[];
  };
};

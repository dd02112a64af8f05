import type { JsonValue } from '@terrastage/terraform-runner/protocol';

/** A way into an attribute: names, keys and positions. */
export type AttributePath = readonly string[];

/** One thing that a state holds. */
export interface StateInstance {
  readonly address: string;
  readonly type: string;
  readonly attributes: Record<string, JsonValue>;
  /** What Terraform marks as sensitive, the provider's own marks among it; all below is so too. */
  readonly sensitive: readonly AttributePath[];
}

/** A Terraform state of format 4, as far as a person compares it. */
export interface StateFile {
  readonly lineage: string;
  readonly serial: number;
  readonly terraformVersion: string;
  /** Without data sources, which stand for nothing that Terraform made. */
  readonly instances: readonly StateInstance[];
  readonly outputs: Record<
    string,
    { readonly value: JsonValue; readonly sensitive: boolean }
  >;
}

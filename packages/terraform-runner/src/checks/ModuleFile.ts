/** One file of a bundle, decoded. */
export type BundleFile = { path: string; content: Buffer };

/** A Terraform file whose syntax was read: HCL in the JSON form of hcl2json, or JSON as it is. */
export type ModuleFile = {
  path: string;
  /** Folder of the module that the file belongs to; empty for the root module. */
  folder: string;
  text: string;
  body: unknown;
};

/** One file of a Terraform root module. */
export interface BundleFile {
  /** Relative to the module's folder, with `/`. */
  path: string;
  content: Buffer;
}

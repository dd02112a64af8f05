import type { ModuleFile } from './ModuleFile';
import type { Problem } from './Problem';

export type RuleContext = {
  files: ModuleFile[];
  /** Paths of all files of the bundle. */
  paths: ReadonlySet<string>;
  /** Provider sources that a module may use, such as `registry.terraform.io/hashicorp/aws`. */
  allowedProviders: readonly string[];
};

/** One thing that a module must not do. */
export type Rule = (context: RuleContext) => Problem[];

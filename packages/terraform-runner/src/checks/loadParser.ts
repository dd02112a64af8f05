import { parse } from '@cdktf/hcl2json';

type Parser = (file: string, text: string) => Promise<Record<string, unknown>>;

let parser: Promise<Parser> | undefined;

/**
 * The HCL parser: Terraform's own, compiled to WebAssembly. It takes 0.2 s to start, so the program asks for
 * it before there is anything to parse.
 */
export function loadParser(): Promise<Parser> {
  parser ??= parse('empty.tf', '').then(() => parse);
  return parser;
}

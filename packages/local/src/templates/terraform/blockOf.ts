import { lineOf } from '@terrastage/terraform-runner/checks';
import type { Finding } from '../Finding';
import type { Skeleton } from '../read/TemplateSet';

/** A finding at the block that makes a planned resource: `aws_subnet.this["private-1"]` is `resource "aws_subnet" "this"`. */
export function findingAtBlock(
  { folder, module }: Skeleton,
  address: string,
  message: string,
): Finding {
  const [, type, name] =
    /^(?:module\.\S+?\.)*(\w+)\.([\w-]+)/.exec(address) ?? [];
  for (const { path, text } of module.files) {
    const line = type && lineOf(text, 'resource', `"${type}"`, `"${name}"`);
    if (line) return { file: `${folder}/${path}`, line, message };
  }
  return { file: folder, message };
}

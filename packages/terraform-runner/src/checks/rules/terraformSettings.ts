import { blocksOf } from '../blocksOf';
import { lineOf } from '../lineOf';
import type { Rule } from '../Rule';

const ALLOWED = new Set([
  'required_version',
  'required_providers',
  'provider_meta',
  '//',
]);

/** Backend, cloud and the like belong to the platform. */
export const terraformSettings: Rule = ({ files }) =>
  files.flatMap(({ path, text, body }) =>
    blocksOf(body, 'terraform', 0)
      .flatMap(block => Object.keys(block.body))
      .filter(setting => !ALLOWED.has(setting))
      .map(setting => ({
        file: path,
        line: lineOf(text, setting),
        message: `A module must not set "${setting}" in its terraform block: the platform decides where state lies and how Terraform runs`,
      })),
  );

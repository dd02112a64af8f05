import { blocksOf } from '../blocksOf';
import { lineOf } from '../lineOf';
import { staysInside } from '../literalPath';
import type { Rule } from '../Rule';

/** Attributes by which the AWS provider reads a file of the machine that it runs on. */
const ATTRIBUTES: Record<string, string> = {
  aws_lambda_function: 'filename',
  aws_lambda_layer_version: 'filename',
  aws_s3_bucket_object: 'source',
  aws_s3_object: 'source',
  aws_synthetics_canary: 'zip_file',
};

/** The provider must not carry the runner's own files into AWS. */
export const localFileAttributes: Rule = ({ files }) =>
  files.flatMap(({ path, text, body }) =>
    blocksOf(body, 'resource', 2).flatMap(
      ({ labels: [type, name], body: resource }) => {
        const attribute = Object.hasOwn(ATTRIBUTES, type)
          ? ATTRIBUTES[type]
          : undefined;
        const value = attribute && resource[attribute];
        if (value === undefined || value === null) {
          return [];
        }
        return typeof value === 'string' && staysInside(value)
          ? []
          : [
              {
                file: path,
                line: lineOf(text, 'resource', type, name),
                message: `${type}.${name} may take its ${attribute} only from a file of the module, by a literal path such as "\${path.module}/function.zip"`,
              },
            ];
      },
    ),
  );

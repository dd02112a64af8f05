import type { ModuleFacts } from '../checks/ModuleFacts';

const REGION = '${var.terrastage_region}';
const DEFAULT_TAGS = { tags: '${var.terrastage_tags}' };

/**
 * Files by which the server's region and tags reach the AWS provider. They only refer to variables, whose
 * values stand in `terraform.tfvars.json`: Terraform evaluates strings here, but takes those literally.
 *
 * A provider block that a module has itself is changed by an override file, which can set what is in it but
 * can add none; another region for an alias is the module's business.
 */
export function platformFiles({ aws }: ModuleFacts): Record<string, object> {
  const variable = {
    terrastage_region: { type: 'string' },
    terrastage_tags: { type: 'map(string)' },
  };
  if (!aws) {
    return { 'terrastage.tf.json': { variable } };
  }
  const standard = { region: REGION, default_tags: DEFAULT_TAGS };
  const overrides = [
    ...(aws.hasDefault ? [standard] : []),
    ...aws.aliases.map(alias => ({ alias, default_tags: DEFAULT_TAGS })),
  ];
  return {
    'terrastage.tf.json': {
      variable,
      ...(aws.hasDefault ? {} : { provider: { [aws.localName]: standard } }),
    },
    ...(overrides.length > 0
      ? {
          'terrastage_override.tf.json': {
            provider: { [aws.localName]: overrides },
          },
        }
      : {}),
  };
}

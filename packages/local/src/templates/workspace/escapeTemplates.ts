/**
 * Values as Terraform has to find them in JSON configuration and JSON tests, where it evaluates strings. In
 * `terraform.tfvars.json` it does not.
 */
export function escapeTemplates(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'string' ? part.replace(/([$%])\{/g, '$1$1{') : part,
  );
}

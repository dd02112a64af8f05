import type { JsonValue } from '../protocol';
import type { Job } from '../protocol';

/** `terraform.tfvars.json`: the one place where a user's value goes. Strings in it are literal. */
export function valuesFile(job: Job): Record<string, JsonValue> {
  return {
    ...job.variables,
    terrastage_region: job.aws.region,
    terrastage_tags: job.tags,
  };
}

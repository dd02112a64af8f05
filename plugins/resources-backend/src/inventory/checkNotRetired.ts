import type { Manifest } from '@terrastage/plugin-resources-common';
import { UnprocessableError } from '../http/HttpErrors';

/** @throws UnprocessableError for a template that makes no new resources. */
export function checkNotRetired({ type, retired }: Manifest): void {
  if (retired) {
    throw new UnprocessableError(
      `The template '${type}' is retired since version ${retired.since} and makes no new resources: ${retired.message}`,
    );
  }
}

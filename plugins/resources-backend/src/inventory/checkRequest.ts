import { InputError, NotAllowedError } from '@backstage/errors';
import type { CreateResourceRequest } from '@terrastage/plugin-resources-common';
import type { Caller } from '../access/Caller';
import type {
  EnvironmentConfig,
  ResourcesConfig,
} from '../config/ResourcesConfig';
import { checkText } from '../bundles/checkText';
import { checkLifetime } from '../leases/checkLifetime';
import { PayloadTooLargeError } from '../http/HttpErrors';
import { MAX_REQUEST_BYTES } from '../http/limits';

export interface CheckedRequest {
  /** As the catalog has it. */
  readonly owner: string;
  readonly environment: EnvironmentConfig;
}

/**
 * Holds a request against the configuration's lists and the caller's groups.
 *
 * @throws InputError naming the field, NotAllowedError for an owner that the caller isn't in, PayloadTooLargeError.
 */
export function checkRequest(
  request: Omit<CreateResourceRequest, 'expiresAt'> & { expiresAt?: string },
  caller: Extract<Caller, { type: 'user' }>,
  config: ResourcesConfig,
  now: Date,
): CheckedRequest {
  const { bundle, ...rest } = request;
  if (Buffer.byteLength(JSON.stringify(rest)) > MAX_REQUEST_BYTES) {
    throw new PayloadTooLargeError(
      `The request has more than ${MAX_REQUEST_BYTES} bytes apart from its bundle`,
    );
  }
  checkText(rest, 'request');
  const environment = Object.hasOwn(config.environments, request.environment)
    ? config.environments[request.environment]
    : undefined;
  if (!environment) {
    throw new InputError(
      `environment: '${request.environment}' is not one of ${Object.keys(
        config.environments,
      ).join(', ')}`,
    );
  }
  const costCenters = config.costCenters.map(({ name }) => name);
  if (!costCenters.includes(request.costCenter)) {
    throw new InputError(
      `costCenter: '${request.costCenter}' is not one of ${costCenters.join(
        ', ',
      )}`,
    );
  }
  if (request.expiresAt && new Date(request.expiresAt) <= now) {
    throw new InputError('expiresAt: is in the past');
  }
  if (request.expiresAt) {
    checkLifetime(
      'expiresAt',
      new Date(request.expiresAt),
      request.environment,
      environment,
      now,
    );
  }
  const owner = request.owner.toLowerCase();
  if (!caller.owners.includes(owner)) {
    throw new NotAllowedError(
      `owner: ${request.owner} is neither you nor a group that you are in`,
    );
  }
  return { owner, environment };
}

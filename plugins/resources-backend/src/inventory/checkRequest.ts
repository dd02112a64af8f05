import { InputError } from '@backstage/errors';
import type { CreateResourceRequest } from '@terrastage/plugin-resources-common';
import type {
  EnvironmentConfig,
  ResourcesConfig,
} from '../config/ResourcesConfig';
import { checkText } from '../bundles/checkText';
import { checkLifetime } from '../leases/checkLifetime';
import { PayloadTooLargeError } from '../http/HttpErrors';
import { MAX_REQUEST_BYTES } from '../http/limits';

/**
 * Holds a request against the configuration's lists.
 *
 * @returns the environment that it names.
 * @throws InputError naming the field, PayloadTooLargeError.
 */
export function checkRequest(
  request: Omit<CreateResourceRequest, 'expiresAt'> & { expiresAt?: string },
  config: ResourcesConfig,
  now: Date,
): EnvironmentConfig {
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
  return environment;
}

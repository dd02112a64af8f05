import { InputError } from '@backstage/errors';
import {
  createResourceRequestSchema,
  type CreateResourceRequest,
} from '@terrastage/plugin-resources-common';
import type { ReadBundle } from '../bundle/BundleReader';
import type { ResourceInput } from './resourceInput';

export interface RequestParts {
  input: ResourceInput;
  bundle: ReadBundle;
  expiresAt?: string;
  templateRef?: string;
}

/** A field of a form that nobody touched is empty, or an empty text. */
function usedResources(uses: ResourceInput['uses']): unknown {
  return (
    uses &&
    Object.fromEntries(
      Object.entries(uses).filter(
        ([, used]) => used !== '' && used !== null && used !== undefined,
      ),
    )
  );
}

/**
 * The portal's request for a resource. It is checked here by the portal's own schema, which the portal does
 * again with what only it knows.
 *
 * @throws InputError with the path of the input that is wrong.
 */
export function toRequest(parts: RequestParts): CreateResourceRequest {
  const { input, bundle, expiresAt, templateRef } = parts;
  const { files, manifest } = bundle;
  if (input.type !== undefined && input.type !== manifest.type) {
    throw new InputError(
      `type: the skeleton makes '${manifest.type}', not '${input.type}'`,
    );
  }
  const { data, error } = createResourceRequestSchema.safeParse({
    type: manifest.type,
    name: input.name,
    description: input.description || undefined,
    environment: input.environment,
    owner: input.owner,
    system: input.system || undefined,
    costCenter: input.costCenter,
    variables: input.variables,
    uses: usedResources(input.uses),
    bundle: {
      files: files.map(({ path, content }) => ({
        path,
        content: content.toString('base64'),
      })),
    },
    templateRef,
    templateCommit: bundle.commit,
    parameters: withoutResourceId(input.parameters),
    expiresAt,
    adopt: input.adopt ? { id: input.adopt } : undefined,
  });
  if (error) {
    throw new InputError(
      error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  return data;
}

/** Which resource it was is no part of what it is. */
function withoutResourceId(
  parameters: ResourceInput['parameters'],
): ResourceInput['parameters'] {
  if (!parameters) {
    return undefined;
  }
  const { resourceId, ...rest } = parameters;
  return rest;
}

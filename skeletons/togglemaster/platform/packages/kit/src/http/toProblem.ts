import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { Problem, type FieldFault } from './Problem.ts';
import { problems } from './problems.ts';

/** Fastify's own refusals, such as a body too large, keep their 4xx status. */
const FRAMEWORK_REFUSAL: Record<number, string> = {
  400: 'malformed',
  413: 'too-large',
  415: 'media-type',
};

/** What a client is told about an error; anything unforeseen is a bare 500. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return validation(error);
  const { statusCode, message } = error as FastifyError;
  const code = statusCode ? FRAMEWORK_REFUSAL[statusCode] : undefined;
  if (statusCode && code) {
    return new Problem({
      status: statusCode,
      code,
      title: 'The request is not valid',
      detail: message,
    });
  }
  return new Problem({
    status: 500,
    code: 'internal',
    title: 'Something failed on our side',
    cause: error,
  });
}

/** What a body of many small faults is told at most. */
const MAX_FAULTS = 100;

type ZodFault = {
  keyword: string;
  instancePath: string;
  message?: string;
  params: { keys?: string[] };
};

function validation(error: {
  validationContext?: string;
  validation: unknown;
}): Problem {
  const where = error.validationContext ?? 'request';
  const faults = error.validation as ZodFault[];
  const errors = faults
    .flatMap(fault => fieldFaults(where, fault))
    .slice(0, MAX_FAULTS);
  const first = errors[0];
  return problems.invalid(
    first ? `${first.path}: ${first.message}` : 'not valid',
    errors,
  );
}

function fieldFaults(where: string, fault: ZodFault): FieldFault[] {
  const { keyword, instancePath, message, params } = fault;
  const path = instancePath === '/' ? where : `${where}${instancePath}`;
  if (keyword === 'unrecognized_keys' && params.keys) {
    return params.keys.map(key => ({
      path: `${path}/${key}`,
      message: 'there is no such property',
    }));
  }
  return [{ path, message: message ?? 'not valid' }];
}

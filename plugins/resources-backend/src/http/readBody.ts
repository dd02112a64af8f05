import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import { PayloadTooLargeError, UnsupportedMediaTypeError } from './HttpErrors';

/**
 * The JSON body of a request, at most `limit` bytes; none at all is `{}`.
 *
 * @throws PayloadTooLargeError (413), UnsupportedMediaTypeError (415) for another content type or a compressed
 * body, InputError (400) for what is no JSON.
 */
export async function readBody(
  request: Request,
  response: Response,
  limit: number,
): Promise<unknown> {
  const body = await readBytes(request, response, limit);
  if (body.length === 0) {
    return {};
  }
  if (!request.is('application/json')) {
    throw new UnsupportedMediaTypeError('The body must be application/json');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw new InputError('The body is not JSON in UTF-8', error);
  }
}

function readBytes(
  request: Request,
  response: Response,
  limit: number,
): Promise<Buffer> {
  const read = express.raw({ type: () => true, limit, inflate: false });
  return new Promise((resolve, reject) =>
    read(request, response, (error?: unknown) => {
      if (error) {
        reject(explain(error, limit));
      } else {
        resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      }
    }),
  );
}

function explain(error: unknown, limit: number): unknown {
  switch ((error as { type?: string }).type) {
    case 'entity.too.large':
      return new PayloadTooLargeError(
        `The request is larger than ${limit} bytes`,
      );
    case 'encoding.unsupported':
      return new UnsupportedMediaTypeError('The body must not be compressed');
    default:
      return error;
  }
}

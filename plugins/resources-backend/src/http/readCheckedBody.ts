import type { Request, Response } from 'express';
import { checkJson } from './checkJson';
import { readBody } from './readBody';

/** {@link readBody} for what users send: also refuses what {@link checkJson} refuses. */
export async function readCheckedBody(
  request: Request,
  response: Response,
  limit: number,
): Promise<unknown> {
  const value = await readBody(request, response, limit);
  checkJson(value);
  return value;
}

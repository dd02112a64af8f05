import { InputError } from '@backstage/errors';
import { resourceSortColumns } from '@terrastage/plugin-resources-common';
import { z } from 'zod';
import type { Cursor, ListQuery } from './ListQuery';

const timeColumns = ['createdAt', 'updatedAt', 'expiresAt'];

function isOfItsColumn({ sort, value }: Pick<Cursor, 'sort' | 'value'>) {
  if (value === undefined) {
    return sort === 'expiresAt';
  }
  return timeColumns.includes(sort)
    ? z.iso.datetime().safeParse(value).success
    : !value.includes('\0');
}

const cursorSchema = z
  .strictObject({
    sort: z.enum(resourceSortColumns),
    order: z.enum(['asc', 'desc']),
    direction: z.enum(['next', 'prev']),
    value: z.string().max(300).optional(),
    id: z.uuid(),
  })
  .refine(isOfItsColumn);

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws InputError when it is no cursor, or one of another order. */
export function decodeCursor(
  text: string,
  { sort, order }: Pick<ListQuery, 'sort' | 'order'>,
): Cursor {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    throw new InputError('cursor: is not a cursor of this list', error);
  }
  const { success, data } = cursorSchema.safeParse(value);
  if (!success) {
    throw new InputError('cursor: is not a cursor of this list');
  }
  if (data.sort !== sort || data.order !== order) {
    throw new InputError(
      `cursor: is one of a list sorted by ${data.sort} ${data.order}; begin again without it`,
    );
  }
  return data;
}

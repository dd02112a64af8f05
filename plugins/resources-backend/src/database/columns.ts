import type { Knex } from 'knex';
import { groupBy } from 'lodash';

/** Values by column, those of JSON columns as they are. */
export type Columns = Record<string, unknown>;

/** For Knex, which would take an array for one of PostgreSQL's. */
export function withJson(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      isJson(value) ? JSON.stringify(value) : value,
    ]),
  );
}

/** Updates rows of a table by their ids, in one statement for all that get the same columns. */
export async function updateEach(
  knex: Knex,
  table: string,
  rows: ReadonlyArray<Columns & { id: string }>,
): Promise<void> {
  const groups = groupBy(rows, row => Object.keys(row).sort().join());
  for (const group of Object.values(groups)) {
    const names = Object.keys(group[0]).filter(name => name !== 'id');
    await knex.raw(
      `UPDATE ?? SET ${names.map(() => '?? = ??').join(', ')}
       FROM jsonb_populate_recordset(NULL::??, ?::jsonb) AS patch
       WHERE ?? = patch.id`,
      [
        table,
        ...names.flatMap(name => [name, `patch.${name}`]),
        table,
        JSON.stringify(group),
        `${table}.id`,
      ],
    );
  }
}

function isJson(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Date)
  );
}

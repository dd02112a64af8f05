import type { Queryable, Row } from '@togglemaster/kit';
import type { Segment } from '@togglemaster/rules';
import type { Place } from '../Place.ts';

/** Rows of the table `segments`. */
export class SegmentStore {
  /** All of an environment without `keys`. */
  async list(
    db: Queryable,
    { project, environment }: Place,
    keys?: string[],
  ): Promise<Segment[]> {
    const rows = await db.query(
      `SELECT * FROM segments WHERE project = $1 AND environment = $2
         AND ($3::text[] IS NULL OR key = ANY($3)) ORDER BY key`,
      [project, environment, keys ?? null],
    );
    return rows.map(toSegment);
  }

  /** @returns what was there before */
  async put(
    tx: Queryable,
    { project, environment }: Place,
    segment: Segment,
    at: Date,
  ): Promise<Segment | undefined> {
    const [before] = await tx.query(
      `SELECT * FROM segments WHERE project = $1 AND environment = $2
         AND key = $3 FOR UPDATE`,
      [project, environment, segment.key],
    );
    await tx.query(
      `INSERT INTO segments (project, environment, key, name, included,
         excluded, conditions, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (project, environment, key) DO UPDATE SET name = $4,
         included = $5, excluded = $6, conditions = $7, updated_at = $8`,
      [
        project,
        environment,
        segment.key,
        segment.name,
        segment.included,
        segment.excluded,
        JSON.stringify(segment.conditions),
        at,
      ],
    );
    return before && toSegment(before);
  }

  /** @returns what was removed */
  async remove(
    tx: Queryable,
    { project, environment }: Place,
    key: string,
  ): Promise<Segment | undefined> {
    const [row] = await tx.query(
      `DELETE FROM segments WHERE project = $1 AND environment = $2 AND key = $3
       RETURNING *`,
      [project, environment, key],
    );
    return row && toSegment(row);
  }

  /** Flags with a rule that asks for the segment. */
  async usedBy(
    db: Queryable,
    { project, environment }: Place,
    key: string,
  ): Promise<string[]> {
    const rows = await db.query<{ flag: string }>(
      `SELECT DISTINCT flag FROM rules WHERE project = $1 AND environment = $2
         AND conditions @> $3::jsonb ORDER BY flag`,
      [project, environment, JSON.stringify([{ segment: key }])],
    );
    return rows.map(({ flag }) => flag);
  }
}

function toSegment(row: Row): Segment {
  return {
    key: row.key as string,
    name: row.name as string,
    included: row.included as string[],
    excluded: row.excluded as string[],
    conditions: row.conditions as Segment['conditions'],
  };
}

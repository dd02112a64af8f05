import type { Manifest } from '@terrastage/plugin-resources-common';
import type { Knex } from 'knex';
import type { SkeletonRecord } from './SkeletonRecord';
import type { SkeletonStore } from './SkeletonStore';

interface SkeletonRow {
  type: string;
  name: string;
  version: string;
  bundle_digest: string;
  commit: string | null;
  changelog: string;
  manifest: Manifest;
}

export class DatabaseSkeletonStore implements SkeletonStore {
  constructor(private readonly knex: Knex) {}

  async put(
    skeleton: Omit<SkeletonRecord, 'manifest'>,
    publishedAt: Date,
  ): Promise<void> {
    await this.knex('skeletons')
      .insert({
        type: skeleton.type,
        name: skeleton.name,
        version: skeleton.version,
        bundle_digest: skeleton.bundleDigest,
        commit: skeleton.commit ?? null,
        changelog: skeleton.changelog,
        published_at: publishedAt,
      })
      .onConflict('type')
      .merge();
  }

  async get(type: string): Promise<SkeletonRecord | undefined> {
    const row: SkeletonRow | undefined = await this.rows()
      .where({ type })
      .first();
    return (
      row && {
        type: row.type,
        name: row.name,
        version: row.version,
        bundleDigest: row.bundle_digest,
        commit: row.commit ?? undefined,
        changelog: row.changelog,
        manifest: row.manifest,
      }
    );
  }

  async versions(): Promise<Map<string, string>> {
    const rows: Array<Pick<SkeletonRow, 'type' | 'version'>> = await this.knex(
      'skeletons',
    )
      .join('bundles', 'bundles.digest', 'skeletons.bundle_digest')
      .whereRaw(`bundles.manifest -> 'retired' IS NULL`)
      .select('type', 'version');
    return new Map(rows.map(({ type, version }) => [type, version]));
  }

  async titles(): Promise<Array<{ name: string; title: string }>> {
    const rows: SkeletonRow[] = await this.rows();
    return rows
      .map(({ type, manifest }) => ({ name: type, title: manifest.title }))
      .sort((a, b) => a.title.localeCompare(b.title));
  }

  private rows(): Knex.QueryBuilder {
    return this.knex('skeletons')
      .join('bundles', 'bundles.digest', 'skeletons.bundle_digest')
      .select('skeletons.*', 'bundles.manifest');
  }
}

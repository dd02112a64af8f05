import type { Knex } from 'knex';
import type { BundleRecord } from './BundleRecord';
import type { BundleStore } from './BundleStore';
import { fromBundleRow, type BundleRow } from './rows';

export class DatabaseBundleStore implements BundleStore {
  constructor(private readonly knex: Knex) {}

  async put(bundle: BundleRecord, createdAt: Date): Promise<void> {
    await this.knex('bundles')
      .insert({
        digest: bundle.digest,
        content: bundle.content,
        size_bytes: bundle.sizeBytes,
        manifest: JSON.stringify(bundle.manifest),
        created_at: createdAt,
      })
      .onConflict('digest')
      .ignore();
  }

  async get(digest: string): Promise<BundleRecord | undefined> {
    const row = await this.knex<BundleRow>('bundles').where({ digest }).first();
    return row && fromBundleRow(row);
  }
}

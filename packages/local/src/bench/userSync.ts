import { benchUserSync } from '@terrastage/plugin-catalog-backend-module-cognito/bench';
import type { Report } from './Report';

export type UserSyncOptions = {
  aws: { url: string };
  report: Report;
  users: number;
  groups: number;
};

/** Everybody of a company into an empty pool, and again without a change. */
export async function userSync({
  aws,
  report,
  users,
  groups,
}: UserSyncOptions): Promise<void> {
  const figures = await benchUserSync(aws, users, groups);
  report.heading('Users and groups of the catalog into a Cognito pool');
  for (const { name, totalCalls, seconds } of figures) {
    report.add({ name, value: seconds, unit: 's' });
    report.add({ name: `${name}: calls`, value: totalCalls, unit: 'calls' });
  }
}

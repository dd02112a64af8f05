import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Progress } from '../progress/createProgress';
import { need } from '../start/StartContext';
import { startTerrastage } from '../start/startTerrastage';
import { benchPeople, DEVELOPER_OF_FIVE } from './benchPeople';
import { BenchPortal } from './BenchPortal';
import type { SeededPerson } from '../cognito/seedPeople';
import { changeToPlan } from './changeToPlan';
import { listAgainstSql } from './listAgainstSql';
import { listWithPermissions } from './listWithPermissions';
import { manyAtOnce } from './manyAtOnce';
import { eachTemplate } from './eachTemplate';
import { mixedAtOnce } from './mixedAtOnce';
import { MixedWork, type WorkType } from './MixedWork';
import { queueOnKubernetes } from './queueOnKubernetes';
import { Report } from './Report';
import { submitToActive } from './submitToActive';
import { TerraformByHand } from './TerraformByHand';
import { userSync } from './userSync';
import { withPortalOnKubernetes } from './withPortalOnKubernetes';

/** In the order in which they are measured: the list is last, since its rows slow down the others. */
export const benchCases = [
  'users',
  'bucket',
  'change',
  'many',
  'templates',
  'mixed',
  'queue',
  'permissions',
  'list',
] as const;

export type BenchCase = (typeof benchCases)[number];

const SLOW_TYPES = ['vpc', 'ec2-instance', 'rds-database'] as const;
const ALL_TYPES = ['s3-bucket', ...SLOW_TYPES] as const;

/**
 * `npm run bench`: a portal of its own beside the same work by hand, on one machine in one run.
 *
 * @param chosen - which cases; default: all.
 * @returns how many figures miss their bound.
 */
export async function runBench(
  progress: Progress,
  write: (line: string) => void,
  chosen: readonly BenchCase[] = benchCases,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'terrastage-bench-'));
  const started = await startTerrastage({
    mode: 'start',
    progress,
    runDir: join(folder, 'run'),
    configFiles: [await benchPeople(join(folder, 'people'))],
  });
  try {
    const { context } = started;
    const ports = need(context, 'ports');
    const postgres = need(context, 'postgres');
    const aws = need(context, 'aws');
    const people = need(context, 'people');
    const signIn = (person: SeededPerson) =>
      BenchPortal.signIn({
        backendUrl: `http://localhost:${ports.portal}`,
        cognitoUrl: need(context, 'cognito').url,
        ...person,
      });
    const portal = await signIn(adminOf(people));
    const handFor = (type: WorkType) =>
      new TerraformByHand({
        skeleton: join(context.root, 'skeletons', 'terraform', type),
        terraform: need(context, 'terraform').path,
        workDir: join(folder, 'by-hand'),
        stateBucket: need(context, 'settings').environments[0].stateBucket,
        env: {
          ...aws.env,
          TF_CLI_CONFIG_FILE: need(context, 'cliConfig').file,
        },
      });
    const byHand = handFor('s3-bucket');
    const work = new MixedWork({
      portal,
      byHand: {
        's3-bucket': byHand,
        vpc: handFor('vpc'),
        'ec2-instance': handFor('ec2-instance'),
        'rds-database': handFor('rds-database'),
      },
    });
    const report = new Report(write);

    const cases: Record<BenchCase, () => Promise<void>> = {
      users: () => userSync({ aws, report, users: 1_000, groups: 100 }),
      bucket: () => submitToActive({ portal, byHand, report, rounds: 5 }),
      change: () => changeToPlan({ portal, byHand, report, rounds: 5 }),
      many: () =>
        manyAtOnce({ portal, byHand, report, count: 20, parallel: 4 }),
      templates: async () => {
        await work.prepare();
        await eachTemplate({ work, report, types: SLOW_TYPES, rounds: 2 });
      },
      mixed: async () => {
        await work.prepare();
        await mixedAtOnce({
          work,
          report,
          types: [...ALL_TYPES, ...ALL_TYPES],
        });
      },
      queue: () =>
        withPortalOnKubernetes(started, 800, cluster =>
          withDatabase(postgres, async db =>
            queueOnKubernetes({
              portal: await signIn(adminOf(people)),
              cluster,
              db,
              report,
              count: 200,
            }),
          ),
        ),
      permissions: () =>
        withDatabase(postgres, async db =>
          listWithPermissions({
            admin: portal,
            developer: await signIn(
              people.find(({ id }) => id === DEVELOPER_OF_FIVE)!,
            ),
            db,
            report,
            count: 10_000,
            rounds: 20,
          }),
        ),
      list: () =>
        withDatabase(postgres, db =>
          listAgainstSql({ portal, db, report, count: 100_000, requests: 200 }),
        ),
    };
    for (const name of chosen) {
      await cases[name]();
    }
    return report.missed().length;
  } finally {
    await started.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nobody else's list has every resource. */
function adminOf(people: SeededPerson[]): SeededPerson {
  const admin = people.find(({ groups }) => groups.includes('platform'));
  if (!admin) {
    throw new Error('Nobody in catalog/users.yaml is in the group platform');
  }
  return admin;
}

async function withDatabase(
  postgres: { host: string; port: number; user: string; password: string },
  use: (db: Client) => Promise<void>,
): Promise<void> {
  const { host, port, user, password } = postgres;
  const database = 'backstage_plugin_resources';
  const db = new Client({ host, port, user, password, database });
  await db.connect();
  try {
    await use(db);
  } finally {
    await db.end();
  }
}

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
import { Report } from './Report';
import { submitToActive } from './submitToActive';
import { TerraformByHand } from './TerraformByHand';
import { userSync } from './userSync';

/**
 * `npm run bench`: a portal of its own beside the same work by hand, on one machine in one run.
 *
 * @returns how many figures miss their bound.
 */
export async function runBench(
  progress: Progress,
  write: (line: string) => void,
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
    const byHand = new TerraformByHand({
      skeleton: join(context.root, 'skeletons', 'terraform', 's3-bucket'),
      terraform: need(context, 'terraform').path,
      workDir: join(folder, 'by-hand'),
      stateBucket: need(context, 'settings').environments[0].stateBucket,
      env: {
        ...aws.env,
        TF_CLI_CONFIG_FILE: need(context, 'cliConfig').file,
      },
    });
    const report = new Report(write);

    await userSync({ aws, report, users: 1_000, groups: 100 });
    await submitToActive({ portal, byHand, report, rounds: 5 });
    await changeToPlan({ portal, byHand, report, rounds: 5 });
    await manyAtOnce({ portal, byHand, report, count: 20, parallel: 4 });
    const db = new Client({
      host: postgres.host,
      port: postgres.port,
      user: postgres.user,
      password: postgres.password,
      database: 'backstage_plugin_resources',
    });
    await db.connect();
    try {
      await listWithPermissions({
        admin: portal,
        developer: await signIn(
          people.find(({ id }) => id === DEVELOPER_OF_FIVE)!,
        ),
        db,
        report,
        count: 10_000,
        rounds: 20,
      });
      await listAgainstSql({
        portal,
        db,
        report,
        count: 100_000,
        requests: 200,
      });
    } finally {
      await db.end();
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

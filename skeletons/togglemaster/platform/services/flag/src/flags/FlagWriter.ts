import { touch, type Act, type Audit } from '@togglemaster/changes';
import { isUniqueViolation, problems, type Queryable } from '@togglemaster/kit';
import {
  longestChain,
  MAX_PREREQUISITE_DEPTH,
  prerequisiteCircle,
  variantFaults,
} from '@togglemaster/rules';
import { isDeepStrictEqual } from 'node:util';
import { ProjectStore } from '../projects/ProjectStore.ts';
import type { Flag, FlagUpdate, NewFlag, Settings } from './Flag.ts';
import { FlagStore } from './FlagStore.ts';

/**
 * Every way in which a flag changes: in a transaction, with its audit entry and
 * its outbox rows.
 */
export class FlagWriter {
  readonly #audit: Audit;
  readonly #newId: () => string;
  readonly #flags = new FlagStore();
  readonly #projects = new ProjectStore();

  constructor(options: { audit: Audit; newId: () => string }) {
    this.#audit = options.audit;
    this.#newId = options.newId;
  }

  /** It is off everywhere. @throws Problem 404, 409 */
  async create(tx: Queryable, given: NewFlag, act: Act): Promise<Flag> {
    const { defaultVariant, offVariant, ...definition } = given;
    const project = await this.#projects.lock(tx, given.project);
    if (!project) throw problems.notFound('No project of that name');
    const environments = await this.#projects.environments(tx, given.project);
    if (environments.length === 0) {
      // Its variants by default and when off are kept by environment.
      throw problems.conflict(
        `The project ${given.project} has no environment yet: make one first (POST /projects/${given.project}/environments)`,
      );
    }
    const settings: Settings = {
      enabled: false,
      defaultVariant,
      offVariant,
      prerequisites: [],
      revision: 1,
    };
    const flag: Flag = {
      id: this.#newId(),
      ...definition,
      revision: 1,
      createdAt: act.at.toISOString(),
      updatedAt: act.at.toISOString(),
      environments: Object.fromEntries(
        environments.map(({ key }) => [key, settings]),
      ),
    };
    try {
      await this.#flags.insert(tx, flag);
    } catch (error) {
      if (isUniqueViolation(error)) {
        throw problems.conflict(`There is a flag ${flag.key} already`);
      }
      throw error;
    }
    await this.#done(tx, act, 'flag.created', undefined, flag);
    return flag;
  }

  /** @throws Problem 404; 409 for an old revision or a variant in use */
  async update(
    tx: Queryable,
    id: string,
    { revision, ...change }: FlagUpdate,
    act: Act,
  ): Promise<Flag> {
    const before = await this.#lock(tx, id);
    assertRevision(before.revision, revision);
    const faults = variantFaults(before.type, change.variants);
    if (faults.length > 0) {
      throw problems.invalid(
        'Variants have to be of the type of the flag',
        faults.map(({ variant, message }) => ({
          path: `body/variants/${variant}`,
          message,
        })),
      );
    }
    for (const [environment, settings] of Object.entries(before.environments)) {
      assertVariants(change.variants, settings, environment);
    }
    await this.#assertUnneeded(tx, before, change.variants);
    await this.#flags.update(tx, {
      ...before,
      ...change,
      updatedAt: act.at.toISOString(),
    });
    const after = await this.#lock(tx, id);
    await this.#done(tx, act, 'flag.updated', before, after);
    return after;
  }

  /** @throws Problem 404; 409 for an old revision; 422 for what does not fit */
  async updateSettings(
    tx: Queryable,
    id: string,
    environment: string,
    change: Settings,
    act: Act,
  ): Promise<Flag> {
    const before = await this.#lock(tx, id);
    const current = before.environments[environment];
    if (!current) throw problems.notFound('No environment of that name');
    assertRevision(current.revision, change.revision);
    assertVariants(before.variants, change, environment);
    await this.#assertPrerequisites(tx, before, environment, change);
    await this.#flags.updateSettings(tx, id, environment, change);
    const after = await this.#lock(tx, id);
    await this.#done(tx, act, 'flag.settings', before, after, [environment]);
    return after;
  }

  /** Turns it off, in one environment or in all. */
  async kill(
    tx: Queryable,
    id: string,
    environment: string | undefined,
    act: Act,
  ): Promise<Flag> {
    const before = await this.#lock(tx, id);
    const all = Object.keys(before.environments);
    if (environment !== undefined && !all.includes(environment)) {
      throw problems.notFound('No environment of that name');
    }
    const names = environment === undefined ? all : [environment];
    for (const name of names) {
      const settings = before.environments[name]!;
      await this.#flags.updateSettings(tx, id, name, {
        ...settings,
        enabled: false,
      });
    }
    const after = await this.#lock(tx, id);
    await this.#done(tx, act, 'flag.killed', before, after, names);
    return after;
  }

  /** @throws Problem 404; 409 while other flags depend on it */
  async remove(tx: Queryable, id: string, act: Act): Promise<void> {
    const before = await this.#lock(tx, id);
    const dependents = await tx.query<{ key: string }>(
      `SELECT DISTINCT f.key FROM flags f JOIN flag_settings s ON s.flag_id = f.id
       WHERE f.project = $1 AND s.prerequisites @> $2::jsonb`,
      [before.project, JSON.stringify([{ flag: before.key }])],
    );
    if (dependents.length > 0) {
      const names = dependents.map(({ key }) => key).join(', ');
      throw problems.conflict(
        `${before.key} is a prerequisite of ${names}: remove it there first`,
      );
    }
    await this.#flags.remove(tx, id);
    await this.#done(tx, act, 'flag.deleted', before, undefined);
  }

  /** Without the variant that it waits for, another flag would be off for all. */
  async #assertUnneeded(
    tx: Queryable,
    { project, key, variants: before }: Flag,
    after: Flag['variants'],
  ) {
    const gone = Object.keys(before).filter(
      name => !Object.hasOwn(after, name),
    );
    if (gone.length === 0) return;
    // Who makes it a prerequisite at the same time holds this too.
    await this.#projects.lock(tx, project);
    const [needed] = await tx.query<{ key: string; variant: string }>(
      `SELECT f.key, variant FROM flags f
       JOIN flag_settings s ON s.flag_id = f.id,
       jsonb_to_recordset(s.prerequisites) AS p (flag text, variants jsonb),
       jsonb_array_elements_text(p.variants) AS variant
       WHERE f.project = $1 AND p.flag = $2 AND variant = ANY($3) LIMIT 1`,
      [project, key, gone],
    );
    if (needed) {
      throw problems.conflict(
        `${needed.key} has ${key} with the variant ${needed.variant} as a prerequisite: remove it there first`,
      );
    }
  }

  async #lock(tx: Queryable, id: string): Promise<Flag> {
    const found = await this.#flags.lock(tx, id);
    if (!found) throw problems.notFound(`No flag ${id}`);
    return found;
  }

  async #assertPrerequisites(
    tx: Queryable,
    flag: Flag,
    environment: string,
    change: Settings,
  ) {
    if (change.prerequisites.length === 0) return;
    // Two flags that come to need each other at once have to see each other.
    await this.#projects.lock(tx, flag.project);
    const states = await this.#flags.states(tx, flag.project, environment);
    const byKey = new Map(states.map(state => [state.key, state]));
    for (const { flag: key, variants } of change.prerequisites) {
      const unknown = variants.find(
        name => !Object.hasOwn(byKey.get(key)?.variants ?? {}, name),
      );
      if (unknown !== undefined) {
        throw problems.unprocessable(
          `There is no flag ${key} with a variant ${unknown}`,
        );
      }
    }
    const changed = [
      ...states.filter(({ key }) => key !== flag.key),
      { key: flag.key, prerequisites: change.prerequisites },
    ];
    const circle = prerequisiteCircle(changed, flag.key);
    if (circle) {
      throw problems.unprocessable(
        `The prerequisites go round in a circle: ${circle.join(' -> ')}`,
      );
    }
    // What was stored before there was a limit may stay, and be turned off.
    const current = byKey.get(flag.key)?.prerequisites;
    if (isDeepStrictEqual(current, change.prerequisites)) return;
    const chain = longestChain(changed, flag.key);
    if (chain.length - 1 > MAX_PREREQUISITE_DEPTH) {
      const message = `at most ${MAX_PREREQUISITE_DEPTH} may follow one another: ${chain.join(' -> ')}`;
      throw problems.unprocessable(`prerequisites: ${message}`, [
        { path: 'body/prerequisites', message },
      ]);
    }
  }

  async #done(
    tx: Queryable,
    act: Act,
    action: string,
    before: Flag | undefined,
    after: Flag | undefined,
    environments?: string[],
  ) {
    const { project, key, id, environments: all } = (after ?? before)!;
    const names = (environments ?? Object.keys(all)).toSorted();
    for (const environment of names) {
      await touch(tx, { project, environment }, [key]);
    }
    await this.#audit.record(tx, act, {
      action,
      project,
      ...(environments?.length === 1 ? { environment: environments[0] } : {}),
      subject: id,
      before,
      after,
    });
  }
}

function assertRevision(current: number, given: number) {
  if (current !== given) {
    throw problems.conflict(
      `The flag has changed since revision ${given}; it is at ${current} now. Read it again`,
    );
  }
}

function assertVariants(
  variants: Flag['variants'],
  settings: Settings,
  environment: string,
) {
  for (const name of [settings.defaultVariant, settings.offVariant]) {
    if (!Object.hasOwn(variants, name)) {
      throw problems.unprocessable(
        `The flag needs a variant ${name}: ${environment} serves it`,
      );
    }
  }
}

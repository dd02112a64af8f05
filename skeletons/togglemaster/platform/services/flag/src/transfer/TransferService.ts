import type { Act } from '@togglemaster/changes';
import {
  problems,
  type Caller,
  type Database,
  type Principal,
  type Queryable,
} from '@togglemaster/kit';
import {
  fromFlagd,
  toFlagd,
  variants,
  type FlagdExport,
  type ImportedFlag,
} from '@togglemaster/rules';
import { isDeepStrictEqual } from 'node:util';
import type { Flag } from '../flags/Flag.ts';
import type { By } from '../flags/FlagService.ts';
import { FlagStore } from '../flags/FlagStore.ts';
import type { FlagWriter } from '../flags/FlagWriter.ts';
import type { ProjectService } from '../projects/ProjectService.ts';
import type { TargetingClient } from '../TargetingClient.ts';

export type TransferServiceOptions = {
  db: Database;
  writer: FlagWriter;
  projects: ProjectService;
  targeting: TargetingClient;
  committed(): void;
};

export type Place = { project: string; environment: string };
export type ImportResult = { created: string[]; updated: string[] };

/** Environments as flagd documents, out and in. */
export class TransferService {
  readonly #options: TransferServiceOptions;
  readonly #store = new FlagStore();

  constructor(options: TransferServiceOptions) {
    this.#options = options;
  }

  async exportTo(place: Place, caller: Caller): Promise<FlagdExport> {
    const { db, projects, targeting } = this.#options;
    const { project, environment } = place;
    await projects.environment(project, environment);
    const flags = await this.#store.states(db, project, environment);
    const rest = await targeting.everything(project, environment, caller);
    return toFlagd({ flags, ...rest });
  }

  /**
   * Flags that are not there are made, others changed. The flag service and the
   * targeting service keep their parts by themselves, so the whole is looked at
   * first; then flags are defined, get their rules, and are turned on last. When
   * that ends in between, nothing new is on, and doing it again is safe.
   *
   * @throws Problem 422 for a document with a fault, for a protected environment,
   * where each change wants its own approval, and for variants that would change
   * in one
   */
  async importFrom(
    place: Place,
    document: unknown,
    { principal, caller }: By,
    act: Act,
  ): Promise<ImportResult> {
    const { projects, targeting, db, committed } = this.#options;
    const { project, environment } = place;
    const target = await projects.environment(project, environment);
    if (target.protected) {
      throw problems.unprocessable(
        `${environment} is protected: import elsewhere and change flags one by one`,
      );
    }
    const { flags, faults } = fromFlagd(document);
    if (faults.length > 0) {
      throw problems.unprocessable('The document can not be imported', faults);
    }
    const rules = flags.map(({ key, rules: all }) => ({
      flag: key,
      rules: all,
    }));
    await targeting.check(project, environment, rules, caller);
    const environments = await projects.environments(project);
    const guarded = environments.find(one => one.protected)?.key;
    const result = await db.transaction(async tx => {
      const known = await this.#known(tx, project, flags);
      assertFits(flags, known, guarded, principal);
      return this.#define(tx, project, flags, known, act);
    });
    committed();
    await targeting.replace(project, environment, rules, caller);
    await db.transaction(tx => this.#turn(tx, place, flags, act));
    committed();
    return result;
  }

  /** Locked, so that nothing comes between what is read and what is changed. */
  async #known(
    tx: Queryable,
    project: string,
    imported: ImportedFlag[],
  ): Promise<Map<string, Flag>> {
    const keys = imported.map(({ key }) => key);
    const found = await this.#store.lockKeys(tx, project, keys);
    return new Map(found.map(flag => [flag.key, flag]));
  }

  async #define(
    tx: Queryable,
    project: string,
    imported: ImportedFlag[],
    known: Map<string, Flag>,
    act: Act,
  ): Promise<ImportResult> {
    const result: ImportResult = { created: [], updated: [] };
    for (const given of imported) {
      const flag = known.get(given.key);
      if (flag) await this.#adapt(tx, flag, given, act);
      else await this.#create(tx, project, given, act);
      result[flag ? 'updated' : 'created'].push(given.key);
    }
    return result;
  }

  async #turn(
    tx: Queryable,
    { project, environment }: Place,
    imported: ImportedFlag[],
    act: Act,
  ) {
    const known = await this.#known(tx, project, imported);
    for (const { key, enabled, defaultVariant } of imported) {
      const flag = known.get(key);
      const settings = flag?.environments[environment];
      if (!flag || !settings) throw problems.conflict(`${key} was deleted`);
      const change = { ...settings, enabled, defaultVariant };
      if (isDeepStrictEqual(change, settings)) continue;
      const { writer } = this.#options;
      await writer.updateSettings(tx, flag.id, environment, change, act);
    }
  }

  async #create(tx: Queryable, project: string, given: ImportedFlag, act: Act) {
    return this.#options.writer.create(
      tx,
      {
        project,
        key: given.key,
        type: given.type,
        description: '',
        variants: given.variants,
        tags: [],
        permanent: false,
        defaultVariant: given.defaultVariant,
        offVariant: given.defaultVariant,
      },
      act,
    );
  }

  /** Other environments may use variants that the document lacks: they stay. */
  async #adapt(tx: Queryable, flag: Flag, given: ImportedFlag, act: Act) {
    const { description, tags, permanent, revision } = flag;
    const merged = mergedVariants(flag, given);
    if (isDeepStrictEqual(merged, flag.variants)) return;
    await this.#options.writer.update(
      tx,
      flag.id,
      { description, tags, permanent, revision, variants: merged },
      act,
    );
  }
}

const mergedVariants = (flag: Flag, given: ImportedFlag) => ({
  ...flag.variants,
  ...given.variants,
});

/**
 * Variants are the same in all environments: an import into one must not change
 * them in a protected one, nor may a key.
 *
 * @throws Problem 422
 */
function assertFits(
  imported: ImportedFlag[],
  known: Map<string, Flag>,
  guarded: string | undefined,
  principal: Principal,
) {
  const shared =
    principal.kind === 'key'
      ? 'a key changes no variants: all environments share them'
      : guarded &&
        `${guarded} is protected and shares them: change the variants of the flag first`;
  const faults = imported.flatMap(given => {
    const flag = known.get(given.key);
    const message = flag && misfit(flag, given, shared);
    return message ? [{ path: `/flags/${given.key}/variants`, message }] : [];
  });
  if (faults.length > 0) {
    throw problems.unprocessable('The document can not be imported', faults);
  }
}

/** What is wrong with the variants of a flag that is there already. @param shared - why they may not change, if so */
function misfit(
  flag: Flag,
  given: ImportedFlag,
  shared: string | undefined,
): string | undefined {
  if (flag.type !== given.type) return `the flag here is ${flag.type}`;
  const merged = variants.safeParse(mergedVariants(flag, given));
  if (!merged.success) return merged.error.issues[0]!.message;
  return isDeepStrictEqual(merged.data, flag.variants) ? undefined : shared;
}

import type { Act } from '@togglemaster/changes';
import {
  problems,
  type Caller,
  type Database,
  type Queryable,
} from '@togglemaster/kit';
import {
  fromFlagd,
  toFlagd,
  type FlagdExport,
  type ImportedFlag,
} from '@togglemaster/rules';
import type { Flag } from '../flags/Flag.ts';
import { FlagStore } from '../flags/FlagStore.ts';
import type { FlagWriter } from '../flags/FlagWriter.ts';
import type { ProjectService } from '../projects/ProjectService.ts';
import type { TargetingClient } from './TargetingClient.ts';

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
   * Flags that are not there are made, others changed. Flags come first, their
   * rules second: when those fail, doing it again is safe.
   *
   * @throws Problem 422 for a document with a fault, and for a protected
   * environment, where each change wants its own approval
   */
  async importFrom(
    place: Place,
    document: unknown,
    caller: Caller,
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
    const result = await db.transaction(tx =>
      this.#importFlags(tx, place, flags, act),
    );
    committed();
    await targeting.replace(
      project,
      environment,
      flags.map(({ key, rules }) => ({ flag: key, rules })),
      caller,
    );
    return result;
  }

  async #importFlags(
    tx: Queryable,
    { project, environment }: Place,
    imported: ImportedFlag[],
    act: Act,
  ): Promise<ImportResult> {
    const keys = imported.map(({ key }) => key);
    const known = await this.#store.byKeys(tx, project, keys);
    const byKey = new Map(known.map(flag => [flag.key, flag]));
    const result: ImportResult = { created: [], updated: [] };
    for (const given of imported) {
      const before = byKey.get(given.key);
      const flag = before
        ? await this.#adapt(tx, before, given, act)
        : await this.#create(tx, project, given, act);
      result[before ? 'updated' : 'created'].push(given.key);
      await this.#options.writer.updateSettings(
        tx,
        flag.id,
        environment,
        {
          ...flag.environments[environment]!,
          enabled: given.enabled,
          defaultVariant: given.defaultVariant,
        },
        act,
      );
    }
    return result;
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
    if (flag.type !== given.type) {
      throw problems.unprocessable(
        `${flag.key} is ${flag.type} here and ${given.type} in the document`,
      );
    }
    const { description, tags, permanent, revision } = flag;
    const variants = { ...flag.variants, ...given.variants };
    return this.#options.writer.update(
      tx,
      flag.id,
      { description, tags, permanent, revision, variants },
      act,
    );
  }
}

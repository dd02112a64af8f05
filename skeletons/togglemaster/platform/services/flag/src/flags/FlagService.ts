import type {
  Act,
  Audit,
  AuditEntry,
  Changes,
  Outcome,
} from '@togglemaster/changes';
import {
  assertReach,
  problems,
  type Caller,
  type Database,
  type Principal,
  type Queryable,
} from '@togglemaster/kit';
import { servedBy, type Rule } from '@togglemaster/rules';
import { isDeepStrictEqual } from 'node:util';
import type { ProjectService } from '../projects/ProjectService.ts';
import type { Flag, FlagUpdate, NewFlag, Settings } from './Flag.ts';
import type { FlagChanges } from './flagChanges.ts';
import { FlagStore, type FlagFilter } from './FlagStore.ts';
import type { FlagWriter } from './FlagWriter.ts';
import { entrySeenBy } from './seenBy.ts';
import type { TargetingClient } from '../TargetingClient.ts';

export type WhenAndWhy = { applyAt?: string; note?: string };

/** Who asks, and with what they ask other services. */
export type By = { principal: Principal; caller: Caller };

export type FlagServiceOptions = {
  db: Database;
  writer: FlagWriter;
  handlers: FlagChanges;
  changes: Changes;
  projects: ProjectService;
  targeting: TargetingClient;
  audit: Audit;
  /** Called after a commit that changed something. */
  committed(): void;
};

/** Flags. Changes that a protected environment would feel wait for approval. */
export class FlagService {
  readonly #options: FlagServiceOptions;
  readonly #store = new FlagStore();

  constructor(options: FlagServiceOptions) {
    this.#options = options;
  }

  async list(filter: FlagFilter): Promise<Flag[]> {
    return this.#store.list(this.#options.db, filter);
  }

  /** @throws Problem 404, also for a key of another project */
  async get(id: string, principal: Principal): Promise<Flag> {
    const flag = await this.#store.get(this.#options.db, id);
    if (!flag) throw problems.notFound(`No flag ${id}`);
    if (principal.kind === 'key' && principal.project !== flag.project) {
      throw problems.notFound(`No flag ${id}`);
    }
    return flag;
  }

  async create(given: NewFlag, act: Act): Promise<Flag> {
    return this.#now(tx => this.#options.writer.create(tx, given, act));
  }

  /** @throws Problem 403 for a key; 409 for a variant that a rule serves */
  async update(
    flag: Flag,
    change: FlagUpdate,
    when: WhenAndWhy,
    by: By,
    act: Act,
  ): Promise<Outcome<Flag>> {
    assertPerson(by.principal);
    const gone = Object.keys(flag.variants).filter(
      name => !Object.hasOwn(change.variants, name),
    );
    if (gone.length > 0) {
      await this.#assertNoRules(
        flag,
        `serve ${gone.join(' or ')}`,
        ({ serve }) => servedBy(serve).some(name => gone.includes(name)),
        by.caller,
      );
    }
    const felt = !isDeepStrictEqual(change.variants, flag.variants);
    return this.#options.changes.submit({
      handler: this.#options.handlers.update,
      payload: { id: flag.id, change },
      project: flag.project,
      subject: flag.id,
      needsApproval: felt && (await this.#anyProtected(flag.project)),
      ...when,
      act,
    });
  }

  async updateSettings(
    flag: Flag,
    environment: string,
    change: Settings,
    when: WhenAndWhy,
    principal: Principal,
    act: Act,
  ): Promise<Outcome<Flag>> {
    assertReach(principal, flag.project, environment);
    const { projects, changes, handlers } = this.#options;
    const place = await projects.environment(flag.project, environment);
    return changes.submit({
      handler: handlers.settings,
      payload: { id: flag.id, environment, change },
      project: flag.project,
      environment,
      subject: flag.id,
      needsApproval: place.protected,
      ...when,
      act,
    });
  }

  /** @throws Problem 403 for a key; 409 while it has rules, which would be another flag's of that key */
  async remove(
    flag: Flag,
    when: WhenAndWhy,
    by: By,
    act: Act,
  ): Promise<Outcome<void>> {
    assertPerson(by.principal);
    await this.#assertNoRules(flag, 'are there', () => true, by.caller);
    return this.#options.changes.submit({
      handler: this.#options.handlers.remove,
      payload: { id: flag.id },
      project: flag.project,
      subject: flag.id,
      needsApproval: await this.#anyProtected(flag.project),
      ...when,
      act,
    });
  }

  /** At once, whoever has to approve what: an emergency does not wait. */
  async kill(
    flag: Flag,
    environment: string | undefined,
    principal: Principal,
    act: Act,
  ): Promise<Flag> {
    const reach =
      environment ?? (principal.kind === 'key' ? '(all)' : undefined);
    assertReach(principal, flag.project, reach);
    return this.#now(tx =>
      this.#options.writer.kill(tx, flag.id, environment, act),
    );
  }

  async history(
    flag: Flag,
    limit: number,
    principal: Principal,
  ): Promise<AuditEntry[]> {
    const { audit, db } = this.#options;
    const entries = await audit.list(db, {
      project: flag.project,
      subject: flag.id,
      limit,
      ...(principal.kind === 'key'
        ? { environment: principal.environment }
        : {}),
    });
    return entries.map(entry => entrySeenBy(principal, entry));
  }

  async #assertNoRules(
    { project, key }: Flag,
    what: string,
    matters: (rule: Rule) => boolean,
    caller: Caller,
  ): Promise<void> {
    const { projects, targeting } = this.#options;
    for (const { key: environment } of await projects.environments(project)) {
      const rules = await targeting.rules(project, environment, key, caller);
      const names = rules.filter(matters).map(({ name }) => `"${name}"`);
      if (names.length > 0) {
        throw problems.conflict(
          `Rules of ${key} in ${environment} ${what}: ${names.join(', ')}. Remove or change them first`,
        );
      }
    }
  }

  async #anyProtected(project: string): Promise<boolean> {
    const all = await this.#options.projects.environments(project);
    return all.some(environment => environment.protected);
  }

  async #now<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    const result = await this.#options.db.transaction(work);
    this.#options.committed();
    return result;
  }
}

/** What all environments share is not for a key of one. */
function assertPerson({ kind }: Principal) {
  if (kind !== 'key') return;
  throw problems.forbidden(
    'A key changes flags in its own environment only: PUT /flags/{id}/environments/{environment}',
  );
}

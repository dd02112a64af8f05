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
  type Database,
  type Principal,
  type Queryable,
} from '@togglemaster/kit';
import type { ProjectService } from '../projects/ProjectService.ts';
import type { Flag, FlagUpdate, NewFlag, Settings } from './Flag.ts';
import type { FlagChanges } from './flagChanges.ts';
import { FlagStore, type FlagFilter } from './FlagStore.ts';
import type { FlagWriter } from './FlagWriter.ts';

export type WhenAndWhy = { applyAt?: string; note?: string };

export type FlagServiceOptions = {
  db: Database;
  writer: FlagWriter;
  handlers: FlagChanges;
  changes: Changes;
  projects: ProjectService;
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

  async update(
    flag: Flag,
    change: FlagUpdate,
    when: WhenAndWhy,
    act: Act,
  ): Promise<Outcome<Flag>> {
    const felt =
      JSON.stringify(change.variants) !== JSON.stringify(flag.variants);
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

  async remove(flag: Flag, when: WhenAndWhy, act: Act): Promise<Outcome<void>> {
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

  async history(flag: Flag, limit: number): Promise<AuditEntry[]> {
    const { audit, db } = this.#options;
    return audit.list(db, { project: flag.project, subject: flag.id, limit });
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

import type { Act, Audit, Changes } from '@togglemaster/changes';
import { touch } from '@togglemaster/changes';
import {
  isUniqueViolation,
  problems,
  type Caller,
  type Database,
} from '@togglemaster/kit';
import type { TargetingClient } from '../TargetingClient.ts';
import type { Environment, Project } from './Project.ts';
import { ProjectStore } from './ProjectStore.ts';

export type ProjectServiceOptions = {
  db: Database;
  audit: Audit;
  changes: Changes;
  targeting: TargetingClient;
  /** Called after a commit that changed something. */
  committed(): void;
};

/** Projects and their environments. */
export class ProjectService {
  readonly #options: ProjectServiceOptions;
  readonly #store = new ProjectStore();

  constructor(options: ProjectServiceOptions) {
    this.#options = options;
  }

  async list(): Promise<Project[]> {
    return this.#store.list(this.#options.db);
  }

  async create(
    given: Pick<Project, 'key' | 'name'>,
    act: Act,
  ): Promise<Project> {
    const project = { ...given, createdAt: act.at.toISOString() };
    await this.#write(`There is a project ${given.key} already`, async tx => {
      await this.#store.insert(tx, project);
      await this.#options.audit.record(tx, act, {
        action: 'project.created',
        project: project.key,
        subject: project.key,
        after: project,
      });
    });
    return project;
  }

  /** @throws Problem 404 */
  async environment(project: string, key: string): Promise<Environment> {
    const { db } = this.#options;
    const found = await this.#store.environment(db, project, key);
    if (!found) throw problems.notFound('No environment of that name');
    return found;
  }

  async environments(project: string): Promise<Environment[]> {
    return this.#store.environments(this.#options.db, project);
  }

  async createEnvironment(
    given: Omit<Environment, 'createdAt'>,
    act: Act,
  ): Promise<Environment> {
    const environment = { ...given, createdAt: act.at.toISOString() };
    const taken = `There is an environment ${given.key} already`;
    await this.#write(taken, async tx => {
      const project = await this.#store.lock(tx, given.project);
      if (!project) throw problems.notFound('No project of that name');
      await this.#store.insertEnvironment(tx, environment);
      await touch(
        tx,
        { project: given.project, environment: given.key },
        await this.#store.flagKeys(tx, given.project),
      );
      await this.#options.changes.hold(tx, given.project, act);
      await this.#options.audit.record(tx, act, {
        action: 'environment.created',
        project: given.project,
        environment: given.key,
        subject: given.key,
        after: environment,
      });
    });
    return environment;
  }

  /**
   * Targeting has to know before it is done, since it holds its own changes.
   * @throws Problem 404; 503 while targeting is away
   */
  async updateEnvironment(
    project: string,
    key: string,
    change: Pick<Environment, 'name' | 'protected'>,
    caller: Caller,
    act: Act,
  ): Promise<Environment> {
    const { audit, changes, targeting } = this.#options;
    const before = await this.environment(project, key);
    const after = { ...before, ...change };
    await this.#write('', async tx => {
      await this.#store.updateEnvironment(tx, after);
      await changes.hold(tx, project, act);
      await audit.record(tx, act, {
        action: 'environment.updated',
        project,
        environment: key,
        subject: key,
        before,
        after,
      });
      await targeting.protect(project, key, after.protected, caller);
    });
    return after;
  }

  async #write(
    taken: string,
    work: Parameters<Database['transaction']>[0],
  ): Promise<void> {
    try {
      await this.#options.db.transaction(work);
    } catch (error) {
      if (isUniqueViolation(error)) throw problems.conflict(taken);
      throw error;
    }
    this.#options.committed();
  }
}

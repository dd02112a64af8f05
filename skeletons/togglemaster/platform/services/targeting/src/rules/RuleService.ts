import type { Act, Changes, Outcome } from '@togglemaster/changes';
import {
  problems,
  type Caller,
  type Database,
  type Principal,
} from '@togglemaster/kit';
import { assertServes, type FlagClient } from '../FlagClient.ts';
import type { Place } from '../Place.ts';
import type { RuleChanges } from './ruleChanges.ts';
import { RuleStore } from './RuleStore.ts';
import {
  withSeed,
  type GivenServe,
  type NewRule,
  type RuleUpdate,
  type StoredRule,
} from './StoredRule.ts';

export type WhenAndWhy = { applyAt?: string; note?: string };

export type RuleServiceOptions = {
  db: Database;
  handlers: RuleChanges;
  changes: Changes;
  flags: FlagClient;
};

/** Rules. In a protected environment each change waits for approval. */
export class RuleService {
  readonly #options: RuleServiceOptions;
  readonly #store = new RuleStore();

  constructor(options: RuleServiceOptions) {
    this.#options = options;
  }

  async list(place: Place, flag?: string): Promise<StoredRule[]> {
    return this.#store.list(
      this.#options.db,
      place,
      flag === undefined ? undefined : [flag],
    );
  }

  /** @throws Problem 404, also for a key of another environment */
  async get(id: string, principal: Principal): Promise<StoredRule> {
    const rule = await this.#store.get(this.#options.db, id);
    const hidden =
      principal.kind === 'key' &&
      (principal.project !== rule?.project ||
        principal.environment !== rule.environment);
    if (!rule || hidden) throw problems.notFound(`No rule ${id}`);
    return rule;
  }

  async create(
    given: NewRule,
    when: WhenAndWhy,
    caller: Caller,
    act: Act,
  ): Promise<Outcome<StoredRule>> {
    const needsApproval = await this.#check(
      given,
      given.flag,
      given.serve,
      caller,
    );
    return this.#options.changes.submit({
      handler: this.#options.handlers.create,
      payload: given,
      project: given.project,
      environment: given.environment,
      subject: given.flag,
      needsApproval,
      ...when,
      act,
    });
  }

  async update(
    rule: StoredRule,
    change: RuleUpdate,
    when: WhenAndWhy,
    caller: Caller,
    act: Act,
  ): Promise<Outcome<StoredRule>> {
    const needsApproval = await this.#check(
      rule,
      rule.flag,
      change.serve,
      caller,
    );
    return this.#options.changes.submit({
      handler: this.#options.handlers.update,
      payload: { id: rule.id, change },
      project: rule.project,
      environment: rule.environment,
      subject: rule.id,
      needsApproval,
      ...when,
      act,
    });
  }

  async remove(
    rule: StoredRule,
    when: WhenAndWhy,
    caller: Caller,
    act: Act,
  ): Promise<Outcome<void>> {
    const facts = await this.#options.flags.facts(placeOf(rule), [], caller);
    return this.#options.changes.submit({
      handler: this.#options.handlers.remove,
      payload: { id: rule.id },
      project: rule.project,
      environment: rule.environment,
      subject: rule.id,
      needsApproval: facts.protected,
      ...when,
      act,
    });
  }

  /** @returns whether the environment is protected */
  async #check(
    place: Place,
    flag: string,
    serve: GivenServe,
    caller: Caller,
  ): Promise<boolean> {
    const { flags } = this.#options;
    const facts = await flags.facts(placeOf(place), [flag], caller);
    assertServes(facts, flag, withSeed(serve, flag));
    return facts.protected;
  }
}

const placeOf = ({ project, environment }: Place): Place => ({
  project,
  environment,
});

import { touch, type Act, type Audit } from '@togglemaster/changes';
import { problems, type Queryable } from '@togglemaster/kit';
import type { Condition } from '@togglemaster/rules';
import { rulesEntry } from '@togglemaster/snapshots';
import type { Place } from '../Place.ts';
import { SegmentStore } from '../segments/SegmentStore.ts';
import { RuleStore } from './RuleStore.ts';
import {
  withSeed,
  type GivenServe,
  type NewRule,
  type RuleUpdate,
  type StoredRule,
} from './StoredRule.ts';

/** Every way in which a rule changes, with its audit entry and outbox row. */
export class RuleWriter {
  readonly #audit: Audit;
  readonly #newId: () => string;
  readonly #rules = new RuleStore();
  readonly #segments = new SegmentStore();

  constructor(options: { audit: Audit; newId: () => string }) {
    this.#audit = options.audit;
    this.#newId = options.newId;
  }

  /** @throws Problem 422 for a segment that is not there */
  async create(tx: Queryable, given: NewRule, act: Act): Promise<StoredRule> {
    await this.#assertSegments(tx, given, given.conditions);
    const last = await this.#rules.lastPosition(tx, given, given.flag);
    const rule: StoredRule = {
      ...given,
      id: this.#newId(),
      position: given.position ?? last + 1,
      serve: withSeed(given.serve, given.flag),
      revision: 1,
      createdAt: act.at.toISOString(),
      updatedAt: act.at.toISOString(),
    };
    await this.#rules.insert(tx, rule);
    await this.#done(tx, act, 'rule.created', undefined, rule);
    return rule;
  }

  /** @throws Problem 404; 409 for an old revision; 422 for another seed */
  async update(
    tx: Queryable,
    id: string,
    { revision, ...change }: RuleUpdate,
    act: Act,
  ): Promise<StoredRule> {
    const before = await this.#lock(tx, id);
    if (before.revision !== revision) {
      throw problems.conflict(
        `The rule has changed since revision ${revision}; it is at ${before.revision} now. Read it again`,
      );
    }
    await this.#assertSegments(tx, before, change.conditions);
    const after = await this.#rules.update(tx, {
      ...before,
      ...change,
      serve: keepSeed(before, change.serve),
      updatedAt: act.at.toISOString(),
    });
    await this.#done(tx, act, 'rule.updated', before, after);
    return after;
  }

  /** @throws Problem 404 */
  async remove(tx: Queryable, id: string, act: Act): Promise<void> {
    const before = await this.#lock(tx, id);
    await this.#rules.remove(tx, id);
    await this.#done(tx, act, 'rule.deleted', before, undefined);
  }

  async #lock(tx: Queryable, id: string): Promise<StoredRule> {
    const rule = await this.#rules.lock(tx, id);
    if (!rule) throw problems.notFound(`No rule ${id}`);
    return rule;
  }

  async #assertSegments(tx: Queryable, at: Place, conditions: Condition[]) {
    const wanted = conditions.flatMap(c => ('segment' in c ? [c.segment] : []));
    if (wanted.length === 0) return;
    const known = await this.#segments.list(tx, at, wanted);
    const unknown = wanted.find(key => !known.some(s => s.key === key));
    if (unknown !== undefined) {
      throw problems.unprocessable(`There is no segment ${unknown}`);
    }
  }

  async #done(
    tx: Queryable,
    act: Act,
    action: string,
    before: StoredRule | undefined,
    after: StoredRule | undefined,
  ) {
    const { project, environment, flag, id } = (after ?? before)!;
    await touch(tx, { project, environment }, [rulesEntry(flag)]);
    await this.#audit.record(tx, act, {
      action,
      project,
      environment,
      subject: id,
      before,
      after,
    });
  }
}

/** A rule's seed is given once: another one would move users about. */
function keepSeed(before: StoredRule, given: GivenServe): StoredRule['serve'] {
  const seed =
    'rollout' in before.serve ? before.serve.rollout.seed : undefined;
  if (
    'rollout' in given &&
    seed !== undefined &&
    given.rollout.seed !== undefined &&
    given.rollout.seed !== seed
  ) {
    throw problems.unprocessable(
      `The seed of a rule stays ("${seed}"): another one moves users. Make a new rule for that`,
    );
  }
  return withSeed(given, seed ?? before.flag);
}

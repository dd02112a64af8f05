import type { Answer, Constants, Evaluation } from '@togglemaster/rules';
import { hash } from 'node:crypto';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Members of a JSON array. */
export type Members = {
  /** Comma-separated. */
  json: string;
  /** Stands for the content in an entity tag. */
  digest: string;
};

/** Evaluations as JSON. What many get is written once, and kept as long as the answer itself is. */
export class AnswersJson {
  readonly #shape: (evaluation: Evaluation) => object;
  readonly #answers = new WeakMap<Answer, string>();
  readonly #constants = new WeakMap<Constants, Members>();

  /** @param shape - what an evaluation looks like to the caller */
  constructor(shape: (evaluation: Evaluation) => object) {
    this.#shape = shape;
  }

  one(evaluation: Evaluation): string {
    if (!evaluation.ok) return this.#write(evaluation);
    let json = this.#answers.get(evaluation);
    if (json === undefined) {
      json = this.#write(evaluation);
      this.#answers.set(evaluation, json);
    }
    return json;
  }

  /** Members of an array. */
  each(evaluations: readonly Evaluation[]): string {
    return evaluations.map(one => this.one(one)).join();
  }

  /** The same of an environment's constants. */
  constants(constants: Constants): Members {
    let members = this.#constants.get(constants);
    if (!members) {
      const json = this.each(constants.answers);
      members = { json, digest: hash('sha1', json, 'base64url') };
      this.#constants.set(constants, members);
    }
    return members;
  }

  #write(evaluation: Evaluation): string {
    return JSON.stringify(this.#shape(evaluation));
  }
}

/** Two lists of members as one. */
export function joined(some: string, others: string): string {
  return some && others ? `${some},${others}` : some + others;
}

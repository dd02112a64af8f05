import { problems, type KeyPrincipal } from '@togglemaster/kit';
import {
  constantsOf,
  evaluate,
  type Constants,
  type Context,
  type Evaluation,
  type Prerequisites,
  type Snapshot,
} from '@togglemaster/rules';
import type { Environments } from '../environments/Environments.ts';
import type { EnvironmentView } from '../environments/EnvironmentView.ts';
import type { Recorder } from '../telemetry/Recorder.ts';

export type EvaluatorOptions = {
  environments: Environments;
  recorder: Recorder;
  now: () => Date;
};

export type Place = Pick<KeyPrincipal, 'project' | 'environment'>;

export type Evaluated = {
  evaluations: Evaluation[];
  stamp: Stamp;
};

export type EvaluatedAll = {
  constants: Constants;
  /** Of the other flags. */
  evaluations: Evaluation[];
  stamp: Stamp;
};

export type Stamp = {
  /** "flags.targeting": changes whenever anything of the environment does. */
  version: string;
  stale: boolean;
};

/** Evaluates from memory, and counts. */
export class Evaluator {
  readonly #options: EvaluatorOptions;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  one(place: Place, key: string, context: Context): Evaluation {
    const { snapshot } = this.#view(place);
    const nowMs = this.#options.now().getTime();
    return this.#evaluate(snapshot, place, key, context, nowMs);
  }

  many(place: Place, keys: string[], context: Context): Evaluated {
    const view = this.#view(place);
    return {
      evaluations: this.#evaluateEach(view, place, keys, context),
      stamp: this.#stamp(view, place),
    };
  }

  /** All flags of the environment. */
  all(place: Place, context: Context): EvaluatedAll {
    const view = this.#view(place);
    const constants = constantsOf(view.snapshot);
    const { project, environment } = place;
    const { answers, others } = constants;
    this.#options.recorder.recordAll(project, environment, answers, context);
    return {
      constants,
      evaluations: this.#evaluateEach(view, place, others, context),
      stamp: this.#stamp(view, place),
    };
  }

  isStale({ project, environment }: Place): boolean {
    return this.#options.environments.isStale(project, environment);
  }

  /** @throws Problem 503 while nothing was ever loaded */
  #view({ project, environment }: Place): EnvironmentView {
    const { environments } = this.#options;
    if (!environments.loaded) {
      throw problems.unavailable('The store of flags, never reached yet,');
    }
    return environments.get(project, environment);
  }

  #stamp({ versions }: EnvironmentView, place: Place): Stamp {
    return {
      version: `${versions.flags}.${versions.targeting}`,
      stale: this.isStale(place),
    };
  }

  #evaluateEach(
    { snapshot }: EnvironmentView,
    place: Place,
    keys: readonly string[],
    context: Context,
  ): Evaluation[] {
    if (keys.length === 0) return [];
    const nowMs = this.#options.now().getTime();
    const known: Prerequisites = new Map();
    return keys.map(key =>
      this.#evaluate(snapshot, place, key, context, nowMs, known),
    );
  }

  #evaluate(
    snapshot: Snapshot,
    { project, environment }: Place,
    key: string,
    context: Context,
    nowMs: number,
    known?: Prerequisites,
  ): Evaluation {
    const result = evaluate(snapshot, key, context, nowMs, known);
    // A key that anyone can make up must not fill the counters.
    if (result.ok || result.errorCode !== 'FLAG_NOT_FOUND') {
      this.#options.recorder.record(project, environment, result, context);
    }
    return result;
  }
}

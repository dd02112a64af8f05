import { problems, type KeyPrincipal } from '@togglemaster/kit';
import {
  evaluate,
  type Context,
  type Evaluation,
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

  /** The named flags, or all. */
  many(place: Place, keys: string[] | undefined, context: Context): Evaluated {
    const { snapshot, versions } = this.#view(place);
    const nowMs = this.#options.now().getTime();
    const evaluations: Evaluation[] = [];
    for (const key of keys ?? snapshot.flags.keys()) {
      evaluations.push(this.#evaluate(snapshot, place, key, context, nowMs));
    }
    return {
      evaluations,
      version: `${versions.flags}.${versions.targeting}`,
      stale: this.isStale(place),
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

  #evaluate(
    snapshot: Snapshot,
    { project, environment }: Place,
    key: string,
    context: Context,
    nowMs: number,
  ): Evaluation {
    const result = evaluate(snapshot, key, context, nowMs);
    // A key that anyone can make up must not fill the counters.
    if (result.ok || result.errorCode !== 'FLAG_NOT_FOUND') {
      this.#options.recorder.record(project, environment, result, context);
    }
    return result;
  }
}

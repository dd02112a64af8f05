import { problems, type KeyPrincipal } from '@togglemaster/kit';
import { evaluate, type Context, type Evaluation } from '@togglemaster/rules';
import type { Environments } from '../environments/Environments.ts';
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
    const { environments, recorder, now } = this.#options;
    this.#assertLoaded();
    const { project, environment } = place;
    const { snapshot } = environments.get(project, environment);
    const result = evaluate(snapshot, key, context, now().getTime());
    // A key that anyone can make up must not fill the counters.
    if (result.ok || result.errorCode !== 'FLAG_NOT_FOUND') {
      recorder.record(project, environment, result, context);
    }
    return result;
  }

  /** The named flags, or all. */
  many(place: Place, keys: string[] | undefined, context: Context): Evaluated {
    const { environments } = this.#options;
    const { project, environment } = place;
    const { snapshot, versions } = environments.get(project, environment);
    return {
      evaluations: [...(keys ?? snapshot.flags.keys())].map(key =>
        this.one(place, key, context),
      ),
      version: `${versions.flags}.${versions.targeting}`,
      stale: this.isStale(place),
    };
  }

  isStale({ project, environment }: Place): boolean {
    return this.#options.environments.isStale(project, environment);
  }

  #assertLoaded() {
    if (!this.#options.environments.loaded) {
      throw problems.unavailable('The store of flags, never reached yet,');
    }
  }
}

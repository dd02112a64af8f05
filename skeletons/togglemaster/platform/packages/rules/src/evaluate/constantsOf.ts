import type { CompiledFlag, Snapshot } from '../compile/Snapshot.ts';
import type { Answer } from './Evaluation.ts';
import { evaluate } from './evaluate.ts';

/** An environment's flags by whether their answer depends on who asks. */
export type Constants = {
  /** Of those that answer all contexts alike, at all times. */
  readonly answers: readonly Answer[];
  /** The keys of the rest. */
  readonly others: readonly string[];
};

const KNOWN = new WeakMap<Snapshot, Constants>();

/** Found once a snapshot: the same object each time, so that what is made of it can be kept with it. */
export function constantsOf(snapshot: Snapshot): Constants {
  let known = KNOWN.get(snapshot);
  if (!known) {
    known = divide(snapshot);
    KNOWN.set(snapshot, known);
  }
  return known;
}

function divide(snapshot: Snapshot): Constants {
  const answers: Answer[] = [];
  const others: string[] = [];
  for (const [key, flag] of snapshot.flags) {
    const answer = isConstant(flag)
      ? evaluate(snapshot, key, {}, 0)
      : undefined;
    if (answer?.ok) answers.push(answer);
    else others.push(key);
  }
  return { answers, others };
}

const isConstant = ({ enabled, rules, prerequisites }: CompiledFlag) =>
  !enabled || (rules.length === 0 && prerequisites.length === 0);

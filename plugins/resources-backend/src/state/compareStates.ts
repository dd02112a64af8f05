import type {
  AttributeChange,
  StateComparison,
} from '@terrastage/plugin-resources-common';
import type { JsonValue } from '@terrastage/terraform-runner/protocol';
import { flatten, pathText, type Leaf } from './flatten';
import { Secrets } from './Secrets';
import type { StateFile, StateInstance } from './StateFile';

/** Longer texts are cut: some attributes hold whole documents. */
const MAX_TEXT = 4_096;

export type Differences = Pick<StateComparison, 'resources' | 'outputs'>;

type Kind = StateComparison['resources'][number]['kind'];

/** What is different in `to`. Secrets of either state are left out of both. Pure. */
export function compareStates(from: StateFile, to: StateFile): Differences {
  const secrets = new Secrets([from, to]);
  return {
    resources: resources(from, to, secrets),
    outputs: outputs(from, to, secrets),
  };
}

function resources(from: StateFile, to: StateFile, secrets: Secrets) {
  const before = byAddress(from);
  const after = byAddress(to);
  return union(before, after).flatMap(address => {
    const [old, now] = [before.get(address), after.get(address)];
    const attributes = changesOf(secrets, old, now);
    return old && now && attributes.length === 0
      ? []
      : [
          {
            address,
            type: (now ?? old)!.type,
            kind: kindOf(old, now),
            attributes,
          },
        ];
  });
}

function changesOf(
  secrets: Secrets,
  old?: StateInstance,
  now?: StateInstance,
): AttributeChange[] {
  const before = leavesOf(old);
  const after = leavesOf(now);
  return union(before, after)
    .map(path => ({ path, old: before.get(path), now: after.get(path) }))
    .filter(each => text(each.old?.value) !== text(each.now?.value))
    .map(each => ({
      path: each.path,
      ...side(secrets, 'before', old, each.old),
      ...side(secrets, 'after', now, each.now),
    }));
}

function side(
  secrets: Secrets,
  name: 'before' | 'after',
  instance?: StateInstance,
  leaf?: Leaf,
) {
  if (!instance || !leaf) {
    return {};
  }
  return secrets.hides(instance, leaf.path, leaf.value)
    ? { [`${name}Sensitive`]: true }
    : { [name]: shown(leaf.value) };
}

function outputs(from: StateFile, to: StateFile, secrets: Secrets) {
  const before = new Map(Object.entries(from.outputs));
  const after = new Map(Object.entries(to.outputs));
  return union(before, after).flatMap(name => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old && now && text(old) === text(now)) {
      return [];
    }
    const sensitive = [old, now].some(
      output => output && (output.sensitive || secrets.isIn(output.value)),
    );
    return [
      {
        name,
        kind: kindOf(old, now),
        sensitive,
        ...(old && !sensitive && { before: shown(old.value) }),
        ...(now && !sensitive && { after: shown(now.value) }),
      },
    ];
  });
}

function byAddress({ instances }: StateFile): Map<string, StateInstance> {
  return new Map(instances.map(instance => [instance.address, instance]));
}

/** What is null was never set, and says nothing to a reader. */
function leavesOf(instance?: StateInstance): Map<string, Leaf> {
  return new Map(
    flatten(instance?.attributes ?? {})
      .filter(({ path, value }) => path.length > 0 && value !== null)
      .map(leaf => [pathText(leaf.path), leaf]),
  );
}

function union<T>(before: Map<string, T>, after: Map<string, T>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort();
}

function kindOf(old: unknown, now: unknown): Kind {
  if (!old) {
    return 'added';
  }
  return now ? 'changed' : 'removed';
}

function text(value: unknown): string | undefined {
  return JSON.stringify(value);
}

function shown(value: JsonValue): JsonValue {
  return typeof value === 'string' && value.length > MAX_TEXT
    ? `${value.slice(0, MAX_TEXT)}…`
    : value;
}

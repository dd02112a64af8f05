import { isDeepStrictEqual } from 'node:util';
import type { AttributeChange, JsonValue } from '../protocol';
import { AttributePath, formatPath } from './attributePath';
import type { ShownChange } from './shownPlan';

/** The same place in the five trees that Terraform keeps for one change. */
type Place = {
  path: AttributePath;
  before: JsonValue | undefined;
  after: JsonValue | undefined;
  unknown: JsonValue | undefined;
  beforeSensitive: JsonValue | undefined;
  afterSensitive: JsonValue | undefined;
};

type Mark = (path: AttributePath) => boolean;
type Inputs = (path: AttributePath) => string[] | undefined;

/**
 * What differs between the two sides of a change, attribute by attribute. Nulls and empty collections count
 * as absent; values of sensitive attributes are left out.
 *
 * @param inputsOf - variables that an attribute of the module's files is made of; undefined for one that does not
 *   stand there, and then is worth no line where it is new and unknown
 */
export function attributeChanges(
  change: ShownChange,
  inputsOf: Inputs,
): AttributeChange[] {
  const root: Place = {
    path: [],
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
  };
  const replaces: Mark = path =>
    (change.replace_paths ?? []).some(forcing =>
      forcing.every((part, position) => path[position] === part),
    );
  return changesAt(root, replaces, inputsOf);
}

function changesAt(
  place: Place,
  replaces: Mark,
  inputsOf: Inputs,
): AttributeChange[] {
  if (place.beforeSensitive === true || place.afterSensitive === true) {
    return sensitiveChange(place, replaces, inputsOf);
  }
  if (place.unknown === true) {
    const isNoise = isAbsent(place.before) && !inputsOf(place.path);
    return isNoise
      ? []
      : [
          {
            ...start(place, replaces, inputsOf),
            ...side('before', place.before),
            afterUnknown: true,
          },
        ];
  }
  const parts = partsOf(place);
  if (parts) {
    return parts.flatMap(part => changesAt(part, replaces, inputsOf));
  }
  if (isSame(place.before, place.after)) {
    return [];
  }
  return [
    {
      ...start(place, replaces, inputsOf),
      ...side('before', place.before),
      ...side('after', place.after),
    },
  ];
}

function sensitiveChange(
  place: Place,
  replaces: Mark,
  inputsOf: Inputs,
): AttributeChange[] {
  const isUnknown = place.unknown === true;
  if (!isUnknown && isSame(place.before, place.after)) {
    return [];
  }
  // Both sides go, even if only one is marked: what was secret before is often the same afterwards.
  return [
    {
      ...start(place, replaces, inputsOf),
      ...(isAbsent(place.before) ? {} : { beforeSensitive: true }),
      ...(isAbsent(place.after) ? {} : { afterSensitive: true }),
      ...(isUnknown ? { afterUnknown: true } : {}),
    },
  ];
}

function start(place: Place, replaces: Mark, inputsOf: Inputs) {
  const path = formatPath(place.path);
  if (!replaces(place.path)) {
    return { path };
  }
  const inputs = inputsOf(place.path);
  return {
    path,
    forcesReplacement: true,
    ...(inputs?.length ? { inputs } : {}),
  };
}

function side(name: 'before' | 'after', value: JsonValue | undefined) {
  return isAbsent(value) ? {} : { [name]: value };
}

function isAbsent(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) {
    return true;
  }
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isSame(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): boolean {
  return (
    isDeepStrictEqual(before, after) || (isAbsent(before) && isAbsent(after))
  );
}

/** The places one level down; nothing for what reads best as one value. */
function partsOf(place: Place): Place[] | undefined {
  const trees = [place.before, place.after, place.unknown];
  const collections = trees.filter(
    tree => typeof tree === 'object' && tree !== null,
  );
  if (collections.length === 0) {
    return undefined;
  }
  if (collections.some(Array.isArray)) {
    return isListOfValues(place) ? undefined : places(place, numbers(trees));
  }
  return places(place, names(trees));
}

/** A list of plain, known, public values, such as a list of zones, is told whole. */
function isListOfValues(place: Place): boolean {
  const items = [place.before, place.after].flatMap(tree =>
    Array.isArray(tree) ? tree : [],
  );
  const marks = [place.unknown, place.beforeSensitive, place.afterSensitive];
  return (
    items.every(item => typeof item !== 'object' || item === null) &&
    !marks.some(mark => JSON.stringify(mark ?? null).includes('true'))
  );
}

function numbers(trees: (JsonValue | undefined)[]): number[] {
  const length = Math.max(
    ...trees.map(tree => (Array.isArray(tree) ? tree.length : 0)),
  );
  return Array.from({ length }, (_, index) => index);
}

function names(trees: (JsonValue | undefined)[]): string[] {
  return [
    ...new Set(
      trees.flatMap(tree =>
        typeof tree === 'object' && tree !== null ? Object.keys(tree) : [],
      ),
    ),
  ].sort();
}

function places(place: Place, parts: (string | number)[]): Place[] {
  return parts.map(part => ({
    path: [...place.path, part],
    before: child(place.before, part),
    after: child(place.after, part),
    unknown: child(place.unknown, part),
    beforeSensitive: child(place.beforeSensitive, part),
    afterSensitive: child(place.afterSensitive, part),
  }));
}

function child(
  tree: JsonValue | undefined,
  part: string | number,
): JsonValue | undefined {
  if (typeof tree !== 'object' || tree === null || !Object.hasOwn(tree, part)) {
    return undefined;
  }
  return (tree as Record<string | number, JsonValue>)[part];
}

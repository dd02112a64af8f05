import {
  LineCounter,
  isNode,
  parseAllDocuments,
  type Document,
  type Node,
} from 'yaml';
import type { Place } from './Directory';
import type { FileProblem } from './DirectoryFileError';
import { entitySchema, type DirectoryEntity } from './entitySchema';

/** Far above any company, far below what an alias bomb needs. */
const MAX_ALIASES = 100;

export type Path = ReadonlyArray<PropertyKey>;

export type LocatedEntity<T = DirectoryEntity> = {
  entity: T;
  /** Where a field stands, or the nearest thing around it that is there. */
  placeOf(path: Path): Place;
};

export type ParsedFile = {
  entities: LocatedEntity[];
  problems: FileProblem[];
};

/** Reads the entities of one file of YAML documents, and all that is wrong. */
export function parseEntityFile(file: string, text: string): ParsedFile {
  const lineCounter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const result: ParsedFile = { entities: [], problems: [] };
  const documents = parseAllDocuments(text, {
    lineCounter,
    prettyErrors: false,
  });
  // An empty stream is an array too, with a property of its own.
  for (const document of documents as Document.Parsed[]) {
    readDocument(document, placeAt, result);
  }
  return result;
}

function readDocument(
  document: Document.Parsed,
  placeAt: (offset: number) => Place,
  { entities, problems }: ParsedFile,
) {
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      problems.push({ place: placeAt(error.pos[0]), message: error.message });
    }
    return;
  }
  const placeOf = (path: Path) => placeAt(offsetOf(document, path));
  const value = plainValue(document);
  if ('error' in value) {
    problems.push({ place: placeOf([]), message: value.error });
    return;
  }
  // What a "---" at the end or a comment alone makes.
  if (value.plain === null) return;

  const parsed = entitySchema.safeParse(value.plain);
  if (parsed.success) {
    entities.push({ entity: parsed.data, placeOf });
    return;
  }
  for (const { path, message } of parsed.error.issues) {
    problems.push({
      place: placeOf(path),
      field: path.join('.') || undefined,
      message,
    });
  }
}

function plainValue(
  document: Document.Parsed,
): { plain: unknown } | { error: string } {
  try {
    return { plain: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown =
      length === 0
        ? document.contents
        : document.getIn(path.slice(0, length), true);
    if (isNode(node) && (node as Node).range) return (node as Node).range![0];
  }
  return document.range[0];
}

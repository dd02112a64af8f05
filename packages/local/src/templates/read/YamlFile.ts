import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import type { Finding } from '../Finding';

export type YamlPath = readonly (string | number)[];

/** A YAML file that knows on which line each of its values stands. */
export class YamlFile {
  /** Its content as plain values; undefined where it is no YAML. */
  readonly value: unknown;
  /** Why it is no YAML. */
  readonly faults: Finding[];

  private constructor(
    /** Relative to the repository. */
    readonly path: string,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {
    this.faults = document.errors.map(({ message, pos: [start] }) => ({
      file: path,
      line: lines.linePos(start).line,
      message: `is not YAML: ${message.split('\n')[0].replace(/:$/, '')}`,
    }));
    this.value = this.faults.length ? undefined : document.toJS();
  }

  /** @returns undefined where there is no such file */
  static read(root: string, path: string): YamlFile | undefined {
    const file = join(root, path);
    if (!existsSync(file)) return undefined;
    const lines = new LineCounter();
    const document = parseDocument(readFileSync(file, 'utf8'), {
      lineCounter: lines,
    });
    return new YamlFile(path, document, lines);
  }

  /** A finding at a value, or at the innermost one around it that is there. */
  finding(path: YamlPath, message: string): Finding {
    return { file: this.path, line: this.lineOf(path), message };
  }

  private lineOf(path: YamlPath): number {
    let node = this.document.contents as Node | null;
    let position = node?.range?.[0] ?? 0;
    for (const step of path) {
      const inner = this.step(node, step);
      if (!inner) break;
      ({ node, position } = inner);
    }
    return this.lines.linePos(position).line;
  }

  private step(around: Node | null, step: string | number) {
    const node = isAlias(around) ? around.resolve(this.document) : around;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      const key = pair?.key as Node | undefined;
      return (
        key?.range && { node: pair!.value as Node, position: key.range[0] }
      );
    }
    if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      return item?.range && { node: item, position: item.range[0] };
    }
    return undefined;
  }
}

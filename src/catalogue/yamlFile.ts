import { type Document, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { ok } from '../platform/result.ts';
import { type PackFault, type Path, pathInWords } from './located.ts';
import { texts } from './texts.ts';
import { openYaml, valuesOf } from './yamlDocument.ts';

const LONGEST_WORD = 60;

/** A file of the pack as text. `file` is its path below the catalogue's folder, with `/`. */
export type PackFile = { readonly file: string; readonly text: string };

export type YamlFile = {
  readonly file: string;
  /** undefined when the file could not be read at all. */
  readonly value: unknown;
  /** Each made when it is listed: a file may have more faults than anybody reads. */
  readonly faults: readonly (() => PackFault)[];
  readonly faultAt: (path: Path, message: string) => PackFault;
};

export type ReadYaml = (file: PackFile) => YamlFile;

/** What a reader remembers at most, in characters: the pack that ships, twice. */
const REMEMBERED = 500_000;

/** Reads each file once as long as its text stays: drafts differ from the rules in force, and from each other, by a file or two. */
export function createYamlReader(): ReadYaml {
  const known = new Map<string, { readonly text: string; readonly read: YamlFile }>();
  let characters = 0;
  const forget = (file: string): void => {
    characters -= known.get(file)?.text.length ?? 0;
    known.delete(file);
  };
  return (one) => {
    const last = known.get(one.file);
    if (last?.text === one.text) return last.read;
    const read = readYaml(one);
    forget(one.file);
    if (one.text.length > REMEMBERED) return read;
    known.set(one.file, { text: one.text, read });
    characters += one.text.length;
    for (const file of known.keys()) {
      if (characters <= REMEMBERED) break;
      forget(file);
    }
    return read;
  };
}

/** Reads YAML 1.2 and keeps where each thing stands. A key written twice is a fault, yet the rest is still read. */
export function readYaml({ file, text }: PackFile): YamlFile {
  const opened = openYaml(text);
  if (!opened.ok) {
    const faultAt = (path: Path, message: string): PackFault => ({
      file,
      line: 1,
      column: 1,
      path: pathInWords(path),
      message,
    });
    return { file, value: undefined, faults: [() => faultAt([], texts.excess(opened.error))], faultAt };
  }
  const { document, lines, twice } = opened.value;
  const at = (offset: number, path: Path, message: string): PackFault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: pathInWords(path), message };
  };
  const faultAt = (path: Path, message: string): PackFault => at(offsetOf(document, path), path, message);
  const read = document.errors.length > 0 ? ok(undefined) : valuesOf(document);
  const faults = [
    ...(read.ok ? [] : [() => at(0, [], texts.excess(read.error))]),
    ...(document.errors.length === 0 && document.contents === null ? [() => at(0, [], texts.emptyFile)] : []),
    ...[...document.errors, ...document.warnings].map(
      ({ code, pos }) =>
        () =>
          at(pos[0], [], texts.yaml(code)),
    ),
    ...twice.map((offset) => () => at(offset, [], texts.keyTwice(wordAt(text, offset)))),
  ];
  const value = read.ok && document.contents !== null ? read.value : undefined;
  return { file, value, faults, faultAt };
}

function wordAt(text: string, offset: number): string {
  return text.slice(offset, offset + LONGEST_WORD).match(/^[\w-]+/)?.[0] ?? '';
}

/** Where a path stands: its key, or its item in a list; if it isn't there, the nearest thing above it that is. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range?.[0] : undefined;
}

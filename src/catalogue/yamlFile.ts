import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { type PackFault, type Path, pathInWords } from './located.ts';
import { texts } from './texts.ts';

/** A file of the pack as text. `file` is its path below the catalogue's folder, with `/`. */
export type PackFile = { readonly file: string; readonly text: string };

export type YamlFile = {
  readonly file: string;
  /** undefined when the file could not be read at all. */
  readonly value: unknown;
  readonly faults: readonly PackFault[];
  readonly faultAt: (path: Path, message: string) => PackFault;
};

/** Reads YAML 1.2 and keeps where each thing stands. A key written twice is a fault, yet the rest is still read. */
export function readYaml({ file, text }: PackFile): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, path: Path, message: string): PackFault => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: pathInWords(path), message };
  };
  const faultAt = (path: Path, message: string): PackFault => at(offsetOf(document, path), path, message);
  const faults = [...document.errors, ...document.warnings].map(({ code, pos }) =>
    at(pos[0], [], texts.yaml(code, text.slice(pos[0]).match(/^[\w-]+/)?.[0] ?? '')),
  );
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { file, value: undefined, faults, faultAt };
  if (document.contents === null)
    return { file, value: undefined, faults: [at(0, [], texts.emptyFile()), ...faults], faultAt };
  try {
    return { file, value: document.toJS(), faults, faultAt };
  } catch {
    // Aliases that multiply without end are refused by the library.
    return { file, value: undefined, faults: [...faults, at(0, [], texts.yaml('RESOURCE_EXHAUSTION', ''))], faultAt };
  }
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

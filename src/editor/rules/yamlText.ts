import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import type { Plain } from './yamlTree.ts';

/** The catalogue's files are written up to this column. */
const LINE = 120;
const SHORT_ITEM = 40;
const SHORT_LIST = 90;

export type Style = {
  /** Column at which the text will stand. */
  readonly indent: number;
  /** `[ a, b ]` rather than `[a, b]`, as the file has it. */
  readonly padded: boolean;
  /** What stood there before: its way of writing is kept. */
  readonly old?: unknown;
};

/** How a file writes its short lists; `[ a ]` where it has none. */
export function paddedIn(text: string): boolean {
  return /: \[ \S/.test(text) || !/: \[\S/.test(text.replaceAll('[]', ''));
}

/** `key: value` as lines of a file, the first one without its indentation, each ended. */
export function pairText(key: string, value: Plain, style: Style): string {
  return written(new Document({ [key]: value }), style);
}

/** `- value`, in the same way. */
export function itemText(value: Plain, style: Style): string {
  return written(new Document([value]), style);
}

/** A value inside brackets or braces, on one line. */
export function inlineText(value: Plain, old: unknown): string {
  const document = new Document([value]);
  const list = document.contents;
  if (isSeq(list)) {
    list.flow = true;
    keepType(list.items[0], old);
  }
  return document.toString({ lineWidth: 0, singleQuote: true }).slice(2, -3);
}

function written(document: Document, { indent, padded, old }: Style): string {
  const top = document.contents;
  const value: unknown = isMap(top) ? top.items[0]?.value : isSeq(top) ? top.items[0] : null;
  visit(document, {
    Collection: (_, node) => {
      node.flow = node !== top && isShort(node);
    },
  });
  keepType(value, old);
  if (isSeq(value) && isSeq(old) && old.flow === true && old.items.length > 0) value.flow = true;
  const plain = document.toString({ lineWidth: LINE - indent, singleQuote: true });
  const text = padded ? plain : plain.replace(/\[ (?=\S)/g, '[').replace(/(?<=\S) \]/g, ']');
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);
}

/** Lists of a few words stand on one line, and the conditions of pieces; all else has a line a thing. */
function isShort(node: Node): boolean {
  if (isMap(node)) return node.has('fact') || node.has('always') || node.items.length === 0;
  if (!isSeq(node)) return false;
  const sizes = node.items.map((item) => (isScalar(item) ? String(item.value).length : Number.POSITIVE_INFINITY));
  return sizes.every((size) => size <= SHORT_ITEM) && sizes.reduce((sum, size) => sum + size + 2, 0) <= SHORT_LIST;
}

/** A text folded, quoted or in lines stays so. */
function keepType(value: unknown, old: unknown): void {
  if (!isScalar(value) || typeof value.value !== 'string' || !isScalar(old) || typeof old.value !== 'string') return;
  if (old.type === undefined) return;
  const folded = old.type === Scalar.BLOCK_FOLDED && value.value.includes('\n');
  value.type = folded ? Scalar.BLOCK_LITERAL : old.type;
}

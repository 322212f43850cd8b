import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, type Pair, stringify } from 'yaml';
import { openYaml } from '../../catalogue/index.ts';
import { inlineText, itemText, paddedIn, pairText } from './yamlText.ts';
import { isRecord, type Path, type Plain, readTree, sameTree, valueAt } from './yamlTree.ts';

/** A change of one thing in a file. `insert` puts an item into a list at the position that ends the path. */
export type Edit =
  | {
      readonly path: Path;
      readonly set: Plain /** Keys of its map, in order, for one that isn't there yet. */;
      readonly order?: readonly string[];
    }
  | { readonly path: Path; readonly insert: Plain }
  | { readonly path: Path; readonly remove: true };

/**
 * The file with the changes made, in their order. Only the lines of what changes are written anew: comments, blank lines and
 * the layout of all else stay. What comes out always reads back as it was meant.
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  return edits.reduce(edited, text);
}

function edited(text: string, edit: Edit): string {
  const meant = applied(readTree(text), edit.path, edit);
  for (const attempt of [() => spliced(text, edit), () => throughDocument(text, edit)]) {
    const result = attempt();
    if (result !== null && sameTree(readTree(result), meant)) return result;
  }
  return stringify(meant, { lineWidth: 120 });
}

/** The values as they are to be. */
function applied(root: unknown, path: Path, edit: Edit): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return 'set' in edit ? edit.set : root;
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...root] : [];
    if (rest.length > 0) list[step] = applied(list[step], rest, edit);
    else if ('insert' in edit) list.splice(step, 0, edit.insert);
    else if ('remove' in edit) list.splice(step, 1);
    else list[step] = edit.set;
    return list;
  }
  const map = new Map(Object.entries(isRecord(root) ? root : {}));
  if (rest.length === 0 && 'remove' in edit) map.delete(step);
  else map.set(step, applied(map.get(step), rest, edit));
  return Object.fromEntries(map);
}

function spliced(text: string, edit: Edit): string | null {
  const document = documentOf(text);
  if (document === null) return null;
  const above = edit.path.slice(0, -1);
  const last = edit.path.at(-1);
  // A list or map in brackets is written anew as a whole, unless only one of its plain values changes.
  const inline = above.findIndex((_, depth) => isInline(nodeAt(document, above.slice(0, depth + 1))));
  const old = nodeAt(document, edit.path);
  if (inline >= 0 || isInline(nodeAt(document, above))) {
    if ('set' in edit && isScalar(old) && old.range && !isObject(edit.set))
      return replaced(text, old.range[0], old.range[1], inlineText(edit.set, old));
    const whole = inline < 0 ? above : above.slice(0, inline + 1);
    const value = valueAt(applied(readTree(text), edit.path, edit), whole);
    return whole.length === 0 ? null : spliced(text, { path: whole, set: value as Plain });
  }
  const parent = nodeAt(document, above);
  if (isMap(parent) && typeof last === 'string') return splicedPair(text, parent.items, last, edit);
  if (isSeq(parent) && typeof last === 'number') return splicedItem(text, parent.items, last, edit);
  // The list itself isn't there yet.
  return 'insert' in edit && last === 0 ? spliced(text, { path: above, set: [edit.insert] }) : null;
}

function splicedPair(text: string, pairs: readonly Pair[], key: string, edit: Edit): string | null {
  const at = pairs.findLastIndex((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  const pair = pairs[at];
  const first = pairs[0];
  if ('insert' in edit || first === undefined) return null;
  const indent = columnOf(text, startOf(first.key));
  if ('remove' in edit) {
    if (pair === undefined) return text;
    const start = startOf(pair.key);
    return at === 0 && isListItem(text, start)
      ? null
      : replaced(text, lineStart(text, start), endOfPair(text, pair), '');
  }
  if (pair !== undefined) {
    const colon = text.indexOf(':', endOf(pair.key)) + 1;
    const end = Math.max(colon, endOf(pair.value));
    const lines = pairText(key, edit.set, { indent, padded: paddedIn(text), old: pair.value });
    const value = lines.slice(lines.indexOf(':', key.length) + 1);
    return replaced(text, colon, end, text[end - 1] === '\n' ? value : value.replace(/\n$/, ''));
  }
  const order = edit.order ?? [];
  const earlier = order.slice(0, Math.max(0, order.indexOf(key)));
  const before = pairs.findLast(({ key: one }) => isScalar(one) && earlier.includes(String(one.value)));
  const place = endOfPair(text, before ?? (order.includes(key) ? first : (pairs.at(-1) ?? first)));
  return insertedLines(text, place, ' '.repeat(indent) + pairText(key, edit.set, { indent, padded: paddedIn(text) }));
}

function splicedItem(text: string, items: readonly unknown[], index: number, edit: Edit): string | null {
  const dash = (item: unknown): number => text.lastIndexOf('-', startOf(item) - 1);
  const [first, second] = items;
  if (first === undefined) return null;
  const indent = columnOf(text, dash(first));
  const item = items[index];
  const spaced = second !== undefined && /\n\s*\n/.test(text.slice(endOf(first) - 1, dash(second)));
  const lines = (value: Plain, old?: unknown): string => itemText(value, { indent, padded: paddedIn(text), old });
  if ('insert' in edit) {
    const before = items[index - 1];
    if (index > 0 && before === undefined) return null;
    const place = before === undefined ? lineStart(text, dash(first)) : nextLine(text, endOf(before));
    const added = ' '.repeat(indent) + lines(edit.insert);
    return insertedLines(text, place, spaced ? (before === undefined ? `${added}\n` : `\n${added}`) : added);
  }
  if (item === undefined) return null;
  if ('remove' in edit) {
    if (items.length === 1) return null;
    return replaced(text, withComments(text, lineStart(text, dash(item)), spaced), nextLine(text, endOf(item)), '');
  }
  const end = endOf(item);
  const value = lines(edit.set, item);
  return replaced(text, dash(item), end, text[end - 1] === '\n' ? value : value.replace(/\n$/, ''));
}

/** The library's own way: keeps comments, may wrap other lines anew. */
function throughDocument(text: string, edit: Edit): string | null {
  const document = documentOf(text);
  if (document === null) return null;
  const above = document.getIn(edit.path.slice(0, -1), true);
  const last = edit.path.at(-1);
  if ('insert' in edit) {
    if (!isSeq(above) || typeof last !== 'number')
      document.setIn(edit.path.slice(0, -1), document.createNode([edit.insert]));
    else above.items.splice(last, 0, document.createNode(edit.insert));
  } else if ('remove' in edit) document.deleteIn(edit.path);
  else document.setIn(edit.path, document.createNode(edit.set));
  return document.errors.length > 0 ? null : document.toString({ lineWidth: 120, singleQuote: true });
}

function documentOf(text: string): Document.Parsed | null {
  const opened = openYaml(text);
  return opened.ok ? opened.value.document : null;
}

function nodeAt(document: Document, path: Path): unknown {
  return path.reduce<unknown>((node, step) => {
    const there = isAlias(node) ? node.resolve(document) : node;
    if (isMap(there)) return there.items.findLast(({ key }) => isScalar(key) && String(key.value) === step)?.value;
    return isSeq(there) && typeof step === 'number' ? there.items[step] : undefined;
  }, document.contents);
}

function isInline(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

function isObject(value: Plain): boolean {
  return typeof value === 'object' && value !== null;
}

function startOf(node: unknown): number {
  return rangeOf(node)[0];
}

function endOf(node: unknown): number {
  return rangeOf(node)[1];
}

function rangeOf(node: unknown): readonly [number, number] {
  if ((isScalar(node) || isCollection(node) || isAlias(node)) && node.range) return [node.range[0], node.range[1]];
  return [0, 0];
}

function endOfPair(text: string, { key, value }: Pair): number {
  return nextLine(text, Math.max(endOf(key), endOf(value)));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the line after the one where something ends; there, where it ends with its line. */
function nextLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const line = text.indexOf('\n', end);
  return line < 0 ? text.length : line + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function isListItem(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).includes('-');
}

/** From the comments that stand right above a line, and the blank line before them where items are set apart. */
function withComments(text: string, start: number, spaced: boolean): number {
  let from = start;
  const above = (): string => text.slice(lineStart(text, from - 1), from);
  while (from > 0 && /^ *#/.test(above())) from = lineStart(text, from - 1);
  if (spaced && from > 0 && above().trim() === '') from = lineStart(text, from - 1);
  return from;
}

function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

function insertedLines(text: string, place: number, lines: string): string {
  const broken = place > 0 && text[place - 1] !== '\n' ? '\n' : '';
  return replaced(text, place, place, broken + lines);
}

import { Document, isMap, isScalar, isSeq, type Pair, Scalar, stringify, visit, type YAMLSeq } from 'yaml';
import { documentOf, isShort, laidOut, written } from './yamlLayout.ts';
import { isRecord, type Path, type Plain, readTree, sameTree } from './yamlTree.ts';

/** A change of one entry in a file. `insert` puts an item into a list at the position that ends the path. */
export type Edit =
  | {
      readonly path: Path;
      readonly set: Plain /** Keys of its map, in order, for one that isn't there yet. */;
      readonly order?: readonly string[];
    }
  | { readonly path: Path; readonly insert: Plain }
  | { readonly path: Path; readonly remove: true };

/**
 * The file with the changes made, in their order, in the one layout of files; its remarks are kept. What comes out always
 * reads back as it was meant. Without a change, the text stays as it is.
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const meant = editTree(readTree(text), edits);
  const document = documentOf(text);
  if (document !== null) {
    for (const edit of edits) change(document, edit);
    const result = written(document);
    if (sameTree(readTree(result), meant)) return result;
  }
  // A key written twice, or what another stands for: written anew, without remarks.
  return laidOut(stringify(meant));
}

/** The values as they are to be. */
export function editTree(root: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((tree, edit) => applied(tree, edit.path, edit), root);
}

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

function change(document: Document, edit: Edit): void {
  const above = edit.path.slice(0, -1);
  const last = edit.path.at(-1);
  const parent = document.getIn(above, true);
  if ('remove' in edit) {
    document.deleteIn(edit.path);
  } else if ('insert' in edit) {
    if (isSeq(parent) && typeof last === 'number') insertItem(parent, last, nodeOf(edit.insert));
    else document.setIn(above, nodeOf([edit.insert]));
  } else {
    const old = document.getIn(edit.path, true);
    if (isScalar(old) && (typeof edit.set !== 'object' || edit.set === null)) rewrite(old, edit.set);
    else if (old === undefined && isMap(parent) && typeof last === 'string')
      insertPair(parent.items, document.createPair(last, nodeOf(edit.set)) as Pair, edit.order ?? []);
    else document.setIn(edit.path, nodeOf(edit.set));
  }
}

/** A value as YAML of its own. */
export function yamlOf(value: unknown): string {
  return laidOut(stringify(value, { collectionStyle: 'any' })).trimEnd();
}

function nodeOf(value: Plain): unknown {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node) => {
      node.flow = isShort(node);
    },
  });
  return document.contents;
}

/** A text folded or in lines stays so, where it can. */
function rewrite(scalar: Scalar, value: Plain): void {
  const folded = scalar.type === Scalar.BLOCK_FOLDED && String(value).includes('\n');
  if (folded) scalar.type = Scalar.BLOCK_LITERAL;
  scalar.value = value;
}

/** Set apart by a blank line where the others are. */
function insertItem(list: YAMLSeq, index: number, node: unknown): void {
  if (list.items.length === 0) list.flow = false;
  const spaced = isSpaced(list.items[1]);
  list.items.splice(index, 0, node);
  for (const item of spaced ? list.items.slice(1) : [])
    if (isMap(item) || isSeq(item) || isScalar(item)) item.spaceBefore = true;
}

function isSpaced(node: unknown): boolean {
  return (isMap(node) || isSeq(node) || isScalar(node)) && node.spaceBefore === true;
}

/** After the last of those that come before it in the order; at the end, where the order doesn't name it. */
function insertPair(pairs: Pair[], pair: Pair, order: readonly string[]): void {
  const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : String(key));
  const rank = order.indexOf(nameOf(pair));
  const before = new Set(order.slice(0, Math.max(0, rank)));
  pairs.splice(rank < 0 ? pairs.length : pairs.findLastIndex((one) => before.has(nameOf(one))) + 1, 0, pair);
}

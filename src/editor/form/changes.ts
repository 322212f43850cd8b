import type { Fault } from '../../ui/index.ts';
import { slug } from '../rules/words.ts';
import type { Edit } from '../rules/yamlEdit.ts';
import { listAt, type Path, type Plain, sameTree, textAt, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import { readRows } from './condition.ts';
import { listEdits } from './listEdits.ts';
import { type Item, type List, leavesOf, type Node } from './nodes.ts';

export type Values = Readonly<Record<string, unknown>>;
/** What a form changes in its file, and what it lacks. `removed`: the items of lists that go, by their place. */
export type FormChanges = {
  readonly edits: readonly Edit[];
  readonly faults: readonly Fault[];
  readonly removed: readonly Path[];
};

const NONE: FormChanges = { edits: [], faults: [], removed: [] };

/** The changes of the file for what was typed; none where it says the same. */
export function changesOf(nodes: readonly Node[], root: unknown, values: Values): FormChanges {
  return nodes.map((node) => changeOf(node, root, values)).reduce(joined, NONE);
}

function joined(a: FormChanges, b: FormChanges): FormChanges {
  return { edits: [...a.edits, ...b.edits], faults: [...a.faults, ...b.faults], removed: [...a.removed, ...b.removed] };
}

function faulty(field: string, message: string): FormChanges {
  return { ...NONE, faults: [{ field, message }] };
}

function changeOf(node: Node, root: unknown, values: Values): FormChanges {
  const before = valueAt(root, node.path);
  if (node.kind === 'list') return changesOfList(node, root, values);
  if (node.kind === 'condition') {
    const read = readRows(node, values, before);
    if ('field' in read) return faulty(read.field, read.message);
    return { ...NONE, edits: setWhereOther(node.path, before, read.after) };
  }
  if (node.kind === 'group') {
    const there = before !== undefined && before !== null;
    if (node.empty === 'required' && there) return changesOf(node.nodes, root, values);
    const filled = isFilled(node.nodes, values);
    if (there && isEmptied(node.nodes, root, values)) return { ...NONE, edits: [{ path: node.path, remove: true }] };
    if (there) return changesOf(node.nodes, root, values);
    if (!filled) return NONE;
    const { value, faults } = built(node.nodes, node.order, values);
    return { ...NONE, faults, edits: [{ path: node.path, set: value, order: node.around }] };
  }
  const { path, field, order } = node;
  const after = node.write(values[field.name], before);
  if (after !== undefined) {
    if (sameTree(before, after)) return NONE;
    const edits = node.control === 'lines' && Array.isArray(after) ? listEdits(path, listAt(before, []), after) : null;
    return { ...NONE, edits: edits ?? [{ path, set: after, order }] };
  }
  if (before === null) return NONE;
  if (node.nullable && (before !== undefined || node.empty === 'null'))
    return { ...NONE, edits: [{ path, set: null, order }] };
  if (node.empty === 'required') return faulty(field.name, field.missing);
  return before === undefined ? NONE : { ...NONE, edits: [{ path, remove: true }] };
}

/** Is nothing left of it, or not what it can't be without and comes first? */
function isEmptied(nodes: readonly Node[], root: unknown, values: Values): boolean {
  const leaves = leavesOf(nodes).filter((leaf) => leaf.kind === 'leaf');
  const emptied = leaves.filter((leaf) => leaf.shown(valueAt(root, leaf.path)).length > 0 && !isFilled([leaf], values));
  const [first] = leaves;
  return emptied.length > 0 && (!isFilled(nodes, values) || (first?.empty === 'required' && emptied.includes(first)));
}

function setWhereOther(path: Path, before: unknown, after: Plain | undefined): readonly Edit[] {
  return after === undefined || sameTree(before, after) ? [] : [{ path, set: after }];
}

/** Items changed at their place, the new one at the end, those that go from the last one. */
function changesOfList({ items, fresh, path }: List, root: unknown, values: Values): FormChanges {
  const goes = ({ removal }: List['items'][number]): boolean => values[removal.name] === true;
  const kept = items.filter((item) => !goes(item)).map((item) => changesOf(item.nodes, root, values));
  const removed = items.filter(goes).map((item) => item.path);
  const gone: FormChanges = { ...NONE, removed, edits: removed.toReversed().map((at) => ({ path: at, remove: true })) };
  const taken = [...listAt(root, path)];
  const added = fresh.map((item): FormChanges => {
    if (!isFilled(item.nodes, values)) return NONE;
    const { value, faults } = built(item.nodes, item.order, values, taken);
    const at = [...path, taken.length];
    taken.push(value);
    return { ...NONE, faults, edits: [{ path: at, insert: value }] };
  });
  return [...kept, ...added, gone].reduce(joined, NONE);
}

function isFilled(nodes: readonly Node[], values: Values): boolean {
  return leavesOf(nodes).some((leaf) => {
    const names = leaf.kind === 'leaf' ? [leaf.field.name] : leaf.fields.map(({ name }) => name);
    return names.some((name) => {
      const value = values[name];
      return Array.isArray(value) ? value.length > 0 : (value ?? '') !== '' && value !== false;
    });
  });
}

type Built = { readonly value: Readonly<Record<string, Plain>>; readonly faults: readonly Fault[] };

/** What isn't in the file yet, its keys in their order. `others`: the items beside which it will stand. */
export function built(
  nodes: readonly Node[],
  order: readonly string[],
  values: Values,
  others: readonly unknown[] = [],
): Built {
  const faults: Fault[] = [];
  const found = new Map<string, Plain>();
  for (const node of nodes) {
    const value = builtValue(node, values, faults);
    if (value !== undefined) found.set(node.key, value);
  }
  nameItself(nodes, found, faults, others);
  return {
    faults,
    value: Object.fromEntries(order.flatMap((key) => (found.has(key) ? [[key, found.get(key) ?? null]] : []))),
  };
}

function builtValue(node: Node, values: Values, faults: Fault[]): Plain | undefined {
  if (node.kind === 'condition') {
    const read = readRows(node, values, undefined);
    if (!('field' in read)) return read.after;
    faults.push(read);
    return undefined;
  }
  if (node.kind === 'group') {
    if (node.empty !== 'required' && !isFilled(node.nodes, values)) return undefined;
    const { value, faults: its } = built(node.nodes, node.order, values);
    faults.push(...its);
    return value;
  }
  if (node.kind === 'list') {
    const { edits, faults: its } = changesOfList(node, undefined, values);
    faults.push(...its);
    const items = edits.flatMap((edit) => ('insert' in edit ? [edit.insert] : []));
    return items.length > 0 || node.empty === 'required' ? items : undefined;
  }
  const value = node.write(values[node.field.name], undefined);
  if (value !== undefined) return value;
  if (node.empty === 'required' && !drawsItsCode(node))
    faults.push({ field: node.field.name, message: node.field.missing });
  return node.empty === 'null' ? null : undefined;
}

const NAMES = ['code', 'id', 'cfd'];
const SAID = ['text', 'label'];

/** A code of ours that is left empty is drawn from the words beside it. */
function drawsItsCode({ key, path }: { readonly key: string; readonly path: Path }): boolean {
  return key === 'code' && path.length > 2;
}

function nameItself(
  nodes: readonly Node[],
  found: Map<string, Plain>,
  faults: Fault[],
  others: readonly unknown[],
): void {
  const node = nodes.find((one) => one.kind === 'leaf' && NAMES.includes(one.key));
  if (node?.kind !== 'leaf') return;
  const taken = new Set(others.map((one) => textAt(one, [node.key])));
  const name = found.get(node.key);
  if (typeof name === 'string' && taken.has(name)) faults.push({ field: node.field.name, message: texts.taken(name) });
  const words = SAID.map((key) => found.get(key)).find((text) => typeof text === 'string');
  if (name !== undefined && name !== null) return;
  if (typeof words === 'string' && drawsItsCode(node)) found.set(node.key, freeCode(words, taken));
  else if (drawsItsCode(node)) faults.push({ field: node.field.name, message: node.field.missing });
}

/** The first words as a code that no other has. */
function freeCode(words: string, taken: ReadonlySet<string>): string {
  const first = slug(words).split('-').slice(0, 4).join('-').slice(0, 30) || 'motif';
  let code = first;
  for (let more = 2; taken.has(code); more += 1) code = `${first}-${more}`;
  return code;
}

export type { Item };

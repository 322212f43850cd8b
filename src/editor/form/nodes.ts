import type { z } from 'zod';
import { type AnyWords, type Looks, looksOf } from '../../catalogue/index.ts';
import { type Field, tickedOrNot } from '../../ui/index.ts';
import { listAt, type Path, type Plain, textAt, valueAt } from '../rules/yamlTree.ts';
import { texts } from '../texts/forms.ts';
import { type ConditionNode, conditionNode } from './condition.ts';
import { type Leaf, leafOf } from './leaf.ts';
import { controlOf, keysOf, mostOf, type Shape, shapeOf } from './shape.ts';

/** A form as the schema and the words of an entry make it: fields, groups of them, and lists whose items are groups. */
export type Node = Leaf | ConditionNode | Group | List;

export type Group = {
  readonly kind: 'group';
  readonly key: string;
  readonly path: Path;
  readonly words: Looks;
  readonly empty: Shape['empty'];
  /** Its keys, and those of what it stands in, in the order in which they are written. */
  readonly order: readonly string[];
  readonly around: readonly string[];
  readonly nodes: readonly Node[];
};

export type Item = Omit<Group, 'kind' | 'empty'> & {
  /** Begins the names of its fields, and the paths of these: those of one that isn't there yet begin at itself. */
  readonly name: string;
  readonly within: Path;
  readonly summary: string;
};

export type List = {
  readonly kind: 'list';
  readonly key: string;
  readonly path: Path;
  readonly words: Looks;
  readonly empty: Shape['empty'];
  readonly items: readonly (Item & { readonly removal: Field })[];
  /** Outside the file until they are filled. */
  readonly fresh: readonly Item[];
};

export type NodePlace = {
  /** Of the entry in its file. */
  readonly root: Path;
  readonly path: Path;
  readonly value: unknown;
  /** Is it being made? What is given once is then asked. */
  readonly fresh: boolean;
  /** Do its fields have to be filled? Not those of what may be left out as a whole. */
  readonly needed: boolean;
  readonly mayAskHealth: boolean;
};

export function nodesOf(
  keys: Readonly<Record<string, z.core.$ZodType>>,
  words: Readonly<Record<string, AnyWords>>,
  place: NodePlace,
): readonly Node[] {
  const order = Object.keys(keys);
  return Object.entries(words).flatMap(([key, said]): readonly Node[] => {
    const schema = keys[key];
    const looks = looksOf(said);
    if (schema === undefined || (looks.fixed === true && !place.fresh)) return [];
    return [
      nodeOf(
        key,
        shapeOf(schema),
        looks,
        { ...place, path: [...place.path, key], value: valueAt(place.value, [key]) },
        order,
      ),
    ];
  });
}

function nodeOf(
  key: string,
  shape: Shape,
  words: Exclude<AnyWords, string>,
  place: NodePlace,
  order: readonly string[],
): Node {
  const { path, root } = place;
  const name = path.slice(root.length).join('-');
  const control = controlOf(shape.schema);
  if (control === 'condition') return conditionNode({ key, name, words, ...place });
  if (control !== 'group' && control !== 'list') return leafOf({ key, name, control, shape, words, order, ...place });
  const keys = keysOf(shape.schema);
  const fields = words.fields ?? {};
  const common = { key, path, words, empty: shape.empty, order: Object.keys(keys), around: order };
  if (control === 'group') {
    const needed = place.needed && shape.empty === 'required';
    return {
      kind: 'group',
      ...common,
      nodes: nodesOf(keys, fields, { ...place, fresh: place.fresh || place.value === undefined, needed }),
    };
  }
  const item = (step: string | number, value: unknown, fresh: boolean, at: Path): Item => {
    const within = fresh ? [...path.slice(root.length), step] : at;
    return {
      ...common,
      path: at,
      name: `${name}-${step}`,
      within,
      summary: summaryOf(words, step, value),
      nodes: nodesOf(keys, fields, {
        ...place,
        root: fresh ? [] : root,
        path: within,
        value,
        fresh,
        needed: !fresh,
      }),
    };
  };
  const items = listAt(place.value, []).slice(0, mostOf(shape.schema));
  return {
    kind: 'list',
    ...common,
    items: items.map((value, index) => {
      const one = item(index, value, false, [...path, index]);
      return { ...one, removal: removalOf(one.name) };
    }),
    fresh: FRESH.slice(0, isSmall(keys) ? FRESH.length : 1).map((step) =>
      item(step, undefined, true, [...path, listAt(place.value, []).length]),
    ),
  };
}

/** The steps of items that aren't there yet. Of a few fields, several can be added at once. */
const FRESH = ['new', 'new2', 'new3', 'new4'] as const;
/** More fields than these stand side by side, or folded. */
export const FEW = 4;

/** A few plain fields, and no condition, group or list among them. */
function isSmall(keys: ReturnType<typeof keysOf>): boolean {
  const controls = Object.values(keys).map((schema) => controlOf(shapeOf(schema).schema));
  return controls.length < FEW && !controls.some((one) => ['condition', 'group', 'list', 'yaml'].includes(one));
}

export function isFresh({ path }: { readonly path: Path }): boolean {
  return FRESH.some((step) => path.includes(step));
}

const LONGEST_SUMMARY = 80;

/** « U10 · Fabrication », « Règle 2 », « La page 2 manque. » */
function summaryOf(
  { article = 'un', one = '' }: Exclude<AnyWords, string>,
  step: string | number,
  value: unknown,
): string {
  // Of what is said in a sentence, the code is ours alone.
  const name =
    valueAt(value, ['text']) !== undefined
      ? undefined
      : ['id', 'code', 'cfd'].map((key) => textAt(value, [key])).find((text) => text !== '');
  const said = ['label', 'title', 'name', 'fields', 'diploma', 'basis', 'text']
    .map((key) => shortened(shown(valueAt(value, [key]))))
    .find((text) => text !== '');
  const both = [name, said].filter((text) => text !== undefined).join(' · ');
  return said === undefined
    ? typeof step === 'number'
      ? `${one} ${step + 1}`
      : texts.add(article, one.toLowerCase())
    : both;
}

function shortened(text: string): string {
  return text.length <= LONGEST_SUMMARY ? text : `${text.slice(0, LONGEST_SUMMARY)}…`;
}

function shown(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
}

function removalOf(name: string): Field {
  return {
    name: `${name}-remove`,
    label: texts.remove,
    control: 'checkbox',
    optional: true,
    missing: '',
    check: tickedOrNot(),
  };
}

/** Every field of a form, in its order. */
export function fieldsOf(nodes: readonly Node[]): readonly Field[] {
  return nodes.flatMap((node): readonly Field[] => {
    if (node.kind === 'leaf') return [node.field];
    if (node.kind === 'condition') return node.fields;
    if (node.kind === 'group') return fieldsOf(node.nodes);
    return [
      ...node.items.flatMap(({ nodes: its, removal }) => [...fieldsOf(its), removal]),
      ...node.fresh.flatMap((item) => fieldsOf(item.nodes)),
    ];
  });
}

export function leavesOf(nodes: readonly Node[]): readonly (Leaf | ConditionNode)[] {
  return nodes.flatMap((node): readonly (Leaf | ConditionNode)[] => {
    if (node.kind === 'leaf' || node.kind === 'condition') return [node];
    return node.kind === 'group'
      ? leavesOf(node.nodes)
      : [...node.items, ...node.fresh].flatMap((item) => leavesOf(item.nodes));
  });
}

/** What stands in a form for what the file holds. */
export function typedFrom(nodes: readonly Node[], root: unknown): Readonly<Record<string, string | readonly string[]>> {
  return Object.assign(
    {},
    ...leavesOf(nodes).map((leaf) =>
      leaf.kind === 'leaf' ? { [leaf.field.name]: leaf.shown(valueAt(root, leaf.path)) } : leaf.typed,
    ),
  );
}

export type { Plain };

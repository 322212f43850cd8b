import { type PackFault, pathInWords } from '../../catalogue/index.ts';
import type { Fault, Field, FormState, Typed } from '../../ui/index.ts';
import { isWithin } from './things.ts';
import { linesIn, sameLines, sameWords, typographic } from './words.ts';
import type { Edit } from './yamlEdit.ts';
import { listAt, type Path, type Plain, sameTree, textsAt, valueAt } from './yamlTree.ts';

/** A field of a form bound to its place in a file: it is filled from there, and what is typed goes back there. */
export type Bound = {
  readonly field: Field;
  /** From the root of the file. */
  readonly path: Path;
  /** What stands in the field for what the file holds. */
  readonly typed: (root: unknown) => string | readonly string[];
  /** The changes of the file for what was typed; none where it says the same. */
  readonly edits: (root: unknown, value: unknown) => readonly Edit[];
};

export type Place = {
  readonly path: Path;
  /** Keys of the map, in the order in which they are written, for one that isn't there yet. */
  readonly order?: readonly string[];
  /** What an empty field writes: `null`, or no key at all. */
  readonly empty?: 'null' | 'absent';
};

/** A text, on one line or several. `verbatim`: for machines, its spaces are left as they are. */
export function textBound(field: Field, place: Place, verbatim = false): Bound {
  const same = field.control === 'textarea' ? sameLines : sameWords;
  return bound(field, place, (value) => {
    const before = valueAtRoot(value.root, place);
    if (typeof value.typed !== 'string') return undefined;
    if (typeof before === 'string' && same(before, value.typed)) return before;
    const text = verbatim ? value.typed : typographic(value.typed);
    return typeof before === 'string' && before.endsWith('\n') ? `${text}\n` : text;
  });
}

/** A value that the field's check gives as the file writes it: a number, a boolean, one of a few words. */
export function valueBound(field: Field, place: Place, show: (value: unknown) => string = shown): Bound {
  return {
    ...bound(field, place, ({ typed }) =>
      typeof typed === 'string' || typeof typed === 'number' || typeof typed === 'boolean' ? typed : undefined,
    ),
    typed: (root) => show(valueAt(root, place.path)),
  };
}

/** A value that reads otherwise in the form than in the file. `write`: undefined where nothing was given. */
export function mappedBound(
  field: Field,
  place: Place,
  show: (value: unknown) => string | readonly string[],
  write: (typed: unknown) => Plain | undefined,
): Bound {
  return { ...bound(field, place, ({ typed }) => write(typed)), typed: (root) => show(valueAt(root, place.path)) };
}

/** Boxes that are ticked for what is in a list. `write`: each as the file has it. */
export function ticksBound(field: Field, place: Place, write: (value: string) => Plain = (value) => value): Bound {
  return {
    ...bound(field, place, ({ typed }) =>
      Array.isArray(typed) && typed.length > 0 ? typed.map((one) => write(String(one))) : undefined,
    ),
    typed: (root) => textsAt(root, place.path),
  };
}

/** A list of texts, one a line in a textarea. */
export function linesBound(field: Field, place: Place): Bound {
  return {
    field,
    path: place.path,
    typed: (root) => textsAt(root, place.path).join('\n'),
    edits: (root, value) => {
      const after = typeof value === 'string' ? linesIn(value) : [];
      if (after.length > 0) return listEdits(root, place, after);
      return listAt(root, place.path).length === 0 ? [] : emptied(place);
    },
  };
}

/** What stands in a form for what the file holds. */
export function formFrom(bounds: readonly Bound[], root: unknown): Typed {
  return Object.fromEntries(bounds.map(({ field, typed }) => [field.name, typed(root)]));
}

export function editsFrom(
  bounds: readonly Bound[],
  root: unknown,
  values: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  return bounds.flatMap(({ field, edits }) => edits(root, values[field.name]));
}

/** The faults of the pack at the fields where they are to be mended, each field once. */
export function faultsAtFields(
  bounds: readonly Bound[],
  faults: readonly Pick<PackFault, 'path' | 'message'>[],
  say: (message: string) => string = (message) => message,
): readonly Fault[] {
  const found = faults.flatMap(({ path, message }): readonly Fault[] => {
    const at = bounds.find((one) => isWithin(path, pathInWords(one.path)));
    return at === undefined ? [] : [{ field: at.field.name, message: say(message) }];
  });
  return bounds.flatMap(({ field }) => found.find((fault) => fault.field === field.name) ?? []);
}

/** A form filled from the file, with the faults of the draft at their fields. */
export function stateFrom(bounds: readonly Bound[], root: unknown, faults: readonly Fault[] = []): FormState {
  return { typed: formFrom(bounds, root), faults };
}

function bound(
  field: Field,
  place: Place,
  write: (value: { readonly root: unknown; readonly typed: unknown }) => Plain | undefined,
): Bound {
  return {
    field,
    path: place.path,
    typed: (root) => shown(valueAt(root, place.path)),
    edits: (root, typed) => {
      const before = valueAt(root, place.path);
      const after = write({ root, typed });
      if (after === undefined) {
        const gone = before === undefined || (before === null && place.empty !== 'absent');
        return gone && !(place.empty === 'null' && before === undefined) ? [] : emptied(place);
      }
      return sameTree(before, after) ? [] : [{ path: place.path, set: after, ...ordered(place) }];
    },
  };
}

function emptied(place: Place): readonly Edit[] {
  return place.empty === 'null'
    ? [{ path: place.path, set: null, ...ordered(place) }]
    : [{ path: place.path, remove: true }];
}

/** Only the lines that differ are written anew: those alike at the beginning and at the end stay. */
function listEdits(root: unknown, place: Place, after: readonly string[]): readonly Edit[] {
  const before = listAt(root, place.path);
  if (before.length === 0) return [{ path: place.path, set: after.map(typographic), ...ordered(place) }];
  const alike = (a: unknown, b: string | undefined): boolean =>
    typeof a !== 'object' && b !== undefined && sameWords(String(a), b);
  let head = 0;
  while (head < before.length && alike(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && alike(before.at(-1 - tail), after.at(-1 - tail)))
    tail += 1;
  const old = before.length - head - tail;
  const fresh = after.slice(head, after.length - tail);
  const at = (index: number): Path => [...place.path, head + index];
  return [
    ...fresh.map((text, index) =>
      index < old ? { path: at(index), set: typographic(text) } : { path: at(index), insert: typographic(text) },
    ),
    ...Array.from(
      { length: Math.max(0, old - fresh.length) },
      () => ({ path: at(fresh.length), remove: true }) as const,
    ),
  ];
}

function ordered({ order }: Place): { readonly order?: readonly string[] } {
  return order === undefined ? {} : { order };
}

function valueAtRoot(root: unknown, { path }: Place): unknown {
  return valueAt(root, path);
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

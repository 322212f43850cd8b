import { ENTRIES, issuesInFrench, type Kind, type PackFault, pathInWords } from '../../catalogue/index.ts';
import type { Fault } from '../../ui/index.ts';
import { isWithin, type PackEntry } from '../rules/entries.ts';
import { listAt, type Path, valueAt } from '../rules/yamlTree.ts';
import { formKind } from './cases.ts';
import { someAskHealth } from './condition.ts';
import { fieldsOf, type Node, nodesOf } from './nodes.ts';

export type EntryPart = { readonly legend: string; readonly help?: string; readonly nodes: readonly Node[] };

/** The form of one entry, from its schema and its words. */
export type EntryForm = { readonly kind: Kind; readonly parts: readonly EntryPart[]; readonly nodes: readonly Node[] };

/** `entry`: what fills it; `fresh`: one is being made, of that one or of nothing. */
export function entryForm(
  kind: Kind,
  entry: Pick<PackEntry, 'path' | 'value'> | null,
  fresh: boolean = entry === null,
): EntryForm {
  const value = entry?.value ?? {};
  const { schema, words } = formKind(kind, value);
  const nodes = nodesOf(schema.shape, words.fields, {
    root: entry?.path ?? [],
    path: entry?.path ?? [],
    value,
    fresh,
    needed: true,
    mayAskHealth:
      valueAt(value, ['health']) === true ||
      someAskHealth(listAt(value, ['rules']).map((rule) => valueAt(rule, ['when']))),
  });
  const keys = Object.keys(words.fields);
  const parts = words.parts.map((part, index) => {
    const next = words.parts[index + 1];
    const its = keys.slice(keys.indexOf(part.from), next === undefined ? keys.length : keys.indexOf(next.from));
    return { ...part, nodes: nodes.filter(({ key }) => its.includes(key)) };
  });
  return { kind, parts: parts.filter((part) => part.nodes.length > 0), nodes };
}

/** What the schema refuses of an entry as it would be, at the fields. `removed`: the items that went from the lists of the form. */
export function schemaFaults(
  { kind, nodes }: EntryForm,
  value: unknown,
  removed: readonly Path[],
  root: Path,
): readonly Fault[] {
  const parsed = ENTRIES[kind].schema.safeParse(value);
  if (parsed.success) return [];
  const places = placesOf(nodes, removed).map(({ path, ...place }) => ({ ...place, path: path.slice(root.length) }));
  const nameAt = (path: Path): string | undefined => nearest(places, pathInWords(path))?.label;
  const issues = issuesInFrench(parsed.error.issues, value, '', [], nameAt);
  return atPlaces(
    places,
    issues.map(({ path, message }) => ({ path: pathInWords(path), message })),
  );
}

/** The faults of the pack at the fields where they are to be mended, each field once. */
export function faultsAtFields(
  { nodes }: Pick<EntryForm, 'nodes'>,
  faults: readonly Pick<PackFault, 'path' | 'message'>[],
  say: (message: string) => string = (message) => message,
): readonly Fault[] {
  return atPlaces(placesOf(nodes, []), faults).map(({ field, message }) => ({ field, message: say(message) }));
}

type Placed = { readonly path: Path; readonly field: string; readonly label: string };

/** Where each part of a form stands in the file once items went, and the field that speaks for it. */
function placesOf(nodes: readonly Node[], removed: readonly Path[]): readonly Placed[] {
  return nodes.flatMap((node): readonly Placed[] => {
    const field = node.kind === 'list' ? node.items[0]?.removal.name : undefined;
    const first = field ?? fieldsOf([node])[0]?.name;
    if (first === undefined) return [];
    const label = node.kind === 'leaf' ? node.field.label : node.kind === 'condition' ? node.key : node.words.label;
    const own: Placed = { path: shifted(node.path, removed), field: first, label };
    if (node.kind === 'group') return [own, ...placesOf(node.nodes, removed)];
    if (node.kind !== 'list') return [own];
    const kept = node.items.filter(({ path }) => !removed.some((one) => one.join() === path.join()));
    const fresh = node.fresh.flatMap(({ nodes: its, path, within }) =>
      placesOf(its, []).map((place) => ({
        ...place,
        path: shifted([...path, ...place.path.slice(within.length)], removed),
      })),
    );
    const items = kept.flatMap((item): readonly Placed[] => [
      ...placesOf(item.nodes, removed),
      { path: shifted(item.path, removed), field: item.removal.name, label },
    ]);
    return [own, ...items, ...fresh];
  });
}

function shifted(path: Path, removed: readonly Path[]): Path {
  return path.map((step, index) => {
    if (typeof step !== 'number') return step;
    const before = removed.filter((one) => one.length === index + 1 && isBefore(one, path.slice(0, index), step));
    return step - before.length;
  });
}

function isBefore(removed: Path, above: Path, step: number): boolean {
  return removed.slice(0, -1).join() === above.join() && Number(removed.at(-1)) < step;
}

function nearest(places: readonly Placed[], path: string): Placed | undefined {
  const around = places.filter((place) => isWithin(path, pathInWords(place.path)));
  return around.toSorted((a, b) => b.path.length - a.path.length)[0];
}

function atPlaces(places: readonly Placed[], faults: readonly Pick<PackFault, 'path' | 'message'>[]): readonly Fault[] {
  const found = faults.flatMap(({ path, message }): readonly Fault[] => {
    const place = nearest(places, path);
    return place === undefined ? [] : [{ field: place.field, message }];
  });
  return places
    .flatMap(({ field }) => found.find((fault) => fault.field === field) ?? [])
    .filter((fault, index, all) => all.indexOf(fault) === index);
}

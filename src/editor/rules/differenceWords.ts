import {
  type AnyWords,
  Condition,
  ENTRIES,
  type Kind,
  looksOf,
  MAILS_FILE,
  type Mails,
  SHELVES,
} from '../../catalogue/index.ts';
import { plural } from '../../ui/index.ts';
import { questionWords } from '../form/cases.ts';
import { texts } from '../texts/checking.ts';
import { conditionInWords } from './conditionWords.ts';
import type { Differences, FileDifference, ValueChange } from './difference.ts';
import { dateInWords, momentInWords } from './moments.ts';
import { isRecord } from './yamlTree.ts';

const say = texts.differences;

/** One entry that changes, with what changes in it, in the words of its form. */
export type EntryDifference = {
  readonly file: string;
  readonly kind: FileDifference['kind'];
  /** « Session 2027 », « Coiffure ». */
  readonly title: string;
  /** « session »; empty for a file of no known kind. */
  readonly what: string;
  /** Instants and days, in the order of time. */
  readonly dates: readonly SaidChange[];
  readonly others: readonly SaidChange[];
};
/** null: it wasn't, or isn't any more. */
export type SaidChange = { readonly where: string; readonly was: string | null; readonly is: string | null };

type Counted = readonly [one: string, several: string];
type Place = {
  readonly where: string;
  readonly words: AnyWords | undefined;
  readonly counted: Counted | null;
  readonly key: string;
};

/** What mails are called is said by who sends them, not by the files. */
export function withMailNames({ files, ...rest }: Differences, mails: Mails): Differences {
  const names = [...mails].map(([code, { name }]) => [code, name] as const);
  return { ...rest, files: files.map((one) => (one.file === MAILS_FILE ? { ...one, names } : one)) };
}

/** What differs, entry by entry. */
export function differencesInWords({ files }: Differences): readonly EntryDifference[] {
  return files.flatMap((file): readonly EntryDifference[] => {
    const kind = kindOf(file);
    const names = new Map(file.names);
    const entries = Map.groupBy(file.values ?? [], ({ path }) => (isList(kind) ? (path[0] ?? '') : ''));
    return [...entries].map(([code, changes]) => {
      const said = changes.map((change) => ({ change, ...placeOf(kind, change) }));
      const dates = said.filter(({ change }) => isMoment(change.is ?? change.was));
      const shown = ({ change, where, words }: (typeof said)[number]): SaidChange => ({
        where,
        was: change.was === undefined ? null : valueInWords(words, change.was),
        is: change.is === undefined ? null : valueInWords(words, change.is),
      });
      return {
        file: file.file,
        kind: whole(kind, changes, file.kind),
        title: names.get(code) ?? (code || file.file),
        what: kind === null ? '' : ENTRIES[kind].words.counted[0],
        dates: dates.toSorted((a, b) => at(a.change).localeCompare(at(b.change))).map(shown),
        others: said.filter((one) => !dates.includes(one)).map(shown),
      };
    });
  });
}

/** « 1 session, 8 coefficients, 1 règle de pièce, 2 mails » */
export function summaryOf({ files }: Differences): readonly string[] {
  const found = new Map<string, { readonly words: Counted; readonly keys: Set<string> }>();
  for (const file of files.toSorted((a, b) => Number(kindOf(b) === 'sessions') - Number(kindOf(a) === 'sessions'))) {
    const kind = kindOf(file);
    for (const change of file.values ?? []) {
      const place = placeOf(kind, change);
      // What comes or goes whole counts as one, whatever it holds.
      const isWhole = whole(kind, [change], file.kind) !== 'changed';
      const words = isWhole && kind !== null ? ENTRIES[kind].words.counted : place.counted;
      if (words === null) continue;
      const one = found.get(words[0]) ?? { words, keys: new Set() };
      one.keys.add(`${file.file} ${isWhole ? wholeKey(kind, change) : place.key}`);
      found.set(words[0], one);
    }
  }
  return [...found.values()].map(({ words, keys }) => plural(keys.size, ...words));
}

/** The entry in its file: by its code in a list. */
function wholeKey(kind: Kind | null, { path }: Pick<ValueChange, 'path'>): string {
  return isList(kind) ? (path[0] ?? '') : '';
}

function kindOf({ file }: FileDifference): Kind | null {
  return SHELVES.find(({ holds }) => holds.test(file))?.kind ?? null;
}

function fieldsIn(kind: Kind | null): Readonly<Record<string, AnyWords>> | undefined {
  if (kind === null) return undefined;
  const { fields } = ENTRIES[kind].words;
  if (kind === 'cases') return { ...fields, question: { label: say.situation, fields: questionWords } };
  return kind === 'sessions' ? { ...ENTRIES.relativeSessions.words.fields, ...fields } : fields;
}

function isList(kind: Kind | null): boolean {
  return SHELVES.some((shelf) => shelf.kind === kind && shelf.many);
}

/** An entry that comes or goes whole within its list; elsewhere, with its file. */
function whole(
  kind: Kind | null,
  [only]: readonly ValueChange[],
  ofFile: FileDifference['kind'],
): FileDifference['kind'] {
  if (!isList(kind) || only?.path.length !== 1) return ofFile;
  return only.was === undefined ? 'added' : only.is === undefined ? 'gone' : ofFile;
}

/** The words of a place, from the root of its file: labels, and the names of items. */
function placeOf(kind: Kind | null, { path }: ValueChange): Place {
  const steps = isList(kind) ? path.slice(1) : path;
  const start: Place = {
    where: '',
    words: undefined,
    counted: kind === null ? null : ENTRIES[kind].words.counted,
    key: wholeKey(kind, { path }),
  };
  let fields = fieldsIn(kind);
  let one: string | undefined;
  return steps.reduce<Place>((place, step, index) => {
    const words: AnyWords | undefined = fields !== undefined && Object.hasOwn(fields, step) ? fields[step] : undefined;
    const { one: item, fields: its, counted } = looksOf(words);
    const named = one === undefined ? looksOf(words ?? step).label : `${one} ${step}`;
    const known = one === undefined ? words : place.words;
    if (one !== undefined) one = undefined;
    else {
      one = item;
      fields = its;
    }
    const key = path.slice(0, path.length - steps.length + index + (one === undefined ? 1 : 2)).join(' ');
    return {
      where:
        place.where === '' || (one === undefined && place.where.endsWith(named))
          ? named
          : say.within(place.where, named),
      words: known,
      counted: counted ?? place.counted,
      key: counted === undefined ? place.key : key,
    };
  }, start);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/;

function isMoment(value: string | undefined): boolean {
  return value !== undefined && MOMENT.test(value);
}

function at({ was, is }: ValueChange): string {
  return is ?? was ?? '';
}

/** A value as its form says it: an answer, an instant, yes or no, what nobody knows. */
export function valueInWords(words: AnyWords | undefined, value: string): string {
  const { options } = looksOf(words);
  if (value === 'true' || value === 'false') {
    const said = options?.[value === 'true' ? 'oui' : 'non'];
    return labelOf(said) ?? (value === 'true' ? say.yes : say.no);
  }
  if (value === 'null') return say.unknown;
  if (isMoment(value)) return value.length === 10 ? dateInWords(value) : momentInWords(value);
  if (options !== undefined)
    return value
      .split(', ')
      .map((one) => (Object.hasOwn(options, one) ? labelOf(options[one]) : undefined) ?? one)
      .join(', ');
  if (!/^[{[]/.test(value)) return value;
  try {
    return treeInWords(words, JSON.parse(value));
  } catch {
    return value;
  }
}

function labelOf(choice: string | { readonly label: string } | undefined): string | undefined {
  return typeof choice === 'string' ? choice : choice?.label;
}

/** One line a field of what is there as a whole. */
function treeInWords(words: AnyWords | undefined, tree: unknown): string {
  const condition = Condition.safeParse(tree);
  if (condition.success) return conditionInWords(condition.data);
  if (Array.isArray(tree)) return tree.map((one) => treeInWords(words, one)).join(isRecord(tree[0]) ? '\n' : ', ');
  if (!isRecord(tree)) return valueInWords(words, String(tree));
  const { fields = {} } = looksOf(words);
  return Object.entries(tree)
    .map(([key, value]) => {
      const its = Object.hasOwn(fields, key) ? fields[key] : undefined;
      return `${looksOf(its ?? key).label}\u00a0: ${treeInWords(its, value)}`;
    })
    .join('\n');
}

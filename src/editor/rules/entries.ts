import { type Kind, type PackFault, type PackFile, pathInWords, SHELVES } from '../../catalogue/index.ts';
import { isRecord, type Path, readTree, textAt } from './yamlTree.ts';

/** One entry of the pack where it stands in the draft, sound or not: a session, a piece, a mail… */
export type PackEntry = {
  readonly file: string;
  /** The text of that file. */
  readonly text: string;
  /** Where it stands in the file: nothing for a file of its own, its position in a list. */
  readonly path: Path;
  /** The values of the file, from its root. */
  readonly root: unknown;
  /** Its own values. */
  readonly value: Readonly<Record<string, unknown>>;
};

export type Shelf = Exclude<Kind, 'relativeSessions'>;

function holds(shelf: Shelf, file: string): boolean {
  return SHELVES.some((one) => one.kind === shelf && one.holds.test(file));
}

/** The exam in whose folder a file stands; empty for the others. */
export function examOf({ file }: Pick<PackEntry, 'file'>): string {
  return /^exams\/([^/]+)\//.exec(file)?.[1] ?? '';
}

/** The values of texts already read, the last used last: a draft is read anew at each click, and differs by a file or two. */
const trees = new Map<string, unknown>();
/** In characters: four times the pack that ships. */
const REMEMBERED = 1_000_000;
let remembered = 0;

function treeOf({ text }: PackFile): unknown {
  const known = trees.has(text);
  const root = known ? trees.get(text) : readTree(text);
  trees.delete(text);
  trees.set(text, root);
  if (!known) remembered += text.length;
  for (const [one] of trees) {
    if (remembered <= REMEMBERED) break;
    trees.delete(one);
    remembered -= one.length;
  }
  return root;
}

export function entriesOn(files: readonly PackFile[], shelf: Shelf): readonly PackEntry[] {
  return files
    .filter(({ file }) => holds(shelf, file))
    .flatMap((one): readonly PackEntry[] => {
      const { file, text } = one;
      const root = treeOf(one);
      if (isRecord(root)) return [{ file, text, path: [], root, value: root }];
      if (!Array.isArray(root)) return [];
      return root.flatMap((value: unknown, index) =>
        isRecord(value) ? [{ file, text, path: [index], root, value }] : [],
      );
    });
}

/** Files of a shelf that can't be read as they are written. */
export function unreadableOn(files: readonly PackFile[], shelf: Shelf): readonly string[] {
  return files.filter((one) => holds(shelf, one.file) && treeOf(one) === undefined).map(({ file }) => file);
}

/** What names it; the only one of its kind is named by its file. */
export function codeOf(entry: PackEntry, shelf: Shelf): string {
  if (shelf === 'installation') return slugOf(entry);
  return textAt(entry.value, [shelf === 'specialities' || shelf === 'regulations' ? 'cfd' : 'code']);
}

/** The entry of that code or reference, the first where two have it; undefined when there is none. */
export function entryNamed(files: readonly PackFile[], shelf: Shelf, code: string): PackEntry | undefined {
  if (code === '') return undefined;
  return entriesOn(files, shelf).find((entry) => [codeOf(entry, shelf), longReference(entry, shelf)].includes(code));
}

/** What names an entry in addresses: its code, with its exam where another exam has the same. */
export function referenceOf(files: readonly PackFile[], shelf: Shelf, entry: PackEntry): string {
  const code = codeOf(entry, shelf);
  const first = entryNamed(files, shelf, code);
  return first === undefined || examOf(first) === examOf(entry) ? code : longReference(entry, shelf);
}

function longReference(entry: PackEntry, shelf: Shelf): string {
  return `${examOf(entry)}.${codeOf(entry, shelf)}`;
}

/** The name of its file, without folder or ending: for addresses. */
export function slugOf({ file }: PackEntry): string {
  return file.replace(/^.*\//, '').replace(/\.yaml$/, '');
}

/** The files with one written anew, or added. */
export function withFile(files: readonly PackFile[], file: string, text: string): readonly PackFile[] {
  return [...files.filter((one) => one.file !== file), { file, text }];
}

/** The faults that stand in that entry. */
export function faultsOf(
  { file, path }: Pick<PackEntry, 'file' | 'path'>,
  faults: readonly PackFault[],
): readonly PackFault[] {
  return faults.filter((fault) => fault.file === file && isWithin(fault.path, pathInWords(path)));
}

/** `[2].rules[0].why` is within `[2]`, not within `[21]`. */
export function isWithin(path: string, above: string): boolean {
  return above === '' || path === above || (path.startsWith(above) && /[.[]/.test(path[above.length] ?? ''));
}

/** « Coiffure »: what an entry is called. A mail is called by who sends it. */
export function titleOf(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const name = ['label', 'name', 'title'].map((key) => value[key]).find((one) => typeof one === 'string');
  return typeof name === 'string' ? name : null;
}

import { ENTRIES, type Kind, SHELVES } from '../catalogue/index.ts';
import type { AtDraft } from './guards.ts';
import type { DraftPart } from './pages/draftFrame.tsx';
import {
  codeOf,
  entriesOn,
  examOf,
  type PackEntry,
  referenceOf,
  type Shelf,
  slugOf,
  titleOf,
} from './rules/entries.ts';
import { slug } from './rules/words.ts';
import { textAt, valueAt } from './rules/yamlTree.ts';
import { texts } from './texts/forms.ts';

/** Where a kind of entry is changed. */
type Door = {
  /** The part of the draft whose page lists it. */
  readonly part: DraftPart;
  /** Begins the addresses of its pages; its part, unless it says otherwise. */
  readonly at?: string;
  /** How a form makes a new one: from nothing, from one that is there. */
  readonly made?: readonly ('new' | 'copy')[];
};

const DOORS: Readonly<Record<Shelf, Door>> = {
  sessions: { part: 'sessions' },
  specialities: { part: 'specialites', made: ['new'] },
  regulations: { part: 'specialites' },
  pieceTypes: { part: 'pieces', made: ['new'] },
  mails: { part: 'textes' },
  cases: { part: 'cas' },
  academies: { part: 'academies', made: ['new', 'copy'] },
  departments: { part: 'academies', at: 'departements' },
  installation: { part: 'academies', at: 'installation' },
  exams: { part: 'examens', made: ['new', 'copy'] },
};

export function doorOf(shelf: Shelf): Required<Door> {
  const door = DOORS[shelf];
  return { at: door.part, made: [], ...door };
}

/** Last words of an address that name no entry. */
export const RESERVED = ['nouveau', 'copier', 'copie', 'version'];

/** The page of an entry, as a part of its draft. */
export function pageOf({ files }: Pick<AtDraft, 'files'>, shelf: Shelf, entry: PackEntry): string {
  if (shelf === 'regulations')
    return `specialites/${encodeURIComponent(codeOf(entry, shelf))}/reglements/${encodeURIComponent(slugOf(entry))}`;
  return `${doorOf(shelf).at}/${encodeURIComponent(referenceOf(files, shelf, entry))}`;
}

/** The file of a new one, where those of its kind are kept. */
export function fileOfNew(shelf: Shelf, exam: string, value: unknown): string {
  const usual = SHELVES.find(({ kind }) => kind === shelf)?.usual ?? '';
  const place = usual.replace('…', shelf === 'exams' ? textAt(value, ['code']) : exam);
  if (!place.endsWith('/')) return place;
  if (shelf === 'cases') return `${place}bureau.yaml`;
  if (shelf !== 'regulations') return `${place}${textAt(value, ['code'])}.yaml`;
  return `${place}${textAt(value, ['cfd'])}-${slug(textAt(value, ['title'])).slice(0, 60)}.yaml`;
}

/** Does each exam have its own? */
export function isOfExam(shelf: Shelf): boolean {
  return shelf !== 'exams' && SHELVES.some(({ kind, usual }) => kind === shelf && usual.includes('…'));
}

/** What it is, once known from its values: a session made from another is one of its own kind. */
export function kindOf(shelf: Shelf, entry: Pick<PackEntry, 'value'> | null): Kind {
  return shelf === 'sessions' && valueAt(entry?.value, ['basedOn']) !== undefined ? 'relativeSessions' : shelf;
}

export function shelfOf(kind: Kind): Shelf {
  return kind === 'relativeSessions' ? 'sessions' : kind;
}

/** As its page is titled; its code where it says nothing. */
export function nameOf(shelf: Shelf, entry: PackEntry): string {
  if (shelf === 'installation') return texts.capital(countedOf(shelf)[1]);
  // Their label stands within a sentence, with its article.
  const isPlace = shelf === 'academies' || shelf === 'departments';
  return (isPlace ? textAt(entry.value, ['name']) : titleOf(entry.value)) || codeOf(entry, shelf);
}

/** The exams of a draft, by their code, with their short name. */
export function examsIn({ files }: Pick<AtDraft, 'files'>): ReadonlyMap<string, string> {
  return new Map(entriesOn(files, 'exams').map((one) => [examOf(one), textAt(one.value, ['short']) || examOf(one)]));
}

export const countedOf = (shelf: Shelf): readonly [string, string] => ENTRIES[shelf].words.counted;

/** « Ajouter une spécialité », for one of several exams « Ajouter une spécialité (CAP) ». */
export function addInWords(at: Pick<AtDraft, 'files'>, shelf: Shelf, exam: string): string {
  const exams = examsIn(at);
  const { article, counted } = ENTRIES[shelf].words;
  const add = texts.add(article, counted[0]);
  return isOfExam(shelf) && exams.size > 1 ? `${add} (${exams.get(exam) ?? exam})` : add;
}

import { type Kind, THINGS } from '../catalogue/index.ts';
import type { AtDraft } from './guards.ts';
import type { Part } from './pages/draftFrame.tsx';
import { codeOf, examOf, referenceOf, type Shelf, slugOf, type Thing, thingsOn, titleOf } from './rules/things.ts';
import { slug } from './rules/words.ts';
import { textAt, valueAt } from './rules/yamlTree.ts';

/** Where each kind of thing is changed: the part of the draft whose pages list it, and where a new one is written. */
export type Door = {
  readonly shelf: Shelf;
  readonly part: Part;
  /** The file of a new one, in the folder of its exam; absent where none is made by a form of its own. */
  readonly file?: (exam: string, value: unknown) => string;
};

export const DOORS = {
  sessions: { shelf: 'sessions', part: 'sessions' },
  specialities: { shelf: 'specialities', part: 'specialites', file: (exam) => `exams/${exam}/specialities.yaml` },
  regulations: {
    shelf: 'regulations',
    part: 'specialites',
    file: (exam, value) =>
      `exams/${exam}/regulations/${textAt(value, ['cfd'])}-${slug(textAt(value, ['title'])).slice(0, 60)}.yaml`,
  },
  pieceTypes: { shelf: 'pieceTypes', part: 'pieces', file: (exam) => `exams/${exam}/pieces.yaml` },
  mails: { shelf: 'mails', part: 'textes' },
  cases: { shelf: 'cases', part: 'cas', file: (exam) => `exams/${exam}/cases/bureau.yaml` },
  academies: { shelf: 'academies', part: 'academies' },
  exams: { shelf: 'exams', part: 'examens' },
} as const satisfies Partial<Readonly<Record<Shelf, Door>>>;

export type DoorName = keyof typeof DOORS;

/** The page of a thing, as a part of its draft. */
export function pageOf({ files }: Pick<AtDraft, 'files'>, door: DoorName, thing: Thing): string {
  if (door === 'regulations')
    return `specialites/${encodeURIComponent(codeOf(thing, door))}/reglements/${encodeURIComponent(slugOf(thing))}`;
  return `${DOORS[door].part}/${encodeURIComponent(referenceOf(files, DOORS[door].shelf, thing))}`;
}

/** What it is, once known from its values: a session made from another is one of its own kind. */
export function kindOf(shelf: Shelf, thing: Thing | null): Kind {
  return shelf === 'sessions' && valueAt(thing?.value, ['basedOn']) !== undefined ? 'relativeSessions' : shelf;
}

export function shelfOf(kind: Kind): Shelf {
  return kind === 'relativeSessions' ? 'sessions' : kind;
}

/** As its page is titled; its code where it says nothing. */
export function nameOf(shelf: Shelf, thing: Thing): string {
  return (shelf === 'academies' ? textAt(thing.value, ['name']) : titleOf(thing.value)) || codeOf(thing, shelf);
}

export function examsIn({ files }: Pick<AtDraft, 'files'>): readonly string[] {
  return thingsOn(files, 'exams').map(examOf);
}

export const countedOf = (shelf: Shelf): readonly [string, string] => THINGS[shelf].words.counted;

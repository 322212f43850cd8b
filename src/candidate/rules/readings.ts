import type { Role } from '../../accounts/index.ts';
import type { JournalEntry } from '../../platform/journal.ts';
import { type Json, memberOf } from '../../platform/keys.ts';
import { parisDay } from '../../platform/time.ts';

/** The names of the journal that say who of the office looked at what of a file. */
export const READINGS = [
  'file.read',
  'draft.found',
  'document.viewed',
  'paper.read',
  'pieces.exported',
  'former.read',
  'script.read',
] as const;

/** The same of a request of accommodations, and of an absence that was explained: in a chain of its own, which nobody of the office reads. */
export const REQUEST_READINGS = [
  'accommodation.read',
  'accommodation.documentViewed',
  'excuse.opened',
  'excuse.proofViewed',
] as const;

/** In what capacity somebody of the office reads; null: nobody who is there any more. */
export type OfficeReader = { readonly role: Role; readonly portfolios: readonly string[] } | null;

/** What one person of the office looked at on one day. */
export type DayOfReading = {
  readonly key: string;
  readonly day: Temporal.PlainDate;
  /** `own`: its candidate, of whom the scripts that they open are told too. */
  readonly reader: OfficeReader | 'own';
  readonly file: boolean;
  /** An enrolment begun, found by what its candidate said. */
  readonly draft: boolean;
  /** A paper of the office. */
  readonly paper: boolean;
  /** All files of the pieces together. */
  readonly archive: boolean;
  /** Results of sessions before, in the system of then. */
  readonly former: boolean;
  /** Scripts, opened by their candidate. */
  readonly scripts: boolean;
  /** The request of accommodations. */
  readonly request: boolean;
  /** A document joined to it. */
  readonly requestDocument: boolean;
  /** What they sent of an absence, or a document joined to it. */
  readonly absence: boolean;
  /** Codes of pieces, each once, those that were looked at first first. */
  readonly pieces: readonly string[];
};

/** Day by day and person by person, the latest first. `entries`: in any order. */
export function readingsOf(
  entries: readonly JournalEntry[],
  readerOf: (id: string) => OfficeReader,
): readonly DayOfReading[] {
  const byStaff = entries
    .filter(({ actorKind, name }) => actorKind === 'staff' || name === 'script.read')
    .toSorted((one, other) => Temporal.Instant.compare(other.businessAt, one.businessAt));
  const groups = Map.groupBy(byStaff, ({ businessAt, actorId }) => `${parisDay(businessAt)} ${actorId}`);
  return [...groups].map(([key, own]) => {
    const named = (name: (typeof READINGS)[number] | (typeof REQUEST_READINGS)[number]): readonly JournalEntry[] =>
      own.filter((entry) => entry.name === name);
    const [first] = own;
    if (first === undefined) throw new Error('An empty group');
    return {
      key,
      day: parisDay(first.businessAt),
      reader: first.actorKind === 'staff' ? readerOf(first.actorId ?? '') : 'own',
      file: named('file.read').length > 0,
      draft: named('draft.found').length > 0,
      paper: named('paper.read').length > 0,
      archive: named('pieces.exported').length > 0,
      former: named('former.read').length > 0,
      scripts: named('script.read').length > 0,
      request: named('accommodation.read').length > 0,
      requestDocument: named('accommodation.documentViewed').length > 0,
      absence: named('excuse.opened').length + named('excuse.proofViewed').length > 0,
      pieces: [...new Set(named('document.viewed').map(({ data }) => codeIn(data)))].reverse(),
    };
  });
}

function codeIn(data: Json): string {
  const code = memberOf(data, 'code');
  return typeof code === 'string' ? code : '';
}

import type { Candidate } from '../accounts/index.ts';
import type { Catalogue, ResolvedSession } from '../catalogue/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Act } from '../platform/journal.ts';
import type { Chrome } from '../ui/index.ts';
import type { Enrolment, EnrolmentId, StepName } from './enrolment.ts';
import type { TypedEntry } from './entry.ts';
import type { Refusal } from './refusals.ts';
import type { Window } from './rules/window.ts';

/** Where the pages of one writer stand. */
export type PenAddresses = {
  readonly hub: (id: EnrolmentId | string) => string;
  readonly step: (id: EnrolmentId | string, step: StepName) => string;
  readonly change: (id: EnrolmentId | string, step: StepName) => string;
  readonly abandon: (id: EnrolmentId | string) => string;
};

/** Who holds the pen: the candidate, or an officer in the candidate's name. The steps are the same for both. */
export type Pen = {
  readonly by: 'candidate' | 'office';
  readonly act: (visit: Visit) => Act;
  readonly addresses: PenAddresses;
  readonly chrome: (visit: Visit, enrolment: Enrolment | null) => Promise<Chrome>;
  /** Within which what is written counts. */
  readonly window: (session: ResolvedSession) => Window;
  readonly inWords: (refusal: Refusal) => string;
  /** Where what was done is read; `message`: of that page. */
  readonly done: (id: EnrolmentId, message: string) => string;
  /** Of an officer: what they were asked, while it is open; null: it has ended. */
  readonly entry: TypedEntry | null;
  /** Of an officer: the last of theirs, ended or not; its *Enregistrer* pressed again is answered as it was. */
  readonly lastEntry: TypedEntry | null;
  /** « Jeanne Martin », in whose name an officer types; empty: the candidate writes. */
  readonly inNameOf: string;
  /** May this writer register with the group of that code? */
  readonly mayFollow: (portfolio: string) => boolean;
  /** Why this writer may not choose this speciality. */
  readonly refuseSpeciality: (catalogue: Catalogue, cfd: string) => string | null;
};

/** Does who writes still hold the pen? An officer's entry may have ended in another tab, or gone to a colleague. */
export function holdsPen({ by, entry }: Pick<Pen, 'by' | 'entry'>): boolean {
  return by === 'candidate' || entry !== null;
}

/** An enrolment, whose it is, and who writes in it. */
export type OpenedForWriting = { readonly person: Candidate; readonly enrolment: Enrolment; readonly pen: Pen };

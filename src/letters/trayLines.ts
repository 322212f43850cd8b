import { accountId } from '../accounts/index.ts';
import { findEnrolmentsOf } from '../enrolment/index.ts';
import {
  type Addressee,
  addresseeOf,
  findHealthNotices,
  findNotices,
  type LetterStanding,
  type LetterToPrint,
  NO_ADDRESSEE,
  type Notice,
  standingOf,
} from '../papers/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import { parisDay } from '../platform/time.ts';
import { type AtDesk, filesTexts, nameOfSession, type Scope } from '../scope/index.ts';
import type { LetterTrayDeps } from './deps.ts';
import { isShown, type LetterFilter, type LetterSort, readLetterFilter, readLetterSort } from './rules/letterFilter.ts';
import { listLetters, type PostedFile } from './store.ts';
import { lettersTexts as say } from './texts.ts';
import type { Taken, Tray } from './trays.ts';

export type TrayRequest = {
  /** Null: all of them. */
  readonly session: string | null;
  readonly label: string;
  readonly here: Scope;
  readonly filter: LetterFilter;
  readonly sort: LetterSort | null;
};

export function askedIn({ catalogue }: LetterTrayDeps, { query }: Visit, { scope }: AtDesk): TrayRequest {
  const session = scope.sessions.find((code) => code === query.session) ?? null;
  const label = session === null ? filesTexts.everySession : nameOfSession(catalogue(), session);
  const here = session === null ? scope : { ...scope, sessions: [session] };
  return { session, label, here, filter: readLetterFilter(query.etat), sort: readLetterSort(query.nature) };
}

export type FoundLetter = PostedFile & { readonly notice: Notice; readonly notification: LetterStanding };

/** Those of these papers and letters that this scope may read: ordinary ones, or those that tell of somebody's health. */
export function noticesIn(
  { db }: Pick<LetterTrayDeps, 'db'>,
  { academy, pieces }: Scope,
  ids: readonly string[],
): Promise<readonly Notice[]> {
  return (pieces === 'confidential' ? findHealthNotices : findNotices)(db, academy, ids);
}

/** Those of the filter: decisions in the order of names, then letters, the last first. */
export async function findLines(
  deps: LetterTrayDeps,
  tray: Tray,
  { here, filter, sort }: TrayRequest,
): Promise<readonly FoundLetter[]> {
  const [decided, letters] = await Promise.all([
    sort === 'lettres' ? [] : tray.decided(here),
    sort === 'decisions' || filter === 'deposited'
      ? []
      : listLetters(deps.db, here, filter !== 'to-post' && filter !== 'over'),
  ]);
  const files = [...decided, ...letters];
  const ids = files.map(({ paperId }) => paperId);
  const notices = new Map((await noticesIn(deps, here, ids)).map((notice) => [notice.id, notice]));
  const now = deps.clock.now();
  return files.flatMap((one): readonly FoundLetter[] => {
    const notice = notices.get(one.paperId);
    if (notice === undefined) return [];
    const notification = standingOf(notice, now, one.over);
    return isShown(notification, filter) ? [{ ...one, notification, notice }] : [];
  });
}

/** The decisions of a tray that nobody has posted. */
export async function countDecisionsToPost(deps: LetterTrayDeps, tray: Tray, here: Scope): Promise<number> {
  const asked: TrayRequest = { session: null, label: '', here, filter: 'to-post', sort: 'decisions' };
  return (await findLines(deps, tray, asked)).length;
}

/** The file and the person of each line, by enrolment. */
export async function peopleOf(
  { db, accounts }: LetterTrayDeps,
  { academy }: Scope,
  lines: readonly Pick<FoundLetter, 'id'>[],
): Promise<ReadonlyMap<string, Omit<LetterToPrint, 'notice'>>> {
  const enrolments = await findEnrolmentsOf(db, academy, [...new Set(lines.map(({ id }) => id))]);
  const candidates = await accounts.findCandidates(
    db,
    enrolments.map(({ candidateId }) => accountId(candidateId)),
  );
  const people = new Map(candidates.map((candidate) => [candidate.accountId as string, candidate]));
  return new Map(
    enrolments.flatMap((enrolment) => {
      const candidate = people.get(enrolment.candidateId);
      return candidate === undefined ? [] : [[enrolment.id as string, { enrolment, candidate }] as const];
    }),
  );
}

/** To whom and where each goes. */
export async function addresseesOf(
  deps: LetterTrayDeps,
  here: Scope,
  lines: readonly Pick<FoundLetter, 'id'>[],
): Promise<(id: string) => Addressee> {
  const today = parisDay(deps.clock.now());
  const people = await peopleOf(deps, here, lines);
  return (id) => {
    const person = people.get(id);
    return person === undefined ? NO_ADDRESSEE : addresseeOf(person, today);
  };
}

/** What the journal says of it. */
export function takenOf(
  lines: readonly Pick<FoundLetter, 'id'>[],
  { session, filter, label }: TrayRequest,
  as: Taken['as'],
): Taken {
  const what = say.what(say.filters[filter].toLowerCase(), label);
  return { as, enrolments: lines.map(({ id }) => id), session, what };
}

import { personName } from '../accounts/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import { replacedUnit, sayReplacement } from '../exam/index.ts';
import { parisDay } from '../platform/time.ts';
import { clockTime, instantInWords } from '../ui/index.ts';
import type { MarkingDeps } from './deps.ts';
import { type BoardPage, countsOf, type OwnBoards, type SheetLine, type ShownSheet } from './device/board.ts';
import type { SheetForm } from './device/sheet.ts';
import { words } from './device/words.ts';
import type { AtDoor } from './guards.ts';
import type { MarkingBoard, SignedSheet } from './marking.ts';
import { ofPart, standingOf, wholeOf } from './rules/standing.ts';
import { formFor } from './sheetFor.ts';
import { listOwnBoards } from './store/boards.ts';
import { type BoardCandidate, listCandidates } from './store/candidates.ts';
import { sheetsOf } from './store/sheets.ts';

type Deps = Pick<MarkingDeps, 'db' | 'clock' | 'catalogue' | 'lockedOn'>;

/** A device forgets what it keeps so many hours after it read it. */
const KEPT_HOURS = 20;

/** The boards of somebody, with whom each examines and what was said of them. */
export async function readOwnBoards(deps: Deps, { staff, examinerId }: AtDoor): Promise<OwnBoards> {
  const boards = examinerId === null ? [] : await listOwnBoards(deps.db, examinerId);
  const now = deps.clock.now();
  return {
    owner: staff.accountId,
    keeper: staff.displayName,
    now: now.toString(),
    until: now.add({ hours: KEPT_HOURS }).toString(),
    boards: (await Promise.all(boards.map((board) => boardPage(deps, board, examinerId ?? '')))).filter(
      (one) => one !== null,
    ),
  };
}

async function boardPage(deps: Deps, board: MarkingBoard, examinerId: string): Promise<BoardPage | null> {
  const form = formFor(deps.catalogue(), board, board.part);
  if (form === null) return null;
  // Whoever sits an earlier phase is marked once the last is held.
  const candidates = board.signs ? await listCandidates(deps.db, board) : [];
  const called = form.part === 'apart' ? candidates.toSorted((a, b) => (a.number < b.number ? -1 : 1)) : candidates;
  const sheets = await sheetsOf(
    deps.db,
    board,
    candidates.map(({ enrolmentId }) => enrolmentId),
  );
  const lockedOn = await deps.lockedOn(deps.db, board);
  const names = new Map(board.members.map((one) => [one.examinerId, one.name]));
  const shown = (sheet: SignedSheet): ShownSheet => shownSheet(sheet, names, examinerId);
  const lines = called.map((one) => lineOf(one, form, sheets, { shown, lockedOn }));
  const isSaid = lockedOn !== null || countsOf(lines).agreed === lines.length;
  return {
    id: board.id,
    title: sayReplacement(board.unit, `${replacedUnit(board.unit)}, ${form.title}`),
    place: `${board.centre}, ${board.room}`,
    begins: instantInWords(board.startsAt),
    isOver: isSaid && Temporal.PlainDate.compare(parisDay(board.endsAt), parisDay(deps.clock.now())) < 0,
    locked: lockedOn === null ? null : instantInWords(lockedOn),
    members: board.members.map(({ name }) => name),
    ...(board.signs ? {} : { later: words.later }),
    form,
    lines,
  };
}

function lineOf(
  candidate: BoardCandidate,
  form: SheetForm,
  sheets: ReadonlyMap<EnrolmentId, readonly SignedSheet[]>,
  {
    shown,
    lockedOn,
  }: { readonly shown: (sheet: SignedSheet) => ShownSheet; readonly lockedOn: Temporal.Instant | null },
): SheetLine {
  const all = sheets.get(candidate.enrolmentId) ?? [];
  const isApart = form.part === 'apart';
  const said = ofPart(all, isApart);
  const standing = standingOf(said);
  const last = said.at(-1);
  return {
    enrolment: candidate.enrolmentId,
    name: isApart ? words.byNumber(candidate.number) : personName(candidate),
    number: candidate.number,
    hour: clockTime(candidate.callsAt ?? candidate.startsAt),
    state: standing?.state ?? 'none',
    sheet: standing === null ? null : shown(standing.sheet),
    other: standing === null || standing.other === null ? null : shown(standing.other),
    beside: form.part === null ? null : besideOf(form, all, standing?.state === 'agreed'),
    rank: last?.rank ?? 0,
    isLate: lockedOn !== null && last !== undefined && Temporal.Instant.compare(last.at, lockedOn) > 0,
  };
}

/** What a jury may know of the other's part: whether it is signed once its own is; both signed, the mark that they make. */
function besideOf(form: SheetForm, all: readonly SignedSheet[], isAgreed: boolean): string | null {
  const whole = wholeOf(all);
  if (whole === null) return null;
  const { state, sheet, other } = whole;
  if (other?.part?.apart === true && sheet.part?.apart === false) return words.beside.contradicts;
  if (state === 'agreed' && sheet.outcome === 'mark')
    return words.beside.whole(words.worth(sheet, { ...form, part: null }));
  if (state === 'agreed') return form.part === 'apart' ? words.beside.nothing : null;
  return isAgreed ? words.beside.waits : null;
}

function shownSheet(
  { id, outcome, halfPoints, answers, words, examinerId, at, verdicts }: SignedSheet,
  names: ReadonlyMap<string, string>,
  reader: string,
): ShownSheet {
  const nameOf = (examiner: string | null): string =>
    examiner === null ? 'chef du bureau des examens' : (names.get(examiner) ?? 'un ancien membre');
  return {
    id,
    outcome,
    halfPoints,
    answers,
    words,
    by: nameOf(examinerId),
    isOwn: examinerId === reader,
    said: clockTime(at),
    verdicts: verdicts.map((one) => ({
      name: nameOf(one.examinerId),
      agrees: one.verdict === 'agree',
      words: one.words,
    })),
  };
}

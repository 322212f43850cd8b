import { h } from 'preact';
import { personName } from '../../accounts/index.ts';
import { staffNames } from '../../exam/index.ts';
import { file, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { listMovedCalls, type MovedCall } from '../../summonses/index.ts';
import { clockTime, dayInWords, numericDay, phoneInWords, show } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import { MOST } from '../attendance.ts';
import { type BoardOfDay, readBoards } from '../boards.ts';
import { unitTitle } from '../centreDay.ts';
import type { AttendanceDeps } from '../deps.ts';
import { words } from '../device/words.ts';
import { asHead, type HeadAtExam } from '../guards.ts';
import { CentrePage } from '../pages/centrePage.tsx';
import { type CentreLine, OverviewPage } from '../pages/overviewPage.tsx';
import { type PhoneCall, phoneCallsOf } from '../phoneCalls.ts';
import { dayIn } from '../rules/readSaid.ts';
import { isSeen, SIGHTS, tallyOf } from '../rules/tally.ts';
import { listCentreNames } from '../store/keepers.ts';
import { listContacts, listRemarks, type Remark } from '../store/statements.ts';
import { officeTexts as say } from '../texts.ts';
import { correctionAct, showCorrection } from './correction.ts';
import { lineOf, readDay, type SeatOfDay, toldOf } from './examDay.ts';
import { officeFrame } from './keepers.ts';

/** What the head reads of the centres, and corrects. */
export function officeRoutes(deps: AttendanceDeps): readonly Route[] {
  const who = asHead(deps);
  return [
    route({ method: 'GET', path: addresses.overview(), who, handle: (visit, at) => showOverview(deps, visit, at) }),
    route({ method: 'GET', path: addresses.table(), who, handle: (visit, at) => giveTable(deps, visit, at) }),
    route({ method: 'GET', path: addresses.correction(), who, handle: (visit, at) => showCorrection(deps, visit, at) }),
    correctionAct(deps, who),
  ];
}

async function showOverview(deps: AttendanceDeps, visit: Visit, at: HeadAtExam): Promise<Reply> {
  const { days, day, held } = await readDay(deps, at, visit.query.jour);
  const frame = await officeFrame(deps, visit, at);
  const names = await listCentreNames(deps.db, at.place);
  const centre = names.find(({ id }) => id === visit.query.centre);
  if (day !== null && centre !== undefined) return showCentre(deps, visit, at, day, centre, held);
  const [contacts, remarks, boards, calls] =
    day === null
      ? [[], [], [], []]
      : await Promise.all([
          listContacts(deps.db, at.place, day),
          listRemarks(deps.db, at.place, day),
          readBoards(deps.db, at.place, day),
          listMovedCalls(deps.db, at.place, day),
        ]);
  const phone = day === null ? [] : await phoneCallsOf(deps.db, at.place, day, calls);
  const nameOf = await staffNames(deps, at.place.academy);
  const heard = new Map(contacts.map((one) => [one.centreId, clockTime(one.at)]));
  return show(
    h(OverviewPage, {
      ...frame,
      sessions: at.desk.sessions,
      session: at.session.code,
      days: days.map((one) => ({ value: one.toString(), label: dayInWords(one) })),
      day: day?.toString() ?? '',
      tally: tallyOf(held.map(toldOf)),
      centres: names.flatMap(({ id, name }) => {
        const theirs = held.filter(({ seat }) => seat.centreId === id);
        if (theirs.length === 0) return [];
        return [
          {
            id,
            name,
            heard: heard.get(id) ?? null,
            tally: tallyOf(theirs.map(toldOf)),
            rows: rowsOf(theirs),
            remarks: remarksOf(remarks, theirs, id),
            boards: boards.flatMap((board) => (board.centreId === id ? movedBoard(deps, board) : [])),
            toPhone: phone.flatMap((call) => (call.centreId === id && call.told === null ? calledBy(call) : [])),
            phoned: phone.flatMap((call) => (call.centreId === id && call.told !== null ? phonedBy(call, nameOf) : [])),
            others: calls.filter((one) => one.centreId === id && !one.byPhone && isElsewhen(one)).map(toldBy),
          },
        ];
      }),
    }),
  );
}

/** A line a room and an hour; those who are heard one after the other, at no table, are one line from the first to the last. */
function rowsOf(held: readonly SeatOfDay[]): CentreLine['rows'] {
  const groups = Map.groupBy(
    held,
    ({ seat: { roomId, place, unit, startsAt } }) => `${roomId} ${place === null ? unit : startsAt}`,
  );
  return [...groups].flatMap(([key, some]) => {
    const [first, last] = [some[0]?.seat, some.at(-1)?.seat];
    if (first === undefined || last === undefined) return [];
    const starts = [...new Set([first, last].map(({ startsAt }) => clockTime(startsAt)))];
    return [{ key, room: first.room, starts: say.fromTo(starts), tally: tallyOf(some.map(toldOf)) }];
  });
}

/** A board where somebody is expected at another hour than the plan's. */
function movedBoard({ catalogue }: AttendanceDeps, board: BoardOfDay): readonly string[] {
  const moved = board.turns.filter(({ callsAt, plannedAt }) => !callsAt.equals(plannedAt)).length;
  return moved === 0 ? [] : [say.calls.board(board.room, unitTitle(catalogue(), board), board.late, moved)];
}

function phonedBy({ told, ...call }: PhoneCall, nameOf: (id: string | null) => string): string {
  const by = told === null ? [] : [words.phone.told(words.phone.by(nameOf(told.by), clockTime(told.saidAt)))];
  return [...calledAt(call), ...by].join(', ');
}

function calledBy({ phone, ...call }: MovedCall): string {
  const [who, hours] = calledAt(call);
  return [who, phone === null ? say.calls.noPhone : phoneInWords(phone), hours].join(', ');
}

function toldBy({ byMail, ...call }: MovedCall): string {
  return [...calledAt(call), byMail ? say.calls.byMail : say.calls.untold].join(', ');
}

function calledAt({
  number,
  callsAt,
  plannedAt,
  ...person
}: Omit<MovedCall, 'phone' | 'byMail'>): readonly [string, string] {
  return [`${personName(person)} (${number})`, say.calls.hours(clockTime(callsAt), clockTime(plannedAt))];
}

function isElsewhen({ callsAt, plannedAt }: MovedCall): boolean {
  return !callsAt.equals(plannedAt);
}

function remarksOf(remarks: readonly Remark[], held: readonly SeatOfDay[], centre: string): CentreLine['remarks'] {
  return remarks
    .filter(({ centreId }) => centreId === centre)
    .map(({ roomId, text, saidAt }) => ({
      room: held.find(({ seat }) => seat.roomId === roomId)?.seat.room ?? '',
      said: clockTime(saidAt),
      text,
    }));
}

async function showCentre(
  deps: AttendanceDeps,
  visit: Visit,
  at: HeadAtExam,
  day: Temporal.PlainDate,
  centre: { readonly id: string; readonly name: string },
  held: readonly SeatOfDay[],
): Promise<Reply> {
  const theirs = held.filter(({ seat }) => seat.centreId === centre.id);
  const sight = SIGHTS.find((one) => one === visit.query.voir) ?? 'tous';
  const seen = theirs.filter((one) => isSeen(toldOf(one), sight));
  const pages = Math.max(1, Math.ceil(seen.length / MOST.page));
  const page = Math.min(pages, /^[1-9]\d{0,3}$/.test(visit.query.page ?? '') ? Number(visit.query.page) : 1);
  return show(
    h(CentrePage, {
      ...(await officeFrame(deps, visit, at)),
      session: at.session.code,
      day: day.toString(),
      centre,
      tally: tallyOf(theirs.map(toldOf)),
      sight,
      found: seen.length,
      page,
      lines: seen.slice((page - 1) * MOST.page, page * MOST.page).map((one) => lineOf(deps, one)),
    }),
  );
}

/** One line a seat of the day, in memory: a session has a few thousand. */
async function giveTable(deps: AttendanceDeps, visit: Visit, at: HeadAtExam): Promise<Reply> {
  const { day, held } = await readDay(deps, at, dayIn(visit.query.jour)?.toString());
  const names = new Map((await listCentreNames(deps.db, at.place)).map(({ id, name }) => [id, name]));
  const lines = async function* (): Lines {
    yield say.sheet.columns;
    for (const one of held) {
      const { seat, standing } = one;
      const { state, minutes, other } = toldOf(one);
      yield [
        names.get(seat.centreId) ?? '',
        seat.room,
        seat.place === null ? '' : String(seat.place),
        numericDay(seat.day),
        clockTime(seat.startsAt),
        clockTime(seat.endsAt),
        seat.number,
        personName(seat),
        unitTitle(deps.catalogue(), seat),
        say.states[state],
        minutes === null ? '' : String(minutes),
        standing === null ? '' : clockTime(standing.saidAt),
        other === null ? '' : words.told(other),
      ];
    }
  };
  const content = Buffer.concat(await Array.fromAsync<Uint8Array>(csvOf(lines())));
  const name = `${say.sheet.name}-${at.session.code}-${day ?? parisDay(deps.clock.now())}.csv`;
  return file(content, 'text/csv; charset=utf-8', name, 'attachment', content.length);
}

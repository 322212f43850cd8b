import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, type SignedInStaff } from '../../accounts/index.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { permissions } from '../../platform/http/permissions.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../platform/http/visit.ts';
import { frameOf, hiddenNames, type PageFrame, show } from '../../ui/index.ts';
import { recordAttendance } from '../actions/tell.ts';
import { addresses } from '../addresses.ts';
import { type KeeperStatement, MOST } from '../attendance.ts';
import { codeHash, readCentreDay, readKeptDays } from '../centreDay.ts';
import type { AttendanceDeps } from '../deps.ts';
import { type CentreDay, type DayCall, isSought, type Room, type ShownLine } from '../device/day.ts';
import { keyOf } from '../device/lineRow.tsx';
import { phoneKey } from '../device/phoneView.tsx';
import { shownRooms } from '../device/roomView.tsx';
import { type AtCentre, asKeeper } from '../guards.ts';
import { DayPage, type FoundRoom, NoDayPage } from '../pages/dayPage.tsx';
import { type Refusal, refusals } from '../refusals.ts';
import { cleanWords, dayIn, readSaid, toldIn } from '../rules/readSaid.ts';
import { texts as say } from '../texts.ts';

/** The check-in page as plain forms: what it does without a script, and what a script begins with. */
export function dayRoutes(deps: AttendanceDeps): readonly Route[] {
  const who = asKeeper(deps);
  return [
    route({ method: 'GET', path: '/centre', who, handle: (visit, at) => showDay(deps, visit, at) }),
    route({
      method: 'POST',
      path: addresses.mark,
      who,
      note: "La personne à qui le pointage d'un centre est confié dit qui est venu.",
      handle: (visit, at) => mark(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: addresses.remark,
      who,
      note: "La personne à qui le pointage d'un centre est confié écrit une remarque sur une salle.",
      handle: (visit, at) => remark(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: addresses.calls,
      who,
      note: "La personne à qui le pointage d'un centre est confié dit le retard d'une commission, ou change l'ordre de passage.",
      handle: (visit, at) => changeCalls(deps, visit, at),
    }),
    route({
      method: 'POST',
      path: addresses.phoned,
      who,
      note: "La personne à qui le pointage d'un centre est confié dit qui elle a prévenu par téléphone d'une heure changée.",
      handle: (visit, at) => notePhoned(deps, visit, at),
    }),
  ];
}

type Refused = { readonly at: string; readonly text: string; readonly typed: string; readonly status: number };

async function showDay(
  deps: AttendanceDeps,
  visit: Visit,
  { staff, keepings }: AtCentre,
  refused: Refused | null = null,
): Promise<Reply> {
  const frame = await frameFor(deps, visit, staff);
  const headers = { 'permissions-policy': permissions('camera') };
  const none = (title: string, text: string): Reply =>
    show(h(NoDayPage, { ...frame, owner: staff.accountId, title, text }), refused?.status ?? 200, headers);
  if (keepings.length === 0) return none(say.nobody.title, say.nobody.text);
  const days = await readKeptDays(deps, keepings);
  const asked = visit.method === 'GET' ? visit.query : textsIn(visit.body);
  const day = days.open.find((one) => one.toString() === asked.jour) ?? days.open[0];
  if (day === undefined)
    return none(
      say.closed.title,
      days.next === null ? say.closed.none : say.closed.text(days.next.firstAt, days.next.hours.opens),
    );
  const seen = await readCentreDay(deps, staff, days, day);
  const rooms = shownRooms(seen, (line) => ({ ...line, waits: false }));
  const sought = (asked.recherche ?? '').trim().slice(0, 100);
  return show(
    h(DayPage, {
      ...frame,
      day: seen,
      days: days.open,
      rooms,
      room: rooms.find(({ id }) => id === asked.salle) ?? null,
      sought,
      found: sought === '' ? null : foundIn(rooms, sought),
      acting: {
        hidden: (of) => hiddenOf(frame.csrf, asked, seen, of),
        now: deps.clock.now().epochMilliseconds,
        fault: refused,
      },
    }),
    refused?.status ?? 200,
    headers,
  );
}

async function frameFor(deps: AttendanceDeps, visit: Visit, staff: SignedInStaff): Promise<PageFrame> {
  return frameOf(await deps.chrome(visit, staff), visit, say.flash);
}

function foundIn(rooms: ReturnType<typeof shownRooms>, sought: string): readonly FoundRoom[] {
  const hash = codeHash(sought);
  return rooms.flatMap((room) =>
    room.sittings.flatMap(({ startsAt, lines }) => {
      const some = lines.filter((line) => isSought(line, sought, hash));
      return some.length === 0 ? [] : [{ room, startsAt, lines: some }];
    }),
  );
}

/** What a form of a line or of a room brings back, with where to come back to. */
function hiddenOf(
  csrf: string,
  { salle, recherche }: Readonly<Record<string, string | undefined>>,
  { day }: CentreDay,
  of: ShownLine | Room | DayCall,
): Readonly<Record<string, string>> {
  const back = { jour: day, ...(recherche ? { recherche } : {}) };
  const own =
    'enrolment' in of
      ? { inscription: of.enrolment, unite: of.unit, vu: String(of.rank), ...(salle ? { salle } : {}) }
      : { salle: of.id };
  return { [hiddenNames.csrf]: csrf, cle: randomUUID(), ...back, ...own };
}

async function mark(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const fields = textsIn(visit.body);
  const told = toldIn(fields.etat, fields.minutes);
  const line = keyOf({ enrolment: fields.inscription ?? '', unit: fields.unite ?? '' });
  const said =
    told === null
      ? null
      : readSaid({
          kind: 'mark',
          id: idempotencyKey(fields.cle) ?? randomUUID(),
          enrolmentId: fields.inscription,
          unit: fields.unite,
          ...told,
          seen: Number(fields.vu ?? Number.NaN),
          saidAt: deps.clock.now().toString(),
        });
  const code =
    said === null ? (fields.etat === 'late' ? 'minutes' : 'unreadable') : await refusalOf(deps, visit, at, said);
  return code === null
    ? back(fields, `l-${line}`, 'note')
    : showDay(deps, visit, at, refusedAt(line, code, fields.minutes ?? ''));
}

async function remark(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const fields = textsIn(visit.body);
  const text = cleanWords(fields.remarque ?? '');
  const room = fields.salle ?? '';
  const said = readSaid({
    kind: 'remark',
    id: idempotencyKey(fields.cle) ?? randomUUID(),
    roomId: room,
    day: dayIn(fields.jour)?.toString(),
    text,
    saidAt: deps.clock.now().toString(),
  });
  const isWords = text !== '' && text.length <= MOST.words;
  const code = said === null ? (isWords ? 'unreadable' : 'remark') : await refusalOf(deps, visit, at, said);
  return code === null
    ? back(fields, 'remarques', 'remarque')
    : showDay(deps, visit, at, refusedAt(room, code, fields.remarque ?? ''));
}

async function changeCalls(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const { cle, salle, seance = '', jour, inscription, retard, avec, accord, ...fields } = textsIn(visit.body);
  const said = readSaid({
    kind: 'call',
    id: idempotencyKey(cle) ?? randomUUID(),
    roomId: salle,
    sittingId: seance,
    day: jour,
    minutes: retard,
    enrolmentId: inscription,
    takenFrom: avec === '' ? null : avec,
    agreed: accord === 'oui',
    saidAt: deps.clock.now().toString(),
  });
  const unread = inscription === undefined ? 'board-minutes' : 'unreadable';
  const code = said === null ? unread : await refusalOf(deps, visit, at, said);
  if (code === null) return back({ ...fields, jour, salle }, `c-${seance}`, 'passages');
  // What isn't there has no place of its own.
  const gone = code === 'board-unknown' || code === 'unknown';
  return showDay(deps, visit, at, gone ? refusedAt(salle ?? '', code, '') : refusedAt(seance, code, retard ?? ''));
}

async function notePhoned(deps: AttendanceDeps, visit: Visit, at: AtCentre): Promise<Reply> {
  const fields = textsIn(visit.body);
  const { cle, inscription = '', unite = '', vu } = fields;
  const said = readSaid({
    kind: 'phoned',
    id: idempotencyKey(cle) ?? randomUUID(),
    enrolmentId: inscription,
    unit: unite,
    callRank: Number(vu ?? Number.NaN),
    told: fields.prevenu !== 'non',
    saidAt: deps.clock.now().toString(),
  });
  const code = said === null ? 'unreadable' : await refusalOf(deps, visit, at, said);
  return code === null
    ? back(fields, 'a-prevenir', 'prevenu')
    : showDay(deps, visit, at, refusedAt(phoneKey({ enrolment: inscription, unit: unite }), code, ''));
}

async function refusalOf(
  deps: AttendanceDeps,
  visit: Visit,
  { staff, keepings }: AtCentre,
  said: KeeperStatement,
): Promise<Refusal['code'] | null> {
  const telling = { by: staff.accountId, keepings, source: 'page', device: staff.sessionId, said: [said] } as const;
  const [outcome] = await recordAttendance(deps, actBy(visit, staff), telling);
  return outcome?.refused ?? null;
}

function refusedAt(at: string, code: Refusal['code'], typed: string): Refused {
  return { at, text: refusals.inWords({ code }), typed, status: refusals.status({ code }) };
}

function back(
  { jour, salle, recherche }: Readonly<Record<string, string | undefined>>,
  at: string,
  message: string,
): Reply {
  return redirect(`${addresses.day({ jour, salle, recherche, message })}#${at}`);
}

function textsIn(body: Readonly<Record<string, unknown>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

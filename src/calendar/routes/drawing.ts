import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import {
  type AtExam,
  examAddresses as addresses,
  atExam,
  type ExamDeps,
  examTexts,
  headAtExam,
  inSession,
  whoOf,
} from '../../exam/index.ts';
import {
  findSitting,
  frameFor,
  listCentres,
  listRooms,
  type RoomId,
  roomInWords,
  type Sitting,
} from '../../places/index.ts';
import { type Reply, type Route, redirect, route, type Visit, versionIn } from '../../platform/http/visit.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSessionPage } from '../../scope/index.ts';
import {
  clockTime,
  type FormState,
  formOf,
  numericDay,
  parseForm,
  show,
  typedForm,
  withFault,
} from '../../ui/index.ts';
import { type Move, type MoveRefusal, moveSitting, tryMove } from '../actions/moveSitting.ts';
import { drawingTexts as say } from '../drawingTexts.ts';
import { sittingFaultInWords } from '../faultTexts.ts';
import { DrawingPage } from '../pages/drawingPage.tsx';
import { MovePage, moveFields } from '../pages/movePage.tsx';
import { PreviewPage, whenInWords } from '../pages/previewPage.tsx';
import { readDay } from '../readDay.ts';
import { refusals } from '../refusals.ts';
import { specialitiesWithUnits } from '../sittingRules.ts';
import { clashesInWords } from '../testsElsewhere.ts';
import { titleOf } from '../titleOf.ts';
import { type AtSitting, atSitting, choicesOf } from './calendar.ts';

/** The calendar as a drawing, and what moves a test on it. */
export function drawingPages(deps: ExamDeps): readonly Route[] {
  const theirs = atSitting(deps, inSession(headAtExam(deps)));
  return [
    route({
      method: 'GET',
      path: addresses.drawing(),
      who: atExam(deps),
      handle: (visit, at) => showDrawing(deps, visit, at),
    }),
    route({
      method: 'GET',
      path: addresses.moveSitting(':id'),
      who: theirs,
      handle: (visit, at) => (visit.query.hour === undefined ? showMove(deps, visit, at) : preview(deps, visit, at)),
    }),
    route({
      method: 'POST',
      path: addresses.moveSitting(':id'),
      who: theirs,
      note: 'Le chef de bureau déplace une épreuve du calendrier, une fois lu ce que cela change, ou annule un déplacement.',
      handle: (visit, at) => confirm(deps, visit, at),
    }),
  ];
}

async function showDrawing(deps: ExamDeps, visit: Visit, at: AtExam): Promise<Reply> {
  const frame = await frameFor(deps, visit, at);
  const { session, sessions, scope } = at.desk;
  if (session === null) return show(h(NoSessionPage, { ...frame, title: examTexts.title }));
  const { jour, toutes, centre, libres } = visit.query;
  const drawing = await readDay(
    deps.db,
    deps.catalogue(),
    { session, scope },
    {
      day: jour,
      all: toutes === 'oui' && frame.isHead,
      centre,
      free: libres === 'oui',
      today: parisDay(deps.clock.now()).toString(),
      isHead: frame.isHead,
    },
  );
  const moved = frame.isHead ? await movedIn(deps, visit, { session, scope }) : null;
  return show(h(DrawingPage, { ...frame, session: session.code, sessions, ...drawing, moved }));
}

/** What was just moved, as it stands, and where it is moved back: as any other move, with what it changes. */
async function movedIn(
  deps: ExamDeps,
  { query }: Visit,
  {
    session,
    scope,
  }: { readonly session: NonNullable<AtExam['desk']['session']>; readonly scope: AtExam['desk']['scope'] },
): Promise<{ readonly said: string; readonly undo: string } | null> {
  const place = { academy: scope.academy, session: session.code };
  const sitting = await findSitting(deps.db, place, query.deplacee);
  if (sitting === null) return null;
  const [centres, rooms] = await Promise.all([listCentres(deps.db, place), listRooms(deps.db, place)]);
  const title = titleOf(specialitiesWithUnits(deps.catalogue(), session, scope), sitting);
  const { salle, date, heure } = query;
  return {
    said: say.move.done(title, whenInWords(sitting, roomInWords(centres, rooms, sitting))),
    undo: addresses.moveSitting(sitting.id, {
      session: session.code,
      version: sitting.rowVersion,
      room: salle,
      day: date,
      hour: heure,
    }),
  };
}

async function showMove(
  deps: ExamDeps,
  visit: Visit,
  at: AtSitting,
  refused: FormState | null = null,
  status = 200,
): Promise<Reply> {
  const { sitting, session } = at;
  const { centres, all, rooms } = await choicesOf(deps, at);
  const fields = moveFields(rooms);
  const offered = specialitiesWithUnits(deps.catalogue(), session, at.desk.scope);
  const here = { session: session.code };
  return show(
    h(MovePage, {
      ...(await frameFor(deps, visit, at)),
      session: session.code,
      title: titleOf(offered, sitting),
      when: whenInWords(sitting, roomInWords(centres, all, sitting) ?? say.move.noRoom),
      fields,
      state: refused ?? formOf(fields, standsAt(sitting)),
      action: addresses.moveSitting(sitting.id),
      version: sitting.rowVersion,
      back: addresses.drawing({ ...here, jour: parisDay(sitting.startsAt).toString() }),
      whole: addresses.sitting(sitting.id, here),
    }),
    status,
  );
}

function standsAt({ roomId, startsAt }: Sitting): {
  readonly room: RoomId | null;
  readonly day: string;
  readonly hour: string;
} {
  return { room: roomId, day: numericDay(parisDay(startsAt)), hour: clockTime(startsAt) };
}

async function preview(deps: ExamDeps, visit: Visit, at: AtSitting): Promise<Reply> {
  const fields = moveFields((await choicesOf(deps, at)).rooms);
  const read = parseForm(fields, visit.query);
  if (!read.ok) return showMove(deps, visit, at, read.error, 422);
  const { room, day, hour } = read.value;
  const move = { roomId: room ?? null, day, hour };
  const why = await tryMove(deps, orderOf(at, move, Number(visit.query.version)));
  return showWhy(deps, visit, at, move, why);
}

async function confirm(deps: ExamDeps, visit: Visit, at: AtSitting): Promise<Reply> {
  const fields = moveFields((await choicesOf(deps, at)).rooms);
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showMove(deps, visit, at, read.error, 422);
  const { room, day, hour } = read.value;
  const move = { roomId: room ?? null, day, hour };
  const { vu, avantSalle, avantDate, avantHeure } = visit.body;
  const order = orderOf(at, move, versionIn(visit));
  const done = await moveSitting(deps, actBy(visit, at.staff), whoOf(visit, at), order, String(vu));
  if (!done.ok) return showWhy(deps, visit, at, move, done.error);
  const now = await findSitting(deps.db, at.place, done.value);
  return redirect(
    addresses.drawing({
      session: at.session.code,
      jour: now === null ? null : parisDay(now.startsAt).toString(),
      deplacee: done.value,
      salle: String(avantSalle ?? ''),
      date: String(avantDate ?? ''),
      heure: String(avantHeure ?? ''),
    }),
  );
}

function orderOf({ place, session, desk, sitting }: AtSitting, move: Move, version: number) {
  return { place, session, scope: desk.scope, id: sitting.id, version, move };
}

/** Why it stays where it is, in the words of the calendar: what it changes is read first. */
async function showWhy(deps: ExamDeps, visit: Visit, at: AtSitting, move: Move, why: MoveRefusal): Promise<Reply> {
  const { sitting, session } = at;
  const { centres, all, rooms } = await choicesOf(deps, at);
  const typed = typedForm(moveFields(rooms), { room: move.roomId ?? '', day: move.day, hour: move.hour });
  if (why.code === 'faults') {
    const faults = why.faults.map(({ column, fault }) => ({
      field: FIELD_OF[column ?? ''] ?? 'hour',
      message: sittingFaultInWords(fault),
    }));
    return showMove(deps, visit, at, { ...typed, faults }, 422);
  }
  if (why.code !== 'unread') {
    const state = withFault(typed, refusals.fieldOf(why), refusals.inWords(why));
    return showMove(deps, visit, at, state, refusals.status(why));
  }
  const offered = specialitiesWithUnits(deps.catalogue(), session, at.desk.scope);
  const here = { session: session.code };
  const before = standsAt(sitting);
  return show(
    h(PreviewPage, {
      ...(await frameFor(deps, visit, at)),
      session: session.code,
      title: say.move.preview,
      columns: say.move.columns,
      preview: why.preview,
      clashes: clashesInWords(deps.catalogue(), why.preview.clashes),
      confirm: {
        action: addresses.moveSitting(sitting.id, here),
        label: say.move.confirm,
        idempotencyKey: randomUUID(),
        version: sitting.rowVersion,
        hidden: {
          room: move.roomId ?? '',
          day: move.day,
          hour: move.hour,
          avantSalle: before.room ?? '',
          avantDate: before.day,
          avantHeure: before.hour,
        },
      },
      leave: {
        href: addresses.drawing({ ...here, jour: parisDay(sitting.startsAt).toString() }),
        label: say.move.leave,
      },
      titleOf: (one) => titleOf(offered, one),
      roomOf: (one) => roomInWords(centres, all, one),
    }),
  );
}

/** The column that the rules speak of, as this form asks it. */
const FIELD_OF: Readonly<Record<string, string>> = { day: 'day', room: 'room', centre: 'room', kind: 'room' };

import { h } from 'preact';
import { actBy } from '../../accounts/index.ts';
import {
  type AtExam,
  type AtSession,
  examAddresses as addresses,
  atExam,
  type ExamDeps,
  examTexts,
  headAtExam,
  inSession,
  whoOf,
} from '../../exam/index.ts';
import {
  type Centre,
  EntryPage,
  entryOf,
  entryRoutes,
  faultsAt,
  findSitting,
  frameFor,
  HELD_WORDS,
  listCentres,
  listKeptElsewhere,
  listRooms,
  listSittings,
  openRooms,
  type RefusedForm,
  type Room,
  roomInWords,
  type Sitting,
  targetOf,
} from '../../places/index.ts';
import { type Guard, type Reply, type Route, reaching, route, type Visit } from '../../platform/http/visit.ts';
import { ok } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { NoSessionPage } from '../../scope/index.ts';
import { calendarClashes } from '../../sitters/index.ts';
import {
  act,
  clockTime,
  emptyForm,
  type FormState,
  faulty,
  formOf,
  numericDay,
  type Option,
  show,
} from '../../ui/index.ts';
import { removeSitting, savedAlready, saveSitting } from '../actions/saveSitting.ts';
import { readByPlan } from '../byPlan.ts';
import { durationInWords, calendarTexts as say } from '../calendarTexts.ts';
import { sittingFaultInWords } from '../faultTexts.ts';
import { CalendarPage } from '../pages/calendarPage.tsx';
import { type SittingChoices, sittingFields } from '../pages/sittingFields.ts';
import { refusals } from '../refusals.ts';
import { beginsEarly, lateWithAThird } from '../rules/late.ts';
import type { SittingColumn } from '../rules/lines.ts';
import { readSittingLines } from '../rules/sittingLines.ts';
import { sittingRulesOf, specialitiesWithUnits } from '../sittingRules.ts';
import { clashesInWords } from '../testsElsewhere.ts';
import { titleOf } from '../titleOf.ts';
import { toSettleIn } from '../toSettle.ts';

const PATH = '/gestion/examen/calendrier';

export type AtSitting = AtSession & { readonly sitting: Sitting };

export function calendarPages(deps: ExamDeps): readonly Route[] {
  const head = inSession(headAtExam(deps));
  const theirs = atSitting(deps, head);
  return [
    route({ method: 'GET', path: PATH, who: atExam(deps), handle: (visit, at) => showCalendar(deps, visit, at) }),
    ...entryRoutes(deps, {
      fresh: `${PATH}/nouveau`,
      one: `${PATH}/:id`,
      who: { add: head, open: theirs, change: theirs },
      notes: {
        add: 'Le chef de bureau ajoute une épreuve au calendrier.',
        change: 'Le chef de bureau change une épreuve du calendrier.',
        remove: 'Le chef de bureau enlève une épreuve du calendrier.',
      },
      refusals,
      remove: removeSitting,
      rowOf: ({ sitting }) => sitting,
      show: showSitting,
      save: sittingAct,
      removed: ({ session }) => addresses.calendar({ session: session.code, message: 'enleve' }),
    }),
  ];
}

export function atSitting(deps: ExamDeps, who: Guard<AtSession>): Guard<AtSitting> {
  return reaching(who, 'its sitting', async (at, visit) => {
    const sitting = await findSitting(deps.db, at.place, visit.params.id);
    return sitting === null ? null : { ...at, sitting };
  });
}

async function showCalendar(deps: ExamDeps, visit: Visit, at: AtExam): Promise<Reply> {
  const frame = await frameFor(deps, visit, at);
  const { session, sessions, scope } = at.desk;
  if (session === null) return show(h(NoSessionPage, { ...frame, title: examTexts.title }));
  const catalogue = deps.catalogue();
  const place = { academy: scope.academy, session: session.code };
  const offered = specialitiesWithUnits(catalogue, session, scope);
  const asked = offered.find(({ cfd }) => cfd === visit.query.specialite)?.cfd ?? null;
  // A head sees what the rules no longer name, too: it is theirs to mend.
  const seen = asked !== null ? [asked] : scope.portfolios === null ? null : offered.map(({ cfd }) => cfd);
  const own = await listSittings(deps.db, place);
  const sittings = own.filter(({ speciality }) => seen === null || seen.includes(speciality));
  const [othersAt, centres, rooms, elsewhere, clashes] = await Promise.all([
    readByPlan(deps.db, place, own),
    listCentres(deps.db, place),
    listRooms(deps.db, place),
    listKeptElsewhere(deps.db, catalogue, place),
    at.staff.role === 'head' ? calendarClashes(deps.db, catalogue, place) : [],
  ]);
  const rules = sittingRulesOf(catalogue, session, scope, { centres, rooms, staying: [], elsewhere });
  const toSettle = toSettleIn(sittings, rules, { centres, rooms, othersAt });
  return show(
    h(CalendarPage, {
      ...frame,
      sessions,
      session: session.code,
      specialities: offered.map(({ cfd, name }) => ({ value: cfd, label: name })),
      speciality: asked,
      today: parisDay(deps.clock.now()),
      clashes: clashesInWords(catalogue, clashes),
      lines: sittings.map((sitting) => ({
        ...sitting,
        title: titleOf(offered, sitting),
        room: roomInWords(centres, rooms, sitting),
        toSettle: toSettle(sitting).join('\u00a0; ') || null,
      })),
    }),
  );
}

/** The units and the rooms that a form offers. */
export async function choicesOf(
  deps: ExamDeps,
  at: AtSession,
): Promise<SittingChoices & { readonly centres: readonly Centre[]; readonly all: readonly Room[] }> {
  const [centres, all] = await Promise.all([listCentres(deps.db, at.place), listRooms(deps.db, at.place)]);
  const units = specialitiesWithUnits(deps.catalogue(), at.session, at.desk.scope).flatMap(
    ({ cfd, name, units: some }) =>
      some.map(({ id, code }): Option => ({ value: `${cfd}/${id}`, label: `${name}, ${code}`, group: name })),
  );
  const open = Map.groupBy(openRooms({ centres, rooms: all }), ({ centreId }) => centreId);
  // In the order in which every other list has the centres.
  const rooms = centres.flatMap(({ id, code, name }) =>
    (open.get(id) ?? []).map((room): Option => ({ value: room.id, label: `${code}, ${room.name}`, group: name })),
  );
  return { units, rooms, centres, all, first: at.session.examStartsOn.on };
}

async function showSitting(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  sitting: Sitting | null,
  refused?: RefusedForm & { readonly seen?: string },
): Promise<Reply> {
  const session = { session: at.session.code };
  const choices = await choicesOf(deps, at);
  const fields = sittingFields(choices);
  const late = sitting === null ? null : lateWithAThird(sitting);
  const view = {
    ...entryOf(await frameFor(deps, visit, at), at),
    tab: 'calendar',
    title: sitting === null ? say.newTitle : say.editTitle,
    lead:
      [
        ...(late === null ? [] : [say.late(late), say.lateText]),
        ...(sitting !== null && beginsEarly(sitting) ? [say.early] : []),
      ].join(' ') || null,
    back: { href: addresses.calendar(session), label: say.back },
    action: sitting === null ? addresses.newSitting(session) : addresses.sitting(sitting.id, session),
    version: sitting?.rowVersion ?? null,
    fields,
    state: { ...(sitting === null ? emptyForm : sittingState(choices, sitting)), ...refused?.state },
    confirm: refused?.seen === undefined ? null : { seen: refused.seen, label: say.saveAnyway },
    remove: sitting === null ? null : { label: say.remove, text: say.removeText },
    instead: choices.units.length === 0 ? say.noUnits : null,
  } as const;
  return show(h(EntryPage, { view }), refused?.status ?? 200);
}

function sittingState(choices: SittingChoices, sitting: Sitting): FormState {
  const { speciality, unit, startsAt, minutes, held, until, preparation, rest, material, kind, roomId } = sitting;
  return formOf(sittingFields(choices), {
    unit: `${speciality}/${unit}`,
    day: numericDay(parisDay(startsAt)),
    hour: clockTime(startsAt),
    duration: durationInWords(minutes),
    held,
    until: until === null ? '' : clockTime(until),
    preparation: preparation === 0 ? '' : String(preparation),
    rest: rest === 0 ? '' : String(rest),
    material,
    kind,
    room: roomId,
  });
}

/** The column of a table, as the form of one line asks it. */
const FIELD_OF: Readonly<Partial<Record<SittingColumn, string>>> = { speciality: 'unit', centre: 'room' };

function sittingAct<At extends AtSession>(
  deps: ExamDeps,
  path: string,
  who: Guard<At>,
  sittingOf: (at: At) => Sitting | null,
  note: string,
): Route {
  return act({
    path,
    who,
    note,
    refusals,
    fields: async (at) => sittingFields(await choicesOf(deps, at)),
    do: async (
      { unit: asked, room: roomId, day, hour, duration, held, until, preparation, rest, kind, material },
      at,
      visit,
    ) => {
      const { centres, all: rooms } = await choicesOf(deps, at);
      const staying = (await listSittings(deps.db, at.place)).filter(({ id }) => id !== sittingOf(at)?.id);
      const elsewhere = await listKeptElsewhere(deps.db, deps.catalogue(), at.place);
      const known = { centres, rooms, staying, elsewhere };
      const rules = sittingRulesOf(deps.catalogue(), at.session, at.desk.scope, known);
      const [speciality = '', unit = ''] = asked.split('/');
      const room = rooms.find(({ id }) => id === roomId);
      const cells = {
        speciality,
        unit,
        day,
        hour,
        duration,
        held: held === null ? '' : HELD_WORDS[held],
        until: until ?? '',
        preparation: preparation ?? '',
        rest: rest ?? '',
        kind: kind ?? '',
        material: material ?? '',
        centre: centres.find(({ id }) => id === room?.centreId)?.code ?? '',
        room: room?.name ?? '',
      };
      const { sittings, faults } = readSittingLines([{ line: 1, cells }], rules);
      const [found] = sittings;
      const [who, target, seen] = [whoOf(visit, at), targetOf(visit, sittingOf(at)), String(visit.body.vu ?? '')];
      const wrong = faults.map(({ column, fault }) => [column ?? 'unit', fault] as const);
      const refused = faulty(...faultsAt(wrong, sittingFaultInWords, (column) => FIELD_OF[column] ?? column));
      if (found === undefined) return refused;
      const { line: _line, ...words } = found;
      if (faults.length > 0) {
        const saved = await savedAlready(deps, who, target, words, seen);
        return saved === null ? refused : ok(saved);
      }
      return saveSitting(deps, actBy(visit, at.staff), who, target, words, seen);
    },
    to: (_, { session }) => addresses.calendar({ session: session.code, message: 'enregistre' }),
    again: (visit, at, state, status) => showSitting(deps, visit, at, sittingOf(at), { state, status }),
    refused: (why, visit, at, state, status) => {
      const seen = why.code === 'room-of-plan' ? { seen: why.seen } : {};
      return showSitting(deps, visit, at, sittingOf(at), { state, status, ...seen });
    },
  });
}

import { randomUUID } from 'node:crypto';
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
import { type Guard, type Reply, type Route, reaching, route, type Visit } from '../../platform/http/visit.ts';
import { NoSessionPage, nameOfSession } from '../../scope/index.ts';
import { act, emptyForm, type FormState, faulty, formOf, type Option, rule, show } from '../../ui/index.ts';
import { removePlace, saveCentre, saveRoom, useCentres } from '../actions/savePlace.ts';
import { roomFaultInWords } from '../faultTexts.ts';
import { CentrePage, CentresPage } from '../pages/centresPage.tsx';
import { EntryPage } from '../pages/entryPage.tsx';
import { centreFields, otherCentresField, roomFields } from '../pages/placeFields.ts';
import type { Centre, Room } from '../places.ts';
import { placesTexts as say } from '../placesTexts.ts';
import { refusals } from '../refusals.ts';
import type { RoomFault } from '../rules/lines.ts';
import { faultsOfCentre, faultsOfRoom, kindsIn, stationsIn } from '../rules/roomLines.ts';
import { listLentCentres, listOtherCentres } from '../store/lentCentres.ts';
import { findCentre, findRoom, listOwnCentres, listRooms, sessionsUsing } from '../store/places.ts';
import { loanActs, loansView, type PlacesDeps } from './loans.ts';
import { entryOf, entryRoutes, faultsAt, frameFor, type RefusedForm, targetOf } from './showPlaces.ts';

type AtCentre = AtSession & { readonly centre: Centre };
type AtRoom = AtSession & { readonly room: Room; readonly centre: Centre };

const PATH = '/gestion/examen/centres';

export function centreRoutes(deps: PlacesDeps): readonly Route[] {
  const [reader, head] = [inSession(atExam(deps)), inSession(headAtExam(deps))];
  const [read, theirs, room] = [atCentre(deps, reader), atCentre(deps, head), atRoom(deps, head)];
  return [
    route({ method: 'GET', path: PATH, who: atExam(deps), handle: (visit, at) => showCentres(deps, visit, at) }),
    act({
      path: addresses.centresUsed(),
      who: head,
      note: "Le chef de bureau fait utiliser par la session des centres que l'académie a déjà.",
      refusals,
      fields: async ({ place }) => [otherCentresField(otherOptions(await listOtherCentres(deps.db, place)))],
      do: ({ centres }, at, visit) => useCentres(deps, actBy(visit, at.staff), whoOf(visit, at), centres),
      to: (_, { session }) => addresses.centres({ session: session.code, message: 'utilises' }),
      again: (visit, at, state, status) => showCentres(deps, visit, at, state, status),
    }),
    ...loanActs(deps, (visit, at, loan, status) => showCentres(deps, visit, at, emptyForm, status, loan)),
    ...entryRoutes(deps, {
      fresh: `${PATH}/nouveau`,
      one: `${PATH}/:id`,
      who: { add: head, open: read, change: theirs },
      notes: {
        add: 'Le chef de bureau ajoute un centre.',
        change: 'Le chef de bureau change un centre.',
        remove: 'Le chef de bureau enlève un centre.',
      },
      refusals,
      remove: (on, by, author, target) => removePlace(on, by, author, 'centre', target),
      rowOf: ({ centre }) => centre,
      show: showCentre,
      save: centreAct,
      removed: ({ session }) => addresses.centres({ session: session.code, message: 'enleve' }),
    }),
    ...entryRoutes(deps, {
      fresh: `${PATH}/:id/salles`,
      one: '/gestion/examen/salles/:id',
      who: { add: theirs, open: room, change: room },
      notes: {
        add: 'Le chef de bureau ajoute une salle à un centre.',
        change: 'Le chef de bureau change une salle.',
        remove: 'Le chef de bureau enlève une salle.',
      },
      refusals,
      remove: (on, by, author, target) => removePlace(on, by, author, 'room', target),
      rowOf: (at) => at.room,
      show: showRoom,
      save: roomAct,
      removed: ({ centre, session }) => addresses.centre(centre.id, { session: session.code, message: 'enleve' }),
    }),
  ];
}

function atCentre(deps: ExamDeps, who: Guard<AtSession>): Guard<AtCentre> {
  return reaching(who, 'its centre', async (at, visit) => {
    const centre = await findCentre(deps.db, at.place, visit.params.id);
    return centre === null ? null : { ...at, centre };
  });
}

function atRoom(deps: ExamDeps, who: Guard<AtSession>): Guard<AtRoom> {
  return reaching(who, 'its room', async (at, visit) => {
    const room = await findRoom(deps.db, at.place, visit.params.id);
    const centre = room === null ? null : await findCentre(deps.db, at.place, room.centreId);
    return room === null || centre === null ? null : { ...at, room, centre };
  });
}

async function showCentres(
  deps: ExamDeps,
  visit: Visit,
  at: AtExam,
  state: FormState = emptyForm,
  status = 200,
  loan: FormState | null = null,
): Promise<Reply> {
  const frame = await frameFor(deps, visit, at);
  const { session, sessions, scope } = at.desk;
  if (session === null) return show(h(NoSessionPage, { ...frame, title: examTexts.title }));
  const place = { academy: scope.academy, session: session.code };
  const [own, lent, rooms] = await Promise.all([
    listOwnCentres(deps.db, place),
    listLentCentres(deps.db, place),
    listRooms(deps.db, place),
  ]);
  const byCentre = Map.groupBy(rooms, ({ centreId }) => centreId);
  return show(
    h(CentresPage, {
      ...frame,
      sessions,
      session: session.code,
      centres: [
        ...own.map((centre) => ({ ...centre, rooms: byCentre.get(centre.id) ?? [], isLent: false })),
        // One that was taken back is no room of theirs.
        ...lent.map((centre) => ({ ...centre, rooms: openIn(byCentre.get(centre.id)), isLent: true })),
      ],
      others: at.staff.role === 'head' ? otherOptions(await listOtherCentres(deps.db, place)) : [],
      loans: at.staff.role === 'head' ? await loansView(deps, place, { centres: own, rooms }, loan) : null,
      state,
      ...(loan === null ? {} : { form: 'pret' }),
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

function openIn(rooms: readonly Room[] = []): readonly Room[] {
  return rooms.filter(({ closed }) => !closed);
}

function otherOptions(centres: readonly Centre[]): readonly Option[] {
  return centres.map(({ id, code, name, city }) => ({ value: id, label: `${code}, ${name}, ${city}` }));
}

async function showCentre(
  deps: ExamDeps,
  visit: Visit,
  at: AtSession,
  centre: Centre | null,
  refused?: RefusedForm,
): Promise<Reply> {
  const session = { session: at.session.code };
  const readOnly = at.staff.role !== 'head';
  const rooms =
    centre === null ? null : (await listRooms(deps.db, at.place)).filter(({ centreId }) => centreId === centre.id);
  const using = centre === null ? [] : await sessionsUsing(deps.db, centre.id);
  const others = using.filter((code) => code !== at.session.code).map((code) => nameOfSession(deps.catalogue(), code));
  const view = {
    ...entryOf(await frameFor(deps, visit, at), at),
    tab: 'centres',
    lead: centre === null ? null : say.centres.usedBy(others),
    title: centre === null ? say.centres.newTitle : `${centre.code}\u00a0: ${centre.name}`,
    back: { href: addresses.centres(session), label: say.centres.back },
    action: centre === null ? addresses.newCentre(session) : addresses.centre(centre.id, session),
    version: centre?.rowVersion ?? null,
    fields: centreFields,
    state: { ...(centre === null ? emptyForm : formOf(centreFields, centre)), ...refused?.state },
    readOnly,
    remove:
      centre === null || !using.includes(at.session.code)
        ? null
        : { label: say.centres.remove, text: say.centres.removeText },
    instead:
      readOnly && centre !== null
        ? [centre.name, centre.address, `${centre.postcode} ${centre.city}`].filter((part) => part !== '').join(', ')
        : null,
  } as const;
  return show(h(CentrePage, { view, rooms }), refused?.status ?? 200);
}

type CentreCell = 'code' | 'name' | 'address' | 'postcode' | 'city';
const NO_CENTRE: Readonly<Record<CentreCell, string>> = { code: '', name: '', address: '', postcode: '', city: '' };

/** Each cell by itself, so that what is missing elsewhere hides nothing of what is wrong here. */
const centreRules = (['code', 'name', 'address', 'postcode', 'city'] as const).map((column) =>
  rule<Readonly<Record<CentreCell, string | null>>>([column], (typed) => {
    const cells = { ...NO_CENTRE, [column]: typed[column] ?? '' };
    const code: readonly (readonly [string, RoomFault])[] = /^[A-Z0-9-]{1,20}$/i.test(cells.code)
      ? []
      : [['code', { code: 'centre-code' }]];
    const fault = [...code, ...faultsOfCentre(cells)].find(([at]) => at === column);
    return fault === undefined ? null : { field: column, message: roomFaultInWords(fault[1]) };
  }),
);

function centreAct<At extends AtSession>(
  deps: ExamDeps,
  path: string,
  who: Guard<At>,
  centreOf: (at: At) => Centre | null,
  note: string,
): Route {
  return act({
    path,
    who,
    note,
    refusals,
    fields: centreFields,
    rules: () => centreRules,
    do: async ({ code, name, address, postcode, city, closed }, at, visit) => {
      const words = {
        code: code.toUpperCase(),
        name,
        address: address ?? '',
        postcode: postcode.replaceAll(' ', ''),
        city,
        closed,
      };
      return saveCentre(deps, actBy(visit, at.staff), whoOf(visit, at), targetOf(visit, centreOf(at)), words);
    },
    to: (id, { session }) => addresses.centre(id, { session: session.code, message: 'enregistre' }),
    again: (visit, at, state, status) => showCentre(deps, visit, at, centreOf(at), { state, status }),
  });
}

async function showRoom(
  deps: ExamDeps,
  visit: Visit,
  at: AtCentre,
  room: Room | null,
  refused?: RefusedForm,
): Promise<Reply> {
  const session = { session: at.session.code };
  const view = {
    ...entryOf(await frameFor(deps, visit, at), at),
    tab: 'centres',
    title: room === null ? say.room.newTitle : say.room.title(room.name),
    back: { href: addresses.centre(at.centre.id, session), label: `${at.centre.code}\u00a0: ${at.centre.name}` },
    action: room === null ? addresses.newRoom(at.centre.id, session) : addresses.room(room.id, session),
    version: room?.rowVersion ?? null,
    fields: roomFields,
    state: { ...(room === null ? emptyForm : roomState(room)), ...refused?.state },
    remove: room === null ? null : { label: say.room.remove, text: say.room.removeText },
  } as const;
  return show(h(EntryPage, { view }), refused?.status ?? 200);
}

function roomState({ name, capacity, accessible, kinds, stations, closed }: Room): FormState {
  return formOf(roomFields, {
    room: name,
    capacity: String(capacity),
    accessible,
    kinds: kinds.join(', '),
    stations: stations === null ? '' : String(stations),
    closed,
  });
}

function roomAct<At extends AtCentre>(
  deps: ExamDeps,
  path: string,
  who: Guard<At>,
  roomOf: (at: At) => Room | null,
  note: string,
): Route {
  return act({
    path,
    who,
    note,
    refusals,
    fields: roomFields,
    do: async ({ room: name, capacity, accessible, kinds, stations, closed }, at, visit) => {
      const cells = { room: name, capacity, accessible: '', kinds: kinds ?? '', stations: stations ?? '' };
      const faults = faultsOfRoom(cells);
      if (faults.length > 0) return faulty(...faultsAt(faults, roomFaultInWords));
      const words = {
        name,
        capacity: Number(capacity),
        accessible,
        kinds: kindsIn(cells.kinds),
        stations: stationsIn(cells.stations),
        closed,
      };
      const place = { ...whoOf(visit, at), centre: at.centre.id };
      return saveRoom(deps, actBy(visit, at.staff), place, targetOf(visit, roomOf(at)), words);
    },
    to: (_, { centre, session }) => addresses.centre(centre.id, { session: session.code, message: 'enregistre' }),
    again: (visit, at, state, status) => showRoom(deps, visit, at, roomOf(at), { state, status }),
  });
}

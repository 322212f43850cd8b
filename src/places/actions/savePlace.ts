import { type ExamActDeps, type ExamPlace, examSubject, type FormAuthor } from '../../exam/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PlaceKind } from '../events.ts';
import { type CentreId, MOST } from '../places.ts';
import type { Refusal } from '../refusals.ts';
import { listLentCentres, listOtherCentres } from '../store/lentCentres.ts';
import {
  type CentreWords,
  countPlaces,
  countRooms,
  deleteCentre,
  deleteRoom,
  findCentre,
  findRoom,
  insertCentre,
  insertRoom,
  keepsWhatIsAsked,
  leaveCentre,
  listRooms,
  lockExam,
  type RoomWords,
  sessionsUsing,
  updateCentre,
  updateRoom,
  useCentre,
} from '../store/places.ts';
import { listSittings } from '../store/sittings.ts';
import { type EditedPlace, type FindEntry, removeEntry, writeEntry } from './writeEntry.ts';

type Done = Result<string, Refusal>;

/** Writes a centre. */
export function saveCentre(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  target: EditedPlace,
  words: CentreWords,
): Promise<Done> {
  return writeEntry<Refusal>(deps, act, who, 'centre', { target, words }, TAKEN, async (tx) => {
    if (target === null) {
      if ((await countPlaces(tx, who.place)).centres >= MOST.centres) return refuse({ code: 'too-many' });
      return ok(await insertCentre(tx, who.place, words));
    }
    const before = await findCentre(tx, who.place, target.id);
    if (before === null) return refuse({ code: 'not-found' });
    if (before.rowVersion !== target.version) return refuse({ code: 'changed-meanwhile' });
    await updateCentre(tx, before.id, words);
    return ok(before.id);
  });
}

/** Writes a room of a centre. */
export function saveRoom(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor & { readonly centre: string },
  target: EditedPlace,
  words: RoomWords,
): Promise<Done> {
  return writeEntry<Refusal>(deps, act, who, 'room', { centre: who.centre, target, words }, TAKEN, async (tx) => {
    if (target === null) {
      const centre = await findCentre(tx, who.place, who.centre);
      if (centre === null) return refuse({ code: 'not-found' });
      if ((await countPlaces(tx, who.place)).rooms >= MOST.rooms) return refuse({ code: 'too-many' });
      return ok(await insertRoom(tx, who.place, centre.id, words));
    }
    const before = await findRoom(tx, who.place, target.id);
    if (before === null) return refuse({ code: 'not-found' });
    if (before.rowVersion !== target.version) return refuse({ code: 'changed-meanwhile' });
    await updateRoom(tx, before.id, words);
    return (await keepsWhatIsAsked(tx, who.place)) ? ok(before.id) : refuse({ code: 'kind-still-used' });
  });
}

/** Takes a centre or a room away, if nothing leans on it. */
export function removePlace(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  kind: keyof typeof FIND,
  target: EditedPlace,
): Promise<Done> {
  return removeEntry<Refusal>(deps, act, who, kind, target, FIND[kind]);
}

/** The session leaves the centre; that no session uses, and that has no room, is the academy's no more. */
async function takeAway(tx: Tx, place: ExamPlace, centre: CentreId): Promise<Refusal | null> {
  if (await keepsRoomOf(tx, place, centre)) return { code: 'still-kept' };
  await leaveCentre(tx, place, centre);
  const [used, rooms] = [await sessionsUsing(tx, centre), await countRooms(tx, centre)];
  if (used.length === 0 && rooms === 0) await deleteCentre(tx, centre);
  return null;
}

/** Does the calendar of the session keep a room of the centre? */
async function keepsRoomOf(tx: Tx, place: ExamPlace, centre: CentreId): Promise<boolean> {
  const theirs = new Set((await listRooms(tx, place)).flatMap(({ id, centreId }) => (centreId === centre ? [id] : [])));
  return (await listSittings(tx, place)).some(({ roomId }) => roomId !== null && theirs.has(roomId));
}

/** The session uses these centres of the academy, too. Gives how many it didn't. */
export function useCentres(
  deps: ExamActDeps,
  act: Act,
  { place, officerId, key }: FormAuthor,
  ids: readonly string[],
): Promise<Result<string, Refusal>> {
  const sent = { key, owner: officerId, purpose: 'exam centres', content: { place, ids } };
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      await lockExam(tx, place);
      const wanted = (await listOtherCentres(tx, place)).filter(({ id }) => ids.includes(id));
      if (wanted.length === 0) return refuse({ code: 'not-found' });
      for (const { id } of wanted) await useCentre(tx, place, id);
      if ((await countPlaces(tx, place)).centres > MOST.centres) return refuse({ code: 'too-many' });
      const codes = wanted.map(({ code }) => code);
      await deps.events.publish(tx, act, 'exam.centresUsed', examSubject(place), { codes });
      return ok(String(wanted.length));
    }),
  );
}

/** The session doesn't use a centre of another academy any more, of which its calendar keeps no room. */
export function leaveLentCentre(deps: ExamActDeps, act: Act, who: FormAuthor, id: string): Promise<Done> {
  return writeEntry<Refusal>(
    deps,
    act,
    who,
    'centre',
    { centre: id, left: true },
    {},
    async (tx) => {
      const centre = (await listLentCentres(tx, who.place)).find((one) => one.id === id);
      if (centre === undefined) return refuse({ code: 'unused' });
      if (await keepsRoomOf(tx, who.place, centre.id)) return refuse({ code: 'still-kept' });
      await leaveCentre(tx, who.place, centre.id);
      return ok(centre.id);
    },
    'exam.placeRemoved',
  );
}

const FIND = {
  centre: async (tx, place, id) => {
    const found = await findCentre(tx, place, id);
    return found && { ...found, remove: () => takeAway(tx, place, found.id) };
  },
  room: async (tx, place, id) => {
    const found = await findRoom(tx, place, id);
    return found && { ...found, remove: () => deleteRoom(tx, found.id).then(() => null) };
  },
} as const satisfies Partial<Record<PlaceKind, FindEntry<Refusal>>>;

const TAKEN = {
  exam_centre_code: { code: 'code-taken' },
  exam_centre_of_academy: { code: 'code-taken' },
  exam_room_name: { code: 'room-taken' },
} as const satisfies Readonly<Record<string, Refusal>>;

import { type ExamActDeps, type ExamPlace, examSubject, type FormAuthor } from '../../exam/index.ts';
import { isStillReferenced, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Content, onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PlaceKind } from '../events.ts';
import { type CentreId, MOST } from '../places.ts';
import type { Refusal } from '../refusals.ts';
import { type HeldTime, meets, WRITTEN } from '../rules/held.ts';
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
  listKeptElsewhere,
  listOtherCentres,
  listRooms,
  lockExam,
  type RoomWords,
  sessionsUsing,
  updateCentre,
  updateRoom,
  useCentre,
} from '../store/places.ts';
import {
  deleteSitting,
  findSitting,
  insertSitting,
  listSittings,
  type SittingWords,
  updateSitting,
} from '../store/sittings.ts';

type Done = Result<string, Refusal>;
/** Which row, as the form saw it; null: a new one. */
export type EditedPlace = { readonly id: string; readonly version: number } | null;

/** Writes a centre. */
export function saveCentre(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  target: EditedPlace,
  words: CentreWords,
): Promise<Done> {
  return save(deps, act, who, 'centre', { target, words }, async (tx) => {
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
  return save(deps, act, who, 'room', { centre: who.centre, target, words }, async (tx) => {
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

/** Writes a line of the calendar, looked at again with what stands there now. */
export function saveSitting(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  target: EditedPlace,
  words: SittingWords,
): Promise<Done> {
  return save(deps, act, who, 'sitting', { target, words }, async (tx) => {
    const others = (await listSittings(tx, who.place)).filter(({ id }) => id !== target?.id);
    if (others.some((other) => overlaps(words, other))) return refuse({ code: 'hall-taken' });
    const elsewhere = (await listKeptElsewhere(tx, who.place)).find((other) =>
      overlaps(words, { ...WRITTEN, ...other }),
    );
    if (elsewhere !== undefined) return refuse({ code: 'hall-taken-elsewhere' });
    if (target === null) {
      if (others.length >= MOST.sittings) return refuse({ code: 'too-many' });
      return ok(await insertSitting(tx, who.place, words));
    }
    const before = await findSitting(tx, who.place, target.id);
    if (before === null) return refuse({ code: 'not-found' });
    if (before.rowVersion !== target.version) return refuse({ code: 'changed-meanwhile' });
    await updateSitting(tx, before.id, words);
    return ok(before.id);
  });
}

/** Takes a row away, if nothing leans on it. */
export function removePlace(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  kind: PlaceKind,
  target: EditedPlace,
): Promise<Done> {
  const { place } = who;
  return save(
    deps,
    act,
    who,
    kind,
    { target, removed: true },
    async (tx) => {
      const before = await FIND[kind](tx, place, target?.id);
      if (before === null) return refuse({ code: 'not-found' });
      if (before.rowVersion !== target?.version) return refuse({ code: 'changed-meanwhile' });
      const kept = await before.remove();
      return kept === null ? ok(before.id) : refuse({ code: kept });
    },
    'exam.placeRemoved',
  );
}

/** The session leaves the centre; that no session uses, and that has no room, is the academy's no more. */
async function takeAway(tx: Tx, place: ExamPlace, centre: CentreId): Promise<'still-kept' | null> {
  const theirs = new Set((await listRooms(tx, place)).flatMap(({ id, centreId }) => (centreId === centre ? [id] : [])));
  const isKept = (await listSittings(tx, place)).some(({ roomId }) => roomId !== null && theirs.has(roomId));
  if (isKept) return 'still-kept';
  await leaveCentre(tx, place, centre);
  const [used, rooms] = [await sessionsUsing(tx, centre), await countRooms(tx, centre)];
  if (used.length === 0 && rooms === 0) await deleteCentre(tx, centre);
  return null;
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

type Found = {
  readonly id: string;
  readonly rowVersion: number;
  /** Why it stays, or null: it is gone. */
  readonly remove: () => Promise<'still-kept' | null>;
};
const FIND: Readonly<Record<PlaceKind, (tx: Tx, place: ExamPlace, id: string | undefined) => Promise<Found | null>>> = {
  centre: async (tx, place, id) => {
    const found = await findCentre(tx, place, id);
    return found && { ...found, remove: () => takeAway(tx, place, found.id) };
  },
  room: async (tx, place, id) => {
    const found = await findRoom(tx, place, id);
    return found && { ...found, remove: () => deleteRoom(tx, found.id).then(() => null) };
  },
  sitting: async (tx, place, id) => {
    const found = await findSitting(tx, place, id);
    return found && { ...found, remove: () => deleteSitting(tx, found.id).then(() => null) };
  },
};

function overlaps(one: SittingWords, other: HeldTime & { readonly roomId: string | null }): boolean {
  return one.roomId !== null && one.roomId === other.roomId && meets(one, other);
}

const TAKEN = {
  exam_centre_code: 'code-taken',
  exam_centre_of_academy: 'code-taken',
  exam_room_name: 'room-taken',
  exam_sitting_once: 'sitting-there',
} as const satisfies Readonly<Record<string, Refusal['code']>>;

async function save(
  deps: ExamActDeps,
  act: Act,
  { place, officerId, key }: FormAuthor,
  kind: PlaceKind,
  content: Content,
  write: (tx: Tx) => Promise<Done>,
  event: 'exam.placeSaved' | 'exam.placeRemoved' = 'exam.placeSaved',
): Promise<Done> {
  try {
    const sent = { key, owner: officerId, purpose: `exam ${kind}`, content: { place, content } };
    return await transact<string, Refusal>(deps.db, (tx) =>
      onceAccepted<string, Refusal>(tx, sent, async () => {
        await lockExam(tx, place);
        const done = await write(tx);
        if (done.ok) await deps.events.publish(tx, act, event, examSubject(place), { kind, id: done.value });
        return done;
      }),
    );
  } catch (error) {
    if (isStillReferenced(error)) return refuse({ code: 'still-used' });
    const constraint = violatedConstraint(error);
    const taken = constraint === null ? undefined : Object.entries(TAKEN).find(([name]) => name === constraint)?.[1];
    if (taken === undefined) throw error;
    return refuse({ code: taken });
  }
}

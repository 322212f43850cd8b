import { createHash } from 'node:crypto';
import type { ExamActDeps, ExamPlace, FormAuthor } from '../../exam/index.ts';
import {
  deleteSitting,
  type EditedPlace,
  findSitting,
  type HeldTime,
  insertSitting,
  listKeptElsewhere,
  listSittings,
  MOST,
  meets,
  removeEntry,
  type SittingId,
  type SittingWords,
  updateSitting,
  WRITTEN,
  writeEntry,
  writtenAlready,
} from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readByPlan } from '../byPlan.ts';
import type { Refusal } from '../refusals.ts';
import { begunOf } from '../store/changes.ts';
import type { Placed } from '../store/placed.ts';

/** What a constraint of the table says. */
export const TAKEN = { exam_sitting_once: { code: 'sitting-there' } } as const satisfies Readonly<
  Record<string, Refusal>
>;

/** Writes a line of the calendar, looked at again with what stands there now. `seen`: whom the published plan has in its room, as it was read. */
export function saveSitting(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  target: EditedPlace,
  words: SittingWords,
  seen = '',
): Promise<Result<string, Refusal>> {
  return writeEntry<Refusal>(deps, act, who, 'sitting', { target, words, seen }, TAKEN, async (tx) => {
    const others = (await listSittings(tx, who.place)).filter(({ id }) => id !== target?.id);
    if (others.some((other) => overlaps(words, other))) return refuse({ code: 'hall-taken' });
    const elsewhere = (await listKeptElsewhere(tx, deps.catalogue(), who.place)).find((other) =>
      overlaps(words, { ...WRITTEN, ...other }),
    );
    if (elsewhere !== undefined) return refuse({ code: 'hall-taken-elsewhere' });
    if (target === null) {
      if (others.length >= MOST.sittings) return refuse({ code: 'too-many' });
      const inRoom = (await readByPlan(tx, who.place, others))(words);
      return isRead(inRoom, seen) ? ok(await insertSitting(tx, who.place, words)) : unread(inRoom);
    }
    const before = await findSitting(tx, who.place, target.id);
    if (before === null) return refuse({ code: 'not-found' });
    if (before.rowVersion !== target.version) return refuse({ code: 'changed-meanwhile' });
    if (await hasBegun(tx, who.place, before.id)) return refuse({ code: 'begun' });
    const inRoom = (await readByPlan(tx, who.place, [...others, { ...words, id: before.id }]))(words);
    if (!isRead(inRoom, seen)) return unread(inRoom);
    await updateSitting(tx, before.id, words);
    return ok(before.id);
  });
}

/** The id of the line that the same form wrote already: the rules would hold it against the second click. Null: it didn't. */
export function savedAlready(
  deps: ExamActDeps,
  who: FormAuthor,
  target: EditedPlace,
  words: SittingWords,
  seen: string,
): Promise<string | null> {
  return writtenAlready(deps, who, 'sitting', { target, words, seen });
}

function isRead(inRoom: readonly Placed[], seen: string): boolean {
  return inRoom.length === 0 || seen === fingerprintOf(inRoom);
}

function unread(others: readonly Placed[]): Result<never, Refusal> {
  return refuse({ code: 'room-of-plan', others, seen: fingerprintOf(others) });
}

function fingerprintOf(inRoom: readonly Placed[]): string {
  return createHash('sha256').update(JSON.stringify(inRoom)).digest('hex').slice(0, 16);
}

/** Takes a line of the calendar away, if nothing leans on it. */
export function removeSitting(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  target: EditedPlace,
): Promise<Result<string, Refusal>> {
  return removeEntry<Refusal>(deps, act, who, 'sitting', target, async (tx, place, id) => {
    const found = await findSitting(tx, place, id);
    return (
      found && {
        ...found,
        remove: async () => {
          if (await hasBegun(tx, place, found.id)) return { code: 'begun' };
          await deleteSitting(tx, found.id);
          return null;
        },
      }
    );
  });
}

async function hasBegun(tx: Tx, place: ExamPlace, sitting: SittingId): Promise<boolean> {
  return (await begunOf(tx, place, [sitting])).size > 0;
}

function overlaps(one: SittingWords, other: HeldTime & { readonly roomId: string | null }): boolean {
  return one.roomId !== null && one.roomId === other.roomId && meets(one, other);
}

import { type ExamActDeps, type ExamPlace, examSubject, type FormAuthor } from '../../exam/index.ts';
import { isStillReferenced, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Content, givenAlready, onceAccepted, type SentForm } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PlaceKind } from '../events.ts';
import type { EntryRefusal } from '../refusals.ts';
import { lockExam } from '../store/places.ts';

type Refused = { readonly code: string };
/** Which row, as the form saw it; null: a new one. */
export type EditedPlace = { readonly id: string; readonly version: number } | null;

/** Writes one row, a form once, while nobody else prepares an exam of the academy. `taken`: what a constraint of the database means. */
export async function writeEntry<Why extends Refused>(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  kind: PlaceKind,
  content: Content,
  taken: Readonly<Record<string, Why>>,
  write: (tx: Tx) => Promise<Result<string, Why | EntryRefusal>>,
  event: 'exam.placeSaved' | 'exam.placeRemoved' = 'exam.placeSaved',
): Promise<Result<string, Why | EntryRefusal>> {
  const { place } = who;
  try {
    return await transact<string, Why | EntryRefusal>(deps.db, (tx) =>
      onceAccepted<string, Why | EntryRefusal>(tx, sentEntry(who, kind, content), async () => {
        await lockExam(tx, place);
        const done = await write(tx);
        if (done.ok) await deps.events.publish(tx, act, event, examSubject(place), { kind, id: done.value });
        return done;
      }),
    );
  } catch (error) {
    if (isStillReferenced(error)) return refuse({ code: 'still-used' });
    const why = taken[violatedConstraint(error) ?? ''];
    if (why === undefined) throw error;
    return refuse(why);
  }
}

function sentEntry({ place, officerId, key }: FormAuthor, kind: PlaceKind, content: Content): SentForm {
  return { key, owner: officerId, purpose: `exam ${kind}`, content: { place, content } };
}

/** The id of what the same form wrote already. Null: it didn't. */
export function writtenAlready(
  { db }: Pick<ExamActDeps, 'db'>,
  who: FormAuthor,
  kind: PlaceKind,
  content: Content,
): Promise<string | null> {
  return givenAlready<string>(db, sentEntry(who, kind, content));
}

type Found<Why> = {
  readonly id: string;
  readonly rowVersion: number;
  /** Why it stays, or null: it is gone. */
  readonly remove: () => Promise<Why | null>;
};
export type FindEntry<Why> = (tx: Tx, place: ExamPlace, id: string | undefined) => Promise<Found<Why> | null>;

/** Takes a row away, if nothing leans on it. */
export function removeEntry<Why extends Refused>(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  kind: PlaceKind,
  target: EditedPlace,
  find: FindEntry<Why>,
): Promise<Result<string, Why | EntryRefusal>> {
  const removal = async (tx: Tx): Promise<Result<string, Why | EntryRefusal>> => {
    const before = await find(tx, who.place, target?.id);
    if (before === null) return refuse({ code: 'not-found' });
    if (before.rowVersion !== target?.version) return refuse({ code: 'changed-meanwhile' });
    const kept = await before.remove();
    return kept === null ? ok(before.id) : refuse(kept);
  };
  return writeEntry<Why>(deps, act, who, kind, { target, removed: true }, {}, removal, 'exam.placeRemoved');
}

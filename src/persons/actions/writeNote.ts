import { type Enrolment, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { AtDesk } from '../../scope/index.ts';
import type { PersonDeps } from '../deps.ts';
import { countNotes, insertNote } from '../store/notes.ts';

/** More than anybody telephones: whoever reaches it writes by mistake or by a program. */
export const MOST_NOTES = 200;
export type NoteRefusal = { readonly code: 'too-many-notes' };

/** What was said on the telephone or at the counter, of a draft too. The journal says that there is a note, and none of its words. */
export async function writeNote(
  deps: Pick<PersonDeps, 'db'>,
  act: Act,
  { enrolment, staff }: Pick<AtDesk, 'staff'> & { readonly enrolment: Enrolment },
  { words, key }: { readonly words: string; readonly key: string | null },
): Promise<Result<null, NoteRefusal>> {
  const officerId = staff.accountId;
  const sent = { key, owner: officerId, purpose: `note on ${enrolment.id}`, content: words };
  return transact<null, NoteRefusal>(deps.db, (tx) =>
    onceAccepted<null, NoteRefusal>(tx, sent, async () => {
      await lockEnrolment(tx, enrolment.id);
      if ((await countNotes(tx, enrolment.id)) >= MOST_NOTES) return refuse({ code: 'too-many-notes' });
      await insertNote(tx, enrolment, { officerId, words });
      await record(tx, act, 'note.written', subjectOf(enrolment), { enrolmentId: enrolment.id });
      return ok(null);
    }),
  );
}

import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { type Reply, type Route, redirect, route, type Visit } from '../../../platform/http/visit.ts';
import type { FileAtDesk } from '../../../scope/index.ts';
import { deskAddresses, fileAtDesk, type People, peopleOf } from '../../../scope/index.ts';
import {
  emptyForm,
  type FormState,
  parseForm,
  show,
  type TimelineEntry,
  typedForm,
  withFault,
} from '../../../ui/index.ts';
import { writeNote } from '../../actions/writeNote.ts';
import type { OfficeDeps } from '../../deps.ts';
import { listNotes } from '../../store/notes.ts';
import { notesTexts } from '../notesTexts.ts';
import { NotesPage, noteField } from '../pages/notesPage.tsx';

export function noteRoutes(deps: OfficeDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/notes';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showNotes(deps, visit, at) }),
    route({ method: 'POST', path, who, handle: (visit, at) => addNote(deps, visit, at) }),
  ];
}

/** The notes on a file, by name. */
export async function readNotes(
  deps: Pick<OfficeDeps, 'db'>,
  { enrolment }: FileAtDesk,
  people: People,
): Promise<readonly TimelineEntry[]> {
  const notes = await listNotes(deps.db, enrolment);
  return notes.map(({ id, officerId, words, at }) => ({ key: id, at, actor: people('staff', officerId), text: words }));
}

async function showNotes(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  state: FormState = emptyForm,
  status = 200,
): Promise<Reply> {
  const members = await deps.accounts.listStaff(deps.db, at.scope.academy);
  return show(
    h(NotesPage, {
      ...(await deps.frame(visit, at.staff)),
      enrolmentId: at.enrolment.id,
      number: at.enrolment.number ?? '',
      name: personName(at.candidate),
      notes: await readNotes(deps, at, peopleOf(members, at.staff.accountId)),
      state,
      idempotencyKey: randomUUID(),
    }),
    status,
  );
}

async function addNote(deps: OfficeDeps, visit: Visit, at: FileAtDesk): Promise<Reply> {
  const fields = [noteField] as const;
  const read = parseForm(fields, visit.body);
  if (!read.ok) return showNotes(deps, visit, at, read.error, 422);
  const done = await writeNote(deps, actBy(visit, at.staff), at, {
    words: read.value.note,
    key: idempotencyKey(visit.body.cle),
  });
  if (done.ok) return redirect(`${deskAddresses.file(at.enrolment.id, { message: 'note' })}#appels`);
  const typed: FormState = typedForm(fields, visit.body);
  return showNotes(deps, visit, at, withFault(typed, noteField.name, notesTexts.tooMany), 409);
}

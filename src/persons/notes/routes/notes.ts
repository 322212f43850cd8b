import { randomUUID } from 'node:crypto';
import { h } from 'preact';
import { actBy, personName } from '../../../accounts/index.ts';
import type { Enrolment } from '../../../enrolment/index.ts';
import { idempotencyKey } from '../../../platform/http/once.ts';
import { refusalTable } from '../../../platform/http/refusalTable.ts';
import { type Reply, type Route, route, type Visit } from '../../../platform/http/visit.ts';
import { deskAddresses, type FileAtDesk, fileAtDesk, type People, peopleOf } from '../../../scope/index.ts';
import { act, emptyForm, type FormState, show, type TimelineEntry } from '../../../ui/index.ts';
import { type NoteRefusal, writeNote } from '../../actions/writeNote.ts';
import type { PersonDeps } from '../../deps.ts';
import { listNotes } from '../../store/notes.ts';
import { notesTexts } from '../notesTexts.ts';
import { NotesPage, noteField } from '../pages/notesPage.tsx';

export const noteRefusals = refusalTable<NoteRefusal>({
  'too-many-notes': [409, notesTexts.tooMany, noteField.name],
});

export function noteRoutes(deps: PersonDeps): readonly Route[] {
  const who = fileAtDesk(deps);
  const path = '/gestion/dossiers/:id/notes';
  return [
    route({ method: 'GET', path, who, handle: (visit, at) => showNotes(deps, visit, at) }),
    act({
      path,
      who,
      note: 'Le gestionnaire du dossier, ou le chef, y écrit une note.',
      fields: [noteField],
      do: ({ note: words }, at, visit) =>
        writeNote(deps, actBy(visit, at.staff), at, { words, key: idempotencyKey(visit.body.cle) }),
      to: (_, { enrolment }) => `${deskAddresses.file(enrolment.id, { message: 'note' })}#appels`,
      refusals: noteRefusals,
      again: (...shown) => showNotes(deps, ...shown),
    }),
  ];
}

/** The notes on a file, by name. */
export async function readNotes(
  deps: Pick<PersonDeps, 'db'>,
  { enrolment }: { readonly enrolment: Enrolment },
  people: People,
): Promise<readonly TimelineEntry[]> {
  const notes = await listNotes(deps.db, enrolment);
  return notes.map(({ id, officerId, words, at }) => ({ key: id, at, actor: people('staff', officerId), text: words }));
}

async function showNotes(
  deps: PersonDeps,
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

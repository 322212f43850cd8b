import { keepFile, type ReceivedFile } from '../../keptFiles/index.ts';
import { countOfDay, whyNotMany } from '../../lots/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { DocumentDeps } from '../deps.ts';
import { OFFICE_DOCUMENT } from '../document.ts';
import { documentsOf } from '../events.ts';
import type { DocumentRefusal } from '../refusals.ts';
import { DOCUMENTS, insertDocument, type NewDocument } from '../store/documents.ts';
import { folderOf } from '../store/files.ts';

export type DocumentDraft = NewDocument & {
  /** Whose files the officer may see: who asks has looked. */
  readonly enrolments: readonly { readonly id: string; readonly session: string }[];
  readonly file: UploadedFile | null;
  readonly key: string | null;
};

type Drafted = { readonly id: string; readonly fileKey: string };

/** Keeps a file and for whom it is meant, to be looked at before anybody gets it. Gives the draft's id. What is refused leaves nothing behind. */
export async function draftDocument(
  deps: DocumentDeps,
  act: Act,
  { file, ...draft }: DocumentDraft,
): Promise<Result<string, DocumentRefusal>> {
  const { enrolments, academy, officerId } = draft;
  const crowd = whyNotMany(enrolments.length, OFFICE_DOCUMENT.people);
  if (crowd !== null) {
    file?.content.resume();
    return refuse(crowd);
  }
  const drafted = await keepFile(deps, { folder: folderOf(academy), owner: officerId, file }, (received) =>
    write(deps, act, draft, received),
  );
  if (drafted.ok) return ok(drafted.value.id);
  return refuse('file' in drafted.error ? { code: 'file', why: drafted.error.file } : drafted.error.own);
}

function write(
  { db, events }: Pick<DocumentDeps, 'db' | 'events'>,
  act: Act,
  { key, enrolments, ...document }: Omit<DocumentDraft, 'file'>,
  file: ReceivedFile,
): Promise<Result<Drafted, DocumentRefusal>> {
  const { academy, officerId } = document;
  const sent = { key, owner: officerId, purpose: `publication ${file.sent.sha256}`, content: document };
  return transact<Drafted, DocumentRefusal>(db, (tx) =>
    onceAccepted<Drafted, DocumentRefusal>(tx, sent, async () => {
      if (file.type !== 'application/pdf') return refuse({ code: 'not-pdf' });
      if ((await countOfDay(tx, DOCUMENTS, officerId)) >= OFFICE_DOCUMENT.daily)
        return refuse({ code: 'too-many-today' });
      const id = await insertDocument(tx, document, file, enrolments);
      const { sha256, sent } = file;
      const payload = { publicationId: id, recipients: enrolments.length, sha256, sentSha256: sent.sha256 };
      await events.publish(tx, act, 'publication.drafted', documentsOf(academy), payload);
      return ok({ id, fileKey: file.fileKey });
    }),
  );
}

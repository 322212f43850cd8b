import { keepFile, type ReceivedFile } from '../../keptFiles/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PublicationDeps } from '../deps.ts';
import { PUBLICATION } from '../document.ts';
import { publicationsOf } from '../events.ts';
import type { PublicationRefusal } from '../refusals.ts';
import { countPublicationsToday, insertPublication, type NewPublication } from '../store/documents.ts';
import { folderOf } from '../store/files.ts';

export type PublicationDraft = NewPublication & {
  /** Whose files the officer may see: who asks has looked. */
  readonly enrolments: readonly { readonly id: string; readonly session: string }[];
  readonly file: UploadedFile | null;
  readonly key: string | null;
};

type Drafted = { readonly id: string; readonly fileKey: string };

/** Keeps a file and for whom it is meant, to be looked at before anybody gets it. Gives the draft's id. What is refused leaves nothing behind. */
export async function draftPublication(
  deps: PublicationDeps,
  act: Act,
  { file, ...draft }: PublicationDraft,
): Promise<Result<string, PublicationRefusal>> {
  const { enrolments, academy, officerId } = draft;
  const fault = enrolments.length === 0 ? 'nobody' : enrolments.length > PUBLICATION.people ? 'too-many-people' : null;
  if (fault !== null) {
    file?.content.resume();
    return refuse({ code: fault });
  }
  const drafted = await keepFile(deps, { folder: folderOf(academy), owner: officerId, file }, (received) =>
    write(deps, act, draft, received),
  );
  if (drafted.ok) return ok(drafted.value.id);
  return refuse('file' in drafted.error ? { code: 'file', why: drafted.error.file } : drafted.error.own);
}

function write(
  { db, events }: Pick<PublicationDeps, 'db' | 'events'>,
  act: Act,
  { key, enrolments, ...publication }: Omit<PublicationDraft, 'file'>,
  file: ReceivedFile,
): Promise<Result<Drafted, PublicationRefusal>> {
  const { academy, officerId } = publication;
  const sent = { key, owner: officerId, purpose: `publication ${file.sent.sha256}`, content: publication };
  return transact<Drafted, PublicationRefusal>(db, (tx) =>
    onceAccepted<Drafted, PublicationRefusal>(tx, sent, async () => {
      if (file.type !== 'application/pdf') return refuse({ code: 'not-pdf' });
      if ((await countPublicationsToday(tx, officerId)) >= PUBLICATION.daily) return refuse({ code: 'too-many-today' });
      const id = await insertPublication(tx, publication, file, enrolments);
      const { sha256, sent } = file;
      const payload = { publicationId: id, recipients: enrolments.length, sha256, sentSha256: sent.sha256 };
      await events.publish(tx, act, 'publication.drafted', publicationsOf(academy), payload);
      return ok({ id, fileKey: file.fileKey });
    }),
  );
}

import { createHash } from 'node:crypto';
import type { AccountId, AccountRefusal, CivilStatus } from '../../accounts/index.ts';
import {
  beginOnPaper,
  type Enrolment,
  type EnrolmentId,
  type EnrolmentRefusal,
  type EntryOrder,
  leaveEntry as leave,
  openEntry,
  subjectOf,
} from '../../enrolment/index.ts';
import { type FileRefusal, forgetFiles, keptOnlyIf, receiveFile } from '../../keptFiles/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Content, onceAccepted } from '../../platform/http/once.ts';
import type { UploadedFile } from '../../platform/http/upload.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { PersonDeps } from '../deps.ts';
import { countProofsToday, insertProof, proofFolder, replaceProof } from '../store/entryProofs.ts';

/** Letters that one officer types from in a day. */
const MOST_PROOFS = 300;

export type TypingRefusal =
  | { readonly code: 'proof'; readonly why: FileRefusal | null }
  | { readonly code: 'too-many-proofs' }
  | { readonly code: 'account'; readonly why: AccountRefusal }
  | { readonly code: 'entry'; readonly why: EnrolmentRefusal };

export type TypingOrder = {
  readonly academy: string;
  readonly entry: Omit<EntryOrder, 'id' | 'academy'>;
  readonly file: UploadedFile | null;
  readonly key: string | null;
};

/**
 * Keeps the letter that somebody types from, and opens the steps of the enrolment that `find` gives. Only a telephone call goes without
 * a letter. What is refused leaves nothing behind.
 */
export async function openTyping(
  deps: PersonDeps,
  act: Act,
  { academy, entry, file, key }: TypingOrder,
  whose: Content,
  find: (tx: Tx) => Promise<Result<EnrolmentId, TypingRefusal>>,
): Promise<Result<EnrolmentId, TypingRefusal>> {
  const { officerId } = entry;
  const hasFile = file !== null && file.name !== '';
  if (!hasFile) file?.content.resume();
  if (!hasFile && entry.way !== 'telephone') return refuse({ code: 'proof', why: null });
  const received = hasFile ? await receiveFile(deps, { folder: proofFolder(academy), owner: officerId, file }) : null;
  if (received?.ok === false) return refuse({ code: 'proof', why: received.error });
  const kept = received?.value ?? null;
  let isKept = false;
  const open = async (tx: Tx): Promise<Result<EnrolmentId, TypingRefusal>> => {
    if ((await countProofsToday(tx, officerId, MOST_PROOFS)) >= MOST_PROOFS) return refuse({ code: 'too-many-proofs' });
    const where = await find(tx);
    if (!where.ok) return where;
    const opened = await openEntry(deps, tx, act, { ...entry, academy, id: where.value });
    if (!opened.ok) return refuse({ code: 'entry', why: opened.error });
    if (kept !== null) {
      await insertProof(tx, { academy, officerId, entryId: opened.value, scans: deps.scans }, kept);
      if (deps.scans) await deps.letters.jobs.enqueue(tx, 'proof.scan', { entryId: opened.value });
      isKept = true;
    }
    return where;
  };
  const purpose = `typing ${kept?.sent.sha256 ?? createHash('sha256').update(entry.words).digest('hex')}`;
  const sent = { key, owner: officerId, purpose, content: { entry, whose } };
  return keptOnlyIf(
    deps,
    kept === null ? [] : [kept.fileKey],
    () =>
      transact<EnrolmentId, TypingRefusal>(deps.db, (tx) =>
        onceAccepted<EnrolmentId, TypingRefusal>(tx, sent, () => open(tx)),
      ),
    () => isKept,
  );
}

export type PaperOrder = TypingOrder & {
  readonly session: string;
  readonly status: CivilStatus;
  readonly address: string | null;
  /** The account that is this person's already, as the officer says; null: a new one is opened. */
  readonly account: AccountId | null;
};

/** A candidate without an account, or who can't use it, enrols by a paper form: account, draft and entry exist together or not at all. */
export function enrolOnPaper(
  deps: PersonDeps,
  act: Act,
  { session, status, address, account, ...order }: PaperOrder,
): Promise<Result<EnrolmentId, TypingRefusal>> {
  return openTyping(deps, act, order, { session, status, address, account }, async (tx) => {
    const { academy } = order;
    const opened =
      account === null ? await deps.accounts.openForCandidate(tx, act, { academy, status, address }) : ok(account);
    if (!opened.ok) return refuse({ code: 'account', why: opened.error });
    const begun = await beginOnPaper(deps, tx, act, opened.value, session);
    return begun.ok ? begun : refuse({ code: 'entry', why: begun.error });
  });
}

export type ProofOrder = { readonly enrolment: Enrolment; readonly entry: string; readonly file: UploadedFile | null };

/** The letter of an entry scanned again, where the file that was kept is lost, altered or infected. */
export async function scanAgain(
  deps: PersonDeps,
  act: Act,
  officerId: AccountId,
  { enrolment, entry, file }: ProofOrder,
): Promise<Result<null, FileRefusal | { readonly code: 'proof-over' }>> {
  const folder = proofFolder(enrolment.academy);
  const received = await receiveFile(deps, { folder, owner: officerId, file });
  if (!received.ok) return received;
  const replaced = await deps.db.transaction().execute(async (tx) => {
    if (!(await replaceProof(tx, { id: entry, scans: deps.scans }, received.value))) return false;
    if (deps.scans) await deps.letters.jobs.enqueue(tx, 'proof.scan', { entryId: entry });
    await record(tx, { ...act, onBehalfOf: enrolment.candidateId }, 'entry.proofReplaced', subjectOf(enrolment), null);
    return true;
  });
  if (replaced) return ok(null);
  await forgetFiles(deps.files, [received.value.fileKey]);
  return refuse({ code: 'proof-over' });
}

/** Leaves the steps without an *Enregistrer*. */
export function leaveTyping(
  { db }: Pick<PersonDeps, 'db'>,
  act: Act,
  order: Parameters<typeof leave>[2],
): Promise<Result<null, EnrolmentRefusal>> {
  return transact<null, EnrolmentRefusal>(db, async (tx) => {
    const left = await leave(tx, act, order);
    return left.ok ? ok(null) : left;
  });
}

import { h } from 'preact';
import { civilStatusFields, personName, RECOVERY_LIFE } from '../../../accounts/index.ts';
import { asksFor, type Catalogue } from '../../../catalogue/index.ts';
import { checkingAddresses, openFileAt, readWhoHas } from '../../../checking/index.ts';
import {
  awaitsUnits,
  type Completion,
  comparedHeld,
  compareVersions,
  type Enrolment,
  enrolmentStream,
  enrolmentTexts,
  isRunning,
  lastCompletion,
  listVersions,
  minorityOf,
  type RegisteredFile,
  readRegistered,
  verdictOn,
} from '../../../enrolment/index.ts';
import { exportAddresses } from '../../../exports/index.ts';
import { listHearings } from '../../../hearings/index.ts';
import { unreadOf } from '../../../keptFiles/index.ts';
import { readLetters } from '../../../letters/index.ts';
import { findThread } from '../../../messages/index.ts';
import { remainsOf } from '../../../papers/index.ts';
import { formerNumberOf, readDoubles, readNotes } from '../../../persons/index.ts';
import {
  closingOf,
  isGiven,
  listPieces,
  ordinaryFiles,
  type PieceWithFiles,
  pieceStatus,
  pieceTitle,
  SIGNED_CONFIRMATION,
  whyNoDeposit,
} from '../../../pieces/index.ts';
import type { Reply, Visit } from '../../../platform/http/visit.ts';
import type { JournalEntry } from '../../../platform/journal.ts';
import { parisDay } from '../../../platform/time.ts';
import { subjectsOf } from '../../../publication/index.ts';
import {
  type FileAtDesk,
  JOURNAL_READERS,
  type People,
  peopleOf,
  pieceLabel,
  specialityName,
  unreachedSince,
} from '../../../scope/index.ts';
import { listSignatures, type OnlineSignature, signedForOffice } from '../../../signature/index.ts';
import { linesOf, Status, show, type TimelineEntry } from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import type { OfficeDeps } from '../../deps.ts';
import { readStory } from '../../store/journal.ts';
import { fileTexts } from '../fileTexts.ts';
import { pieceMarks } from '../pages/fileLines.ts';
import { FilePage } from '../pages/filePage.tsx';
import type { FilePiece } from '../pages/filePieces.tsx';
import type { FileView } from '../pages/fileView.ts';
import { entryInWords, isSentAhead } from '../rules/history.ts';
import { type NotAdmitted, notAdmitted } from '../rules/notAdmitted.ts';

const say = fileTexts;
const TIMELINE_SHOWN = 100;

/** What is to be said above it. */
export type SaidAbove = { readonly fault: string; readonly status: number };

export async function showFile(
  deps: OfficeDeps,
  visit: Visit,
  at: FileAtDesk,
  above: SaidAbove | null = null,
): Promise<Reply> {
  const { enrolment, candidate, staff, scope } = at;
  const catalogue = deps.catalogue();
  await openFileAt(deps.db, at, enrolment.id);
  const [pieces, signatures, entries, versions, members, papers, thread, unreached, recovery, hearings, frame] =
    await Promise.all([
      listPieces(deps.db, enrolment.id),
      listSignatures(deps.db, enrolment.id),
      readStory(deps.db, enrolmentStream(enrolment.id), TIMELINE_SHOWN + 1),
      listVersions(deps.db, enrolment),
      deps.accounts.listStaff(deps.db, scope.academy),
      deps.papers?.(enrolment.academy, enrolment.id) ?? [],
      findThread(deps.db, enrolment.id),
      unreachedSince(deps.db, enrolment.candidateId),
      deps.accounts.lastRecovery(deps.db, enrolment.academy, candidate.accountId),
      listHearings(deps.db, [enrolment.id]),
      deps.frame(visit, staff),
    ]);
  const people = peopleOf(members, staff.accountId);
  const who = await readWhoHas(deps, at, members, [enrolment.id]);
  const registered = readRegistered(catalogue, enrolment, candidate);
  const verdict = registered === null ? null : verdictOn(registered.dossier, registered.review);
  const heard = hearings.some(({ kind }) => kind === 'units');
  const sanction = sanctionOf(catalogue, at, pieces, { now: deps.clock.now(), heard });
  const mayReadJournal = JOURNAL_READERS.some((role) => role === staff.role);
  const subjects = await subjectsOf(deps, deps.db, enrolment, deps.clock.now(), 'office');
  return show(
    h(FilePage, {
      ...frame,
      at,
      fault: above?.fault ?? null,
      who: who(enrolment.id),
      doubles: await readDoubles(deps, at),
      notes: await readNotes(deps, at, people),
      name: personName(candidate),
      formerNumber: await formerNumberOf(deps.db, enrolment.id),
      speciality: specialityName(catalogue, registered?.review.qualification.speciality.cfd ?? ''),
      ...(await remainsOf(deps, at, pieces)),
      phone: registered?.review.identification.phone ?? null,
      minority: minorityOf(enrolment, candidate, parisDay(deps.clock.now())),
      civilStatus: linesOf(civilStatusFields, candidate),
      // What holds health data isn't there at all: a line without a name would tell that something was asked.
      pieces: pieces
        .filter(({ confidential }) => !confidential)
        .map((piece) =>
          pieceRow(piece, {
            label: pieceLabel(catalogue, piece),
            signed: signedOnline(piece, enrolment, signatures),
            asked: isRunning(enrolment) && candidate.closedAt === null,
          }),
        ),
      archive: archiveOf(enrolment.id, pieces),
      notAdmitted: sanction,
      hearings: hearings.length > 0 || sanction !== null || enrolment.status === 'validated',
      scaffoldingUnits: registered?.review.qualification.speciality.scaffolding?.units ?? null,
      papers,
      letters: await readLetters(deps, at),
      thread,
      unreached,
      contestable: subjects.length > 0,
      appealHeld: subjects.some(({ contested }) => contested?.toUndo === true),
      units:
        registered === null || !isRunning(enrolment)
          ? null
          : unitsOf(registered, await lastCompletion(deps.db, enrolment)),
      recovering: recovery !== null && RECOVERY_LIFE.may('drop', recovery.state),
      registered,
      verdict: verdict === null ? null : say.grades[verdict.grade],
      doubts: enrolmentTexts.eligibility.doubts(verdict?.reasons.flatMap(({ doubts }) => doubts ?? []) ?? []),
      held: registered === null ? [] : await comparedHeld(deps.db, registered),
      versions: compareVersions(catalogue, enrolment, candidate, versions),
      timeline: timelineOf(deps, enrolment.session, entries.slice(0, TIMELINE_SHOWN), people),
      timelineCut: entries.length > TIMELINE_SHOWN,
      journal: mayReadJournal ? addresses.journal({ numero: enrolment.number }) : null,
    }),
    above?.status ?? 200,
  );
}

/** Where the units stand that a candidate told in words. */
function unitsOf(file: RegisteredFile, last: Completion | null): 'awaited' | 'proposed' | 'contested' | null {
  if (!awaitsUnits(file)) return null;
  const stands = last?.version === file.enrolment.version ? last.state : null;
  return stands === 'proposed' || stands === 'contested' ? stands : 'awaited';
}

function archiveOf(enrolmentId: string, pieces: readonly PieceWithFiles[]): FileView['archive'] {
  const files = ordinaryFiles(pieces);
  if (files.length === 0) return null;
  return { href: exportAddresses.pieces(enrolmentId), unread: unreadOf(files).length };
}

/** R.408: only while the enrolment stands, and only of the pieces that ask for what its speciality's annexes are. */
function sanctionOf(
  catalogue: Catalogue,
  { enrolment }: FileAtDesk,
  pieces: readonly PieceWithFiles[],
  { now, heard }: { readonly now: Temporal.Instant; readonly heard: boolean },
): NotAdmitted | null {
  if (!isRunning(enrolment)) return null;
  const certificates = catalogue
    .pieceTypes(catalogue.session(enrolment.session)?.exam ?? '')
    .filter(({ rules }) => rules.some((rule) => asksFor(rule.when, 'scaffoldingAnnexes')));
  const codes = new Set(certificates.map(({ code }) => code));
  return notAdmitted(pieces, codes, now, heard);
}

/** Of the signed confirmation: who signed it on line, recognised how, and what that is worth. */
function signedOnline(
  { code }: PieceWithFiles,
  enrolment: Enrolment,
  signatures: readonly OnlineSignature[],
): readonly string[] {
  return code === SIGNED_CONFIRMATION ? signedForOffice(enrolment, signatures) : [];
}

/** `asked`: the enrolment goes on; of one that ended nothing is to be given any more, and nothing can be. */
function pieceRow(
  piece: PieceWithFiles,
  { label, signed, asked }: { readonly label: string; readonly signed: readonly string[]; readonly asked: boolean },
): FilePiece {
  const waits = piece.files.length > 0 && piece.status === 'none' && piece.handedOverAt === null;
  const last = piece.files.at(-1);
  return {
    code: piece.code,
    title: pieceTitle(piece.code, label),
    href: checkingAddresses.piece(piece.id),
    marks: [...pieceMarks(piece), ...(waits ? [say.notHandedOver] : []), ...signed],
    given: last === undefined ? null : { files: piece.files.length, on: parisDay(last.finishedAt) },
    due: asked ? say.due(closingOf(piece)) : null,
    status: asked || isGiven(piece) ? h(Status, { name: pieceStatus(piece) }) : null,
    depositFor: asked && whyNoDeposit(piece) === null ? checkingAddresses.onBehalf(piece.id) : null,
    refusal: piece.status === 'non-compliant' ? piece.comment : null,
  };
}

/** Without what was only sent ahead; what one person did several times running is one line. The journal has them all. */
function timelineOf(
  deps: OfficeDeps,
  session: string,
  entries: readonly JournalEntry[],
  people: People,
): readonly TimelineEntry[] {
  const lines: { text: string; actor: string; at: Temporal.Instant; count: number }[] = [];
  for (const entry of entries.filter((one) => !isSentAhead(one))) {
    const [text, actor] = [entryInWords(deps, session, entry), people(entry.actorKind, entry.actorId)];
    const last = lines.at(-1);
    if (last?.text === text && last.actor === actor) last.count += 1;
    else lines.push({ text, actor, at: entry.businessAt, count: 1 });
  }
  return lines.map(({ text, actor, at, count }, index) => ({
    key: String(index),
    at,
    actor,
    text: say.times(text, count),
  }));
}

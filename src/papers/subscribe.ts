import { disclosuresInWords, enrolmentAddresses, readMoment } from '../enrolment/index.ts';
import { findPieceById, groupOfPiece, listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Published } from '../platform/events.ts';
import { endInWords, instantInWords } from '../ui/index.ts';
import { readAbout } from './about.ts';
import { issuePaper } from './actions/issuePaper.ts';
import { printPaperOf } from './actions/printPaper.ts';
import { sendDigest } from './actions/sendDigest.ts';
import { tellDecision } from './actions/tellDecision.ts';
import { tellInfection } from './actions/tellInfection.ts';
import { tellNewRules } from './actions/tellNewRules.ts';
import { tellRefusal } from './actions/tellRefusal.ts';
import { tellReserve, withReserve } from './actions/tellReserve.ts';
import { tellValidation } from './actions/tellValidation.ts';
import { confirmationContent } from './contents/confirmation.ts';
import { piecesRequestContent } from './contents/piecesRequest.ts';
import { settingOf } from './contents/setting.ts';
import type { PaperActDeps, PapersDeps } from './deps.ts';
import { letter } from './letter.ts';
import { post, todoOf, valuesOf } from './mails.ts';
import { addAccepted } from './store.ts';
import { texts } from './texts.ts';
import { UNDO_SECONDS } from './undo.ts';

const say = texts.mails;

const DIGEST_SECONDS = 600;

/** Papers and mails follow what happens to enrolments and pieces. After the subscription of the pieces: the list comes first. */
export function subscribePapers(deps: PapersDeps): void {
  const { events, jobs } = deps;
  jobs.handle('paper.render', ({ paperId }) => printPaperOf(deps, paperId));
  jobs.handle('pieces.digest', ({ enrolmentId }) => sendDigest(deps, enrolmentId));
  jobs.handle('piece.tell-refusal', (refusal) => tellRefusal(deps, refusal));
  jobs.handle('document.tell-decision', (decision) => tellDecision(deps, decision));
  jobs.handle('enrolment.tell-validation', (validation) => tellValidation(deps, validation));
  events.subscribe('enrolment.registered', (tx, event) => registered(deps, tx, event));
  events.subscribe('enrolment.modified', (tx, event) => registered(deps, tx, event));
  for (const name of ['reserve.lifted', 'enrolment.setAside', 'enrolment.reinstated'] as const)
    events.subscribe(name, (tx, event) => tellReserve(deps, tx, event));
  events.subscribe('enrolment.withdrawn', (tx, event) => withdrawn(deps, tx, event));
  events.subscribe('enrolment.disclosureChanged', (tx, event) => disclosureChanged(deps, tx, event));
  events.subscribe('enrolment.validated', (tx, event) => validated(deps, tx, event));
  events.subscribe('piece.reviewed', (tx, event) => reviewed(deps, tx, event));
  events.subscribe('piece.fileInfected', (tx, event) => tellInfection(deps, tx, event));
  events.subscribe('rules.changed', (tx, event) => tellNewRules(deps, tx, event));
}

async function registered(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, act, payload }: Published<'enrolment.registered' | 'enrolment.modified'>,
): Promise<void> {
  const about = await readAbout(deps, tx, payload.enrolmentId);
  const { enrolment, session } = about;
  const due = groupOfPiece(deps.catalogue(), enrolment.session, SIGNED_CONFIRMATION)?.dueAt;
  const deadline = endInWords(due ?? session.window.closesAt);
  const version = String(payload.version);
  const setting = settingOf(deps.catalogue(), about);
  const { registeredAt } = setting;
  const pieces = await listPieces(tx, enrolment.id);
  const todo = todoOf(deps, about, pieces, registeredAt);
  const values = { ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)), version, deadline, todo };
  const told = await withReserve(tx, about, payload.reserve, letter(deps.catalogue(), name, values));
  await post(deps, tx, about, { eventId, template: name }, told);
  // The hour of the database: that of the registration, in the same transaction.
  await issuePaper(deps, tx, act, setting, 'confirmation', confirmationContent(setting, registeredAt));
  await issuePaper(deps, tx, act, setting, 'pieces-request', piecesRequestContent(setting, pieces, registeredAt));
}

async function withdrawn(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, act, payload }: Published<'enrolment.withdrawn'>,
): Promise<void> {
  const about = await readAbout(deps, tx, payload.enrolmentId);
  const { closesAt } = about.session.window;
  const deadline = instantInWords(closesAt);
  const { begunAt } = await readMoment(tx, act);
  const remedy =
    Temporal.Instant.compare(begunAt, closesAt) < 0 ? say.enrolAgain(deadline) : say.noMoreEnrolling(deadline);
  const values = { ...valuesOf(deps, about, enrolmentAddresses.list), deadline, remedy };
  await post(deps, tx, about, { eventId, template: name }, letter(deps.catalogue(), name, values));
}

async function disclosureChanged(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload: { enrolmentId, online, press } }: Published<'enrolment.disclosureChanged'>,
): Promise<void> {
  const about = await readAbout(deps, tx, enrolmentId);
  const choice = disclosuresInWords({ online, press }).toLowerCase();
  const values = { ...valuesOf(deps, about, enrolmentAddresses.disclosure(enrolmentId)), choice };
  const template = 'enrolment.disclosure';
  await post(deps, tx, about, { eventId, template }, letter(deps.catalogue(), template, values));
}

async function validated(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload: { enrolmentId } }: Published<'enrolment.validated'>,
): Promise<void> {
  const { enrolment } = await readAbout(deps, tx, enrolmentId);
  const validatedAt = String(enrolment.validatedAt);
  await deps.jobs.enqueue(tx, 'enrolment.tell-validation', { enrolmentId, eventId, validatedAt }, UNDO_SECONDS);
}

async function reviewed(deps: PaperActDeps, tx: Tx, event: Published<'piece.reviewed'>): Promise<void> {
  const { decision, enrolmentId, pieceId, confidential } = event.payload;
  if (confidential) return laterOf(deps, tx, event, 'document.tell-decision');
  if (decision === 'non-compliant') return laterOf(deps, tx, event, 'piece.tell-refusal');
  if (decision !== 'compliant') return;
  const about = await readAbout(deps, tx, enrolmentId);
  const nobodyTells = await addAccepted(tx, about.enrolment, { eventId: event.id, pieceId });
  if (nobodyTells)
    await deps.jobs.enqueue(tx, 'pieces.digest', { enrolmentId }, deps.digestAfterSeconds ?? DIGEST_SECONDS);
}

/** Told once it can no longer be taken back. */
async function laterOf(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload: { enrolmentId, pieceId, undoesValidation } }: Published<'piece.reviewed'>,
  job: 'piece.tell-refusal' | 'document.tell-decision',
): Promise<void> {
  const { enrolment } = await readAbout(deps, tx, enrolmentId);
  const piece = await findPieceById(tx, enrolment.academy, pieceId);
  if (piece === null) throw new Error(`The piece ${pieceId} was reviewed but isn't there`);
  const decision = {
    enrolmentId,
    pieceId,
    eventId,
    reviewedAt: String(piece.reviewedAt),
    undidValidation: undoesValidation,
  };
  await deps.jobs.enqueue(tx, job, decision, UNDO_SECONDS);
}

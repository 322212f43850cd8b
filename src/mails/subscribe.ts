import { hasMailbox } from '../accounts/index.ts';
import {
  completedFile,
  disclosuresInWords,
  enrolmentAddresses,
  lastCompletion,
  readRegistered,
  unitLines,
} from '../enrolment/index.ts';
import type { PaperActDeps, PapersDeps } from '../papers/index.ts';
import { endOfGiving, listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Published } from '../platform/events.ts';
import { type About, asList, post, readAbout, valuesOf } from '../post/index.ts';
import { sinceInWords } from '../ui/index.ts';
import { noteDecision, noteOlderJobs, resumeDecisions } from './actions/noteDecision.ts';
import { tellDecisions } from './actions/tellDecisions.ts';
import { tellExtension } from './actions/tellExtension.ts';
import { tellNewRules } from './actions/tellNewRules.ts';
import { tellReserve } from './actions/tellReserve.ts';
import { tellSamePerson } from './actions/tellSamePerson.ts';
import { tellUnusable } from './actions/tellUnusable.ts';
import { fileMails } from './mails.ts';
import { forgetTold } from './store.ts';
import { mailTexts } from './texts.ts';

const say = mailTexts;

/** What happens to a file is told to its candidate. */
export function subscribeMails(deps: PapersDeps): void {
  const { events, jobs } = deps;
  jobs.handle('decisions.tell', (order) => tellDecisions(deps, order));
  noteOlderJobs(deps);
  events.subscribe('enrolment.modified', 'tell', (tx, event) => forgetVoided(tx, event.payload.enrolmentId));
  events.subscribe(['reserve.lifted', 'enrolment.setAside', 'enrolment.reinstated'], 'tell', (tx, event) =>
    tellReserve(deps, tx, event),
  );
  // That the validation fell is said by the decision which undid it; the mail of the piece says what to do again.
  events.subscribe(['setAside.ended', 'validation.undone'], 'tell', (tx, { payload: { enrolmentId } }) =>
    forgetTold(tx, enrolmentId),
  );
  events.subscribe('enrolment.reinstated', 'tell', (tx, { payload: { enrolmentId } }) =>
    resumeDecisions(deps, tx, enrolmentId),
  );
  events.subscribe(['person.same', 'person.undone', 'person.ended'], 'tell', (tx, event) =>
    tellSamePerson(deps, tx, event),
  );
  events.subscribe('enrolment.withdrawn', 'tell', (tx, event) => withdrawn(deps, tx, event));
  events.subscribe('enrolment.disclosureChanged', 'tell', (tx, event) => disclosureChanged(deps, tx, event));
  events.subscribe('enrolment.validated', 'tell', (tx, { id: eventId, payload: { enrolmentId } }) =>
    noteDecision(deps, tx, enrolmentId, { eventId, pieceId: null }),
  );
  events.subscribe('units.proposed', 'tell', (tx, event) => unitsProposed(deps, tx, event));
  events.subscribe('piece.reviewed', 'tell', (tx, { id: eventId, payload: { enrolmentId, pieceId } }) =>
    noteDecision(deps, tx, enrolmentId, { eventId, pieceId }),
  );
  // It may have been told already, where mails wait for less than a decision can be taken back.
  events.subscribe('piece.reviewTakenBack', 'tell', (tx, { id: eventId, payload: { enrolmentId, pieceId } }) =>
    noteDecision(deps, tx, enrolmentId, { eventId, pieceId }),
  );
  events.subscribe('piece.deposited', 'tell', async (tx, { id: eventId, payload, carried: { touched } }) => {
    const { enrolmentId, pieceId, receipt, givenBy } = payload;
    if (touched) await forgetTold(tx, pieceId);
    if (givenBy !== undefined) await noteDecision(deps, tx, enrolmentId, { eventId, pieceId, receipt });
  });
  events.subscribe('piece.removed', 'tell', (tx, { payload: { pieceId } }) => forgetTold(tx, pieceId));
  events.subscribe(['piece.fileInfected', 'piece.fileRefused'], 'tell', (tx, event) => tellUnusable(deps, tx, event));
  events.subscribe('rules.changed', 'tell', (tx, event) => tellNewRules(deps, tx, event));
  events.subscribe('window.extended', 'tell', (tx, event) => tellExtension(deps, tx, event));
}

async function withdrawn(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, act, payload }: Published<'enrolment.withdrawn'>,
): Promise<void> {
  const about = await readAbout(deps, tx, payload.enrolmentId);
  const { closesAt } = about.session.window;
  const deadline = endOfGiving(hasMailbox(about.candidate) ? 'online' : 'post', closesAt);
  const { begunAt } = await readMoment(tx, act);
  const remedy =
    Temporal.Instant.compare(begunAt, closesAt) < 0
      ? say.enrolAgain(deadline)
      : say.noMoreEnrolling(sinceInWords(closesAt));
  const values = { ...valuesOf(deps, about, enrolmentAddresses.list), deadline, remedy };
  await post(deps, tx, about, { eventId }, fileMails.withdrawn.write(deps.catalogue(), values));
}

async function unitsProposed(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload: { enrolmentId } }: Published<'units.proposed'>,
): Promise<void> {
  const about = await readAbout(deps, tx, enrolmentId);
  const values = valuesOf(deps, about, enrolmentAddresses.units(enrolmentId));
  const behind = await proposedInWords(deps, tx, about);
  await post(deps, tx, about, { eventId, behind }, fileMails.unitsProposed.write(deps.catalogue(), values));
}

/** What is proposed, unit by unit: who reads no page of ours confirms it, or not, from a letter. */
async function proposedInWords(
  deps: Pick<PaperActDeps, 'catalogue'>,
  tx: Tx,
  { enrolment, candidate }: About,
): Promise<string> {
  const completion = await lastCompletion(tx, enrolment);
  const before = readRegistered(deps.catalogue(), enrolment, candidate);
  const after = completion === null || before === null ? null : completedFile(before, completion);
  if (after === null) return '';
  const lines = unitLines(after.dossier, after.review).map(({ code, title, choice }) =>
    [code, title, choice].filter((one) => one !== '').join(', '),
  );
  return `${asList(lines)}\n\n${say.proposed}`;
}

async function disclosureChanged(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, payload: { enrolmentId, online, press } }: Published<'enrolment.disclosureChanged'>,
): Promise<void> {
  const about = await readAbout(deps, tx, enrolmentId);
  const choice = disclosuresInWords({ online, press }).toLowerCase();
  const values = { ...valuesOf(deps, about, enrolmentAddresses.disclosure(enrolmentId)), choice };
  await post(deps, tx, about, { eventId }, fileMails.disclosure.write(deps.catalogue(), values));
}

/** The candidate's change took back the validation and the signed sheet, and its mail says so. */
async function forgetVoided(tx: Tx, enrolmentId: string): Promise<void> {
  await forgetTold(tx, enrolmentId);
  const sheet = (await listPieces(tx, enrolmentId)).find(({ code }) => code === SIGNED_CONFIRMATION);
  if (sheet !== undefined) await forgetTold(tx, sheet.id);
}

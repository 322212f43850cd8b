import { hasMailbox } from '../accounts/index.ts';
import {
  compareVersions,
  completedFile,
  disclosuresInWords,
  enrolmentAddresses,
  lastCompletion,
  listVersions,
  readRegistered,
  unitLines,
} from '../enrolment/index.ts';
import { endOfGiving, groupOfPiece, listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { readingOnce } from '../platform/database/readOnce.ts';
import type { Published } from '../platform/events.ts';
import { endInWords, sinceInWords } from '../ui/index.ts';
import { type About, readAbout } from './about.ts';
import { issuePaper, issueTogether } from './actions/issuePaper.ts';
import { noteDecision, noteOlderJobs, resumeDecisions } from './actions/noteDecision.ts';
import { printPaperOf } from './actions/printPaper.ts';
import { giveBackAccepted, settleNotified, settleUnread } from './actions/settleNotified.ts';
import { tellDecisions } from './actions/tellDecisions.ts';
import { tellExtension } from './actions/tellExtension.ts';
import { tellNewRules } from './actions/tellNewRules.ts';
import { tellReserve, withReserve } from './actions/tellReserve.ts';
import { tellSamePerson } from './actions/tellSamePerson.ts';
import { tellUnusable } from './actions/tellUnusable.ts';
import { acknowledgementContent } from './contents/acknowledgement.ts';
import { confirmationContent } from './contents/confirmation.ts';
import { piecesRequestContent } from './contents/piecesRequest.ts';
import { type Setting, settingOf } from './contents/setting.ts';
import type { PaperActDeps, PapersDeps } from './deps.ts';
import { letter } from './letter.ts';
import { leftInWords, listed, post, todoOf, valuesOf } from './mails.ts';
import { mailTexts } from './mailTexts.ts';
import { NOTIFIED_KINDS } from './notice.ts';
import { forgetTold } from './store/decisions.ts';

const say = mailTexts;

/** Papers and mails tell what happens to enrolments and pieces. */
export function subscribePapers(deps: PapersDeps): void {
  const { events, jobs } = deps;
  jobs.handle('paper.render', ({ paperId }) => printPaperOf(deps, paperId));
  jobs.handle('decisions.tell', (order) => tellDecisions(deps, order));
  noteOlderJobs(deps);
  events.subscribe('enrolment.registered', 'tell', (tx, event) => registered(deps, tx, event));
  events.subscribe('enrolment.modified', 'tell', async (tx, event) => {
    await registered(deps, tx, event);
    await forgetVoided(tx, event.payload.enrolmentId);
  });
  for (const name of ['reserve.lifted', 'enrolment.setAside', 'enrolment.reinstated'] as const)
    events.subscribe(name, 'tell', (tx, event) => tellReserve(deps, tx, event));
  // Whatever is known of how a decision reached its person may end an enrolment.
  events.subscribe('paper.opened', 'tell', async (tx, { act, payload: { kind, enrolmentId } }) => {
    if (NOTIFIED_KINDS.includes(kind)) await settleNotified(deps, tx, act, enrolmentId);
  });
  for (const name of ['letter.received', 'letter.returned', 'letter.corrected'] as const)
    events.subscribe(name, 'tell', (tx, { act, payload }) => settleNotified(deps, tx, act, payload.enrolmentId));
  jobs.everyMinute('notified', () => settleUnread(deps));
  jobs.everyMinute('given-back', () => giveBackAccepted(deps));
  events.subscribe('setAside.ended', 'tell', (tx, { payload: { enrolmentId } }) => forgetTold(tx, enrolmentId));
  events.subscribe('enrolment.reinstated', 'tell', (tx, { payload: { enrolmentId } }) =>
    resumeDecisions(deps, tx, enrolmentId),
  );
  for (const name of ['person.same', 'person.undone', 'person.ended'] as const)
    events.subscribe(name, 'tell', (tx, event) => tellSamePerson(deps, tx, event));
  events.subscribe('enrolment.withdrawn', 'tell', (tx, event) => withdrawn(deps, tx, event));
  events.subscribe('enrolment.disclosureChanged', 'tell', (tx, event) => disclosureChanged(deps, tx, event));
  events.subscribe('enrolment.validated', 'tell', (tx, { id: eventId, payload: { enrolmentId } }) =>
    noteDecision(deps, tx, enrolmentId, { eventId, pieceId: null }),
  );
  events.subscribe('units.proposed', 'tell', (tx, event) => unitsProposed(deps, tx, event));
  events.subscribe('units.confirmed', 'tell', (tx, event) => unitsConfirmed(deps, tx, event));
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
  for (const name of ['piece.fileInfected', 'piece.fileRefused'] as const)
    events.subscribe(name, 'tell', (tx, event) => tellUnusable(deps, tx, event));
  events.subscribe('rules.changed', 'tell', (tx, event) => tellNewRules(deps, tx, event));
  events.subscribe('window.extended', 'tell', (tx, event) => tellExtension(deps, tx, event));
}

async function registered(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, act, payload, carried }: Published<'enrolment.registered' | 'enrolment.modified'>,
): Promise<void> {
  const setting = settingOf(deps.catalogue(), carried);
  const { enrolment, session, registeredAt } = setting;
  const due = groupOfPiece(deps.catalogue(), enrolment.session, SIGNED_CONFIRMATION)?.dueAt;
  const deadline = endInWords(due ?? session.window.closesAt);
  const version = String(payload.version);
  const pieces = await listPieces(tx, enrolment.id);
  // Both say what is left, to two readers: what they ask of the database is asked once.
  const [todo, missing] = await readingOnce(
    async () =>
      [
        await todoOf(deps, tx, setting, pieces, registeredAt),
        await leftInWords(deps, tx, setting, pieces, { now: registeredAt, reader: 'office' }),
      ] as const,
    tx,
  );
  const { typedFor, receivedOn } = payload;
  const isTyped = typedFor !== undefined;
  const template = isTyped ? 'enrolment.typed' : name;
  const path = (isTyped ? enrolmentAddresses.entries : enrolmentAddresses.hub)(enrolment.id);
  const changes = isTyped ? await typedChanges(deps, tx, setting) : '';
  const values = { ...valuesOf(deps, setting, path), version, deadline, todo, changes };
  const told = await withReserve(tx, setting, payload.reserve, letter(deps.catalogue(), template, values));
  await post(deps, tx, setting, { eventId, template }, told);
  const sheet = pieces.find(({ code }) => code === SIGNED_CONFIRMATION);
  // The hour of the database: that of the registration, in the same transaction.
  const came =
    typedFor === undefined || receivedOn === undefined
      ? null
      : { way: typedFor, on: Temporal.PlainDate.from(receivedOn) };
  await issueTogether(deps, tx, act, setting, [
    { kind: 'confirmation', content: confirmationContent(setting, registeredAt, sheet) },
    { kind: 'pieces-request', content: piecesRequestContent(setting, pieces, registeredAt) },
    { kind: 'acknowledgement', content: acknowledgementContent(setting, missing, registeredAt, came) },
  ]);
}

/** What an officer typed in their name, by the names of the answers: the answers themselves are read behind the link. */
async function typedChanges(
  deps: Pick<PaperActDeps, 'catalogue'>,
  tx: Tx,
  { enrolment, candidate }: Pick<Setting, 'enrolment' | 'candidate'>,
): Promise<string> {
  if (enrolment.version === 1) return say.typed.first;
  const [last] = compareVersions(deps.catalogue(), enrolment, candidate, await listVersions(tx, enrolment));
  return say.typed.changes([...new Set(last?.changes.map(({ label }) => label) ?? [])].join('\u00a0; '));
}

async function withdrawn(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, act, payload }: Published<'enrolment.withdrawn'>,
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
  await post(deps, tx, about, { eventId, template: name }, letter(deps.catalogue(), name, values));
}

async function unitsProposed(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, payload: { enrolmentId } }: Published<'units.proposed'>,
): Promise<void> {
  const about = await readAbout(deps, tx, enrolmentId);
  const values = valuesOf(deps, about, enrolmentAddresses.units(enrolmentId));
  const behind = await proposedInWords(deps, tx, about);
  await post(deps, tx, about, { eventId, template: name, behind }, letter(deps.catalogue(), name, values));
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
  return `${listed(lines)}\n\n${say.proposed}`;
}

/** The confirmation of the version that the candidate has just made: they are at their inbox, no mail tells them. */
async function unitsConfirmed(
  deps: PaperActDeps,
  tx: Tx,
  { act, carried }: Published<'units.confirmed'>,
): Promise<void> {
  const setting = settingOf(deps.catalogue(), carried);
  const { now } = await readMoment(tx, act);
  await issuePaper(deps, tx, act, setting, 'confirmation', confirmationContent(setting, now));
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

/** The candidate's change took back the validation and the signed sheet, and its mail says so. */
async function forgetVoided(tx: Tx, enrolmentId: string): Promise<void> {
  await forgetTold(tx, enrolmentId);
  const sheet = (await listPieces(tx, enrolmentId)).find(({ code }) => code === SIGNED_CONFIRMATION);
  if (sheet !== undefined) await forgetTold(tx, sheet.id);
}

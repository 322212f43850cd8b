import { compareVersions, enrolmentAddresses, listVersions } from '../enrolment/index.ts';
import { groupOfPiece, listPieces, SIGNED_CONFIRMATION } from '../pieces/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { readingOnce } from '../platform/database/readOnce.ts';
import type { Published } from '../platform/events.ts';
import { post, valuesOf } from '../post/index.ts';
import { endInWords } from '../ui/index.ts';
import { issuePaper, issueTogether } from './actions/issuePaper.ts';
import { printPaperOf } from './actions/printPaper.ts';
import { giveBackAccepted, settleNotified, settleUnread } from './actions/settleNotified.ts';
import { acknowledgementContent } from './contents/acknowledgement.ts';
import { confirmationContent } from './contents/confirmation.ts';
import { piecesRequestContent } from './contents/piecesRequest.ts';
import { type Setting, settingOf } from './contents/setting.ts';
import type { PaperActDeps, PapersDeps } from './deps.ts';
import { leftInWords, todoOf } from './left.ts';
import { paperMails } from './mails.ts';
import { NOTIFIED_KINDS } from './notice.ts';
import { withReserve } from './reserveWords.ts';
import { texts } from './texts.ts';

const say = texts.typed;

/** Papers tell what happens to enrolments, with the mail of an *Enregistrer*. */
export function subscribePapers(deps: PapersDeps): void {
  const { events, jobs } = deps;
  jobs.handle('paper.render', ({ paperId }) => printPaperOf(deps, paperId));
  events.subscribe(['enrolment.registered', 'enrolment.modified'], 'tell', (tx, event) => registered(deps, tx, event));
  // Whatever is known of how a decision reached its person may end an enrolment.
  events.subscribe('paper.opened', 'tell', async (tx, { act, payload: { kind, enrolmentId } }) => {
    if (NOTIFIED_KINDS.includes(kind)) await settleNotified(deps, tx, act, enrolmentId);
  });
  events.subscribe(['letter.received', 'letter.returned', 'letter.corrected'], 'tell', (tx, { act, payload }) =>
    settleNotified(deps, tx, act, payload.enrolmentId),
  );
  jobs.everyMinute('notified', () => settleUnread(deps));
  jobs.everyMinute('given-back', () => giveBackAccepted(deps));
  events.subscribe('units.confirmed', 'tell', (tx, event) => unitsConfirmed(deps, tx, event));
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
  const mail = paperMails[isTyped ? 'typed' : name === 'enrolment.registered' ? 'registered' : 'modified'];
  const path = (isTyped ? enrolmentAddresses.entries : enrolmentAddresses.hub)(enrolment.id);
  const changes = isTyped ? await typedChanges(deps, tx, setting) : '';
  const values = { ...valuesOf(deps, setting, path), version, deadline, todo, changes };
  const told = await withReserve(tx, setting, payload.reserve, mail.write(deps.catalogue(), values));
  await post(deps, tx, setting, { eventId }, told);
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
  if (enrolment.version === 1) return say.first;
  const [last] = compareVersions(deps.catalogue(), enrolment, candidate, await listVersions(tx, enrolment));
  return say.changes([...new Set(last?.changes.map(({ label }) => label) ?? [])].join('\u00a0; '));
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

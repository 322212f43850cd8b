import { accountTexts, displayName } from '../accounts/index.ts';
import { minorityOf } from '../enrolment/index.ts';
import { type PieceWithFiles, remainingInWords } from '../pieces/index.ts';
import { readMoment } from '../platform/clock.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { parisDay } from '../platform/time.ts';
import { phoneInWords } from '../ui/index.ts';
import type { About } from './about.ts';
import type { PaperActDeps } from './deps.ts';
import { mailTexts } from './mailTexts.ts';
import { texts } from './texts.ts';

const say = mailTexts;

/** The values that every mail about an enrolment may use (`catalogue/mails.ts`). `path`: where its link leads. */
export function valuesOf(
  { publicUrl }: Pick<PaperActDeps, 'publicUrl'>,
  { candidate, number, exam, speciality, session, portfolio }: About,
  path: string,
) {
  return {
    civility: accountTexts.civilities[candidate.civility],
    name: candidate.birthName,
    number,
    exam: exam.noun,
    speciality: speciality.name,
    session: session.label,
    link: new URL(path, publicUrl).href,
    contact: say.contact(portfolio.code, portfolio.mailbox, phoneInWords(portfolio.phone)),
  };
}

/** What remains for the candidate, a sentence each: the same as hub and pages say at this moment. `office`: of papers too. */
export async function leftInWords(
  { catalogue, due }: Pick<PaperActDeps, 'catalogue' | 'due'>,
  tx: Database,
  { enrolment, session }: Pick<About, 'enrolment' | 'session'>,
  pieces: readonly PieceWithFiles[],
  { now, reader }: { readonly now: Temporal.Instant; readonly reader: 'candidate' | 'office' },
): Promise<readonly string[]> {
  return remainingInWords(catalogue(), enrolment.session, await due(tx, { enrolment, session, pieces }, now, reader));
}

/** The same in their mail, a line each. */
export async function todoOf(
  deps: Pick<PaperActDeps, 'catalogue' | 'due'>,
  tx: Database,
  about: Pick<About, 'enrolment' | 'session'>,
  pieces: readonly PieceWithFiles[],
  now: Temporal.Instant,
): Promise<string> {
  return listed(await leftInWords(deps, tx, about, pieces, { now, reader: 'candidate' }));
}

export function listed(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${sentence}`).join('\n');
}

/** Asked of the clock by who has no act at hand. */
const AT_ONCE = { elapsed: () => 0 };

export type Mail = {
  /** Of the event that it tells: the same event never writes twice to the same person. */
  readonly eventId: string;
  readonly template: string;
};

/** Posts a letter to the candidate in the transaction of its event; what a minor is told, their representative is told too. */
export async function post(
  { outbox }: Pick<PaperActDeps, 'outbox'>,
  tx: Tx,
  { enrolment, candidate }: Pick<About, 'enrolment' | 'candidate'>,
  mail: Mail,
  letter: { readonly subject: string; readonly body: string },
): Promise<void> {
  const { academy, session } = enrolment;
  const { address: recipient, accountId } = candidate;
  await outbox.post(tx, { ...mail, ...letter, recipient, accountId, academy, session });
  // Of those who named nobody, no day is asked.
  if (enrolment.registered?.identification?.guardianMail === undefined) return;
  const representative = minorityOf(enrolment, candidate, parisDay((await readMoment(tx, AT_ONCE)).now))?.known ?? null;
  if (representative === null || representative.mail === null) return;
  const body = `${texts.minor.copy(representative.name, displayName(candidate))}\n\n${letter.body}`;
  // Of nobody's account: a refusal of theirs says nothing of the candidate's own mail box.
  const copy = { subject: letter.subject, body, recipient: representative.mail, accountId: null };
  await outbox.post(tx, { ...mail, ...copy, academy, session });
}

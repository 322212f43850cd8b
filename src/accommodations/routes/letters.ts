import { accountId, actBy, type SignedInStaff } from '../../accounts/index.ts';
import { findEnrolmentsOf } from '../../enrolment/index.ts';
import {
  addresseeOf,
  envelopeLines,
  findHealthNotices,
  type Label,
  LETTER_HEAD,
  type LetterListed,
  letterLine,
  NO_ADDRESSEE,
  notificationOf,
} from '../../papers/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { file, type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import { csvOf, type Lines } from '../../platform/tables/csv.ts';
import { parisDay } from '../../platform/time.ts';
import { recordReading } from '../actions/recordReading.ts';
import { addresses } from '../addresses.ts';
import type { AccommodationDeps } from '../deps.ts';
import type { Listed } from '../request.ts';
import { serviceTexts } from '../serviceTexts.ts';
import { lastPapers } from '../store/acts.ts';
import { decidedInParts } from '../store/list.ts';

/** The letters that the service still has to send, as a list to import and as labels: nobody else has either. */
export async function giveLetterList(deps: AccommodationDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const letters = await lettersToPost(deps, visit, staff);
  const content = Buffer.concat(await Array.fromAsync(csvOf(linesOf(letters))));
  const name = `courriers-${parisDay(deps.clock.now())}.csv`;
  return file(content, 'text/csv; charset=utf-8', name, 'attachment', content.length);
}

async function* linesOf(letters: readonly LetterListed[]): Lines {
  yield LETTER_HEAD;
  yield* letters.map(letterLine);
}

/** Sheets to stick on the envelopes. What stands on a label says nothing but where the letter goes, and its reference. */
export async function giveLetterLabels(deps: AccommodationDeps, visit: Visit, staff: SignedInStaff): Promise<Reply> {
  const letters = await lettersToPost(deps, visit, staff);
  const labels = letters.flatMap(({ addressee, notice: { reference } }): readonly Label[] => {
    const lines = envelopeLines(addressee);
    return lines.length === 0 ? [] : [{ lines, reference }];
  });
  if (labels.length === 0) return redirect(addresses.list({ list: 'decided', message: 'aucune-lettre' }));
  const content = await deps.labels(labels, { title: serviceTexts.letters.labelsTitle, now: deps.clock.now() });
  return file(content, 'application/pdf', 'etiquettes.pdf', 'inline', content.length);
}

/** Those whose last decision is to be sent by post and hasn't left, in the order of their numbers. The reading is noted before they leave. */
async function lettersToPost(
  { db, clock, accounts }: AccommodationDeps,
  visit: Visit,
  staff: SignedInStaff,
): Promise<readonly LetterListed[]> {
  const now = clock.now();
  const toPost: Waiting[] = [];
  for await (const decided of decidedInParts(db, staff.academy))
    toPost.push(...(await waitingOf(db, staff.academy, decided, now)));
  const ids = toPost.map(({ notice }) => notice.enrolmentId);
  const enrolments = await findEnrolmentsOf(db, staff.academy, ids);
  const people = await accounts.findCandidates(
    db,
    enrolments.map(({ candidateId }) => accountId(candidateId)),
  );
  const candidates = new Map(people.map((one) => [one.accountId as string, one]));
  const addressees = new Map(
    enrolments.flatMap((enrolment) => {
      const candidate = candidates.get(enrolment.candidateId);
      return candidate === undefined
        ? []
        : [[enrolment.id as string, addresseeOf({ enrolment, candidate }, parisDay(now))] as const];
    }),
  );
  await recordReading(db, actBy(visit, staff), staff.academy, ids);
  return toPost.map((one) => ({ ...one, addressee: addressees.get(one.notice.enrolmentId) ?? NO_ADDRESSEE }));
}

type Waiting = Omit<LetterListed, 'addressee'>;

async function waitingOf(
  db: Database,
  academy: string,
  decided: readonly Listed[],
  now: Temporal.Instant,
): Promise<readonly Waiting[]> {
  const last = await lastPapers(
    db,
    decided.map(({ enrolmentId }) => enrolmentId),
  );
  const papers = last.map(({ paperId }) => paperId);
  const notices = new Map((await findHealthNotices(db, academy, papers)).map((one) => [one.enrolmentId, one]));
  return decided.flatMap(({ enrolmentId, number }) => {
    const notice = notices.get(enrolmentId);
    const notification = notice === undefined ? null : notificationOf(notice, now);
    return notice === undefined || notification?.state !== 'to-post' ? [] : [{ number, notice, notification }];
  });
}

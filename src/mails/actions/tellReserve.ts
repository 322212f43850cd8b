import { decisionTexts, lastDecided } from '../../decisions/index.ts';
import { enrolmentAddresses, enrolmentTexts, findReserve, SET_ASIDE } from '../../enrolment/index.ts';
import {
  afterGreeting,
  leftAgain,
  linesOf,
  notifyDecision,
  type PaperActDeps,
  remediesAgainst,
  setAsideContent,
} from '../../papers/index.ts';
import { goOnAgain } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { type About, post, readAbout, valuesOf } from '../../post/index.ts';
import { reserveMails } from '../reserveMails.ts';
import { mailTexts } from '../texts.ts';

const say = mailTexts.reserve;
const { reserve: words } = enrolmentTexts;

/**
 * The mail of an officer's decision on a reserve, at once. Not a text of the rule pack: what a decision against somebody must say,
 * grounds, law and remedies, is the law's (CRPA L211-5; code de justice administrative, R421-5). A lifted reserve that lets the
 * enrolment be validated is told by the mail of the validation: `withLifted`.
 */
export async function tellReserve(
  deps: PaperActDeps,
  tx: Tx,
  { id: eventId, name, act, payload }: Published<'reserve.lifted' | 'enrolment.setAside' | 'enrolment.reinstated'>,
): Promise<void> {
  const about = await readAbout(deps, tx, payload.enrolmentId);
  const { enrolment } = about;
  const reserve = await findReserve(tx, enrolment.id);
  const [kept] = reserve?.decisions ?? [];
  if (reserve === null || kept === undefined || kept.author === null)
    throw new Error(`${enrolment.id} has no decision to tell`);
  if (name === 'reserve.lifted' && enrolment.status === 'validated') return;
  const { words: written } = kept;
  const of = {
    ...valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id)),
    words: written,
    author: decisionTexts.takenBy(kept.author),
  };
  const reasons = linesOf(reserve);
  const by = { eventId, author: kept.author } as const;
  if (name === 'reserve.lifted') return post(deps, tx, about, by, reserveMails.lifted.write(of));
  if (name === 'enrolment.reinstated') {
    const { now } = await readMoment(tx, act);
    const endedAt = reserve.decisions.find(({ decision }) => decision === 'set-aside')?.at ?? now;
    await goOnAgain(deps, tx, about, { endedAt, now });
    const todo = await leftAgain(deps, tx, about, now);
    return post(deps, tx, about, by, reserveMails.reinstated.write({ ...of, todo }));
  }
  const decided = await lastDecided(tx, enrolment.id, SET_ASIDE.code);
  if (decided === null) throw new Error(`${enrolment.id} has no decision to notify`);
  const ground = kept.ground ?? '';
  const sentences = reserve.reasons.map(({ sentence }) => sentence);
  const { deposited } = await notifyDecision(deps, tx, act, about, decided, {
    declared: SET_ASIDE,
    kind: 'set-aside',
    eventId,
    content: (signed, now) => setAsideContent(about, { reasons: sentences, words: written, ground, ...signed }, now),
  });
  const remedies = remediesAgainst(about).join('\n\n');
  const mail = reserveMails.setAside.write({ ...of, ground, reasons, remedies });
  await post(deps, tx, about, by, { ...mail, ...deposited });
}

/** The mail of a validation that the end of a reserve allowed gives the officer's note too. */
export async function withLifted<Letter extends { readonly body: string }>(
  tx: Tx,
  { enrolment: { id, reserve, validatedAt } }: About,
  letter: Letter,
): Promise<Letter> {
  const [decided] = reserve === 'lifted' ? ((await findReserve(tx, id))?.decisions ?? []) : [];
  // Both are of one transaction, and so of one instant.
  if (decided === undefined || validatedAt === null || !decided.at.equals(validatedAt)) return letter;
  return afterGreeting(letter, [say.liftedFirst, words.note(decided.words)]);
}

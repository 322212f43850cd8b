import { decisionTexts, lastDecided } from '../../decisions/index.ts';
import {
  enrolmentAddresses,
  enrolmentTexts,
  findReserve,
  type Reserve,
  type ReserveDecision,
  SET_ASIDE,
} from '../../enrolment/index.ts';
import { goOnAgain } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Published } from '../../platform/events.ts';
import { instantInWords } from '../../ui/index.ts';
import { type About, readAbout } from '../about.ts';
import { remediesAgainst } from '../contents/contest.ts';
import { setAsideContent } from '../contents/setAside.ts';
import type { PaperActDeps } from '../deps.ts';
import { leftAgain, post, valuesOf } from '../mails.ts';
import { mailTexts } from '../mailTexts.ts';
import { notifyDecision } from './notifyDecision.ts';

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
  const by = { eventId, template: name, author: kept.author } as const;
  if (name === 'reserve.lifted') return post(deps, tx, about, by, say.lifted(of));
  if (name === 'enrolment.reinstated') {
    const { now } = await readMoment(tx, act);
    const endedAt = reserve.decisions.find(({ decision }) => decision === 'set-aside')?.at ?? now;
    await goOnAgain(deps, tx, about, { endedAt, now });
    return post(deps, tx, about, by, say.reinstated({ ...of, todo: await leftAgain(deps, tx, about, now) }));
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
  await post(
    deps,
    tx,
    about,
    by,
    deposited ?? say.setAside({ ...of, ground, reasons, remedies: remediesAgainst(about).join('\n\n') }),
  );
}

/** The mail of an *Enregistrer* says under what reserve it is, or that there is none any more: after its first paragraphs. */
export async function withReserve(
  tx: Tx,
  { enrolment }: About,
  stands: Published<'enrolment.registered'>['payload']['reserve'],
  letter: { readonly subject: string; readonly body: string },
): Promise<{ readonly subject: string; readonly body: string }> {
  return afterGreeting(
    letter,
    reserveInWords(stands, stands === 'pending' || stands === 'again' ? await findReserve(tx, enrolment.id) : null),
  );
}

/** What the mail of an *Enregistrer* says of its reserve, a paragraph each. */
export function reserveInWords(
  stands: Published<'enrolment.registered'>['payload']['reserve'],
  reserve: (Pick<Reserve, 'reasons'> & { readonly fallen: Pick<ReserveDecision, 'at'> | null }) | null,
): readonly string[] {
  if (stands === 'met') return [words.metNow];
  if (reserve === null) return [];
  if (stands === 'again') return reserve.fallen === null ? [] : [words.againNow(instantInWords(reserve.fallen.at))];
  return [`${words.pending(reserve.reasons.length)}\n${linesOf(reserve)}`, words.pendingNext];
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

/** After its first two paragraphs. */
export function afterGreeting<Letter extends { readonly body: string }>(
  letter: Letter,
  told: readonly string[],
): Letter {
  const paragraphs = letter.body.split('\n\n');
  return { ...letter, body: [...paragraphs.slice(0, 2), ...told, ...paragraphs.slice(2)].join('\n\n') };
}

function linesOf({ reasons }: Pick<Reserve, 'reasons'>): string {
  return reasons.map(({ sentence }) => `- ${sentence}`).join('\n');
}

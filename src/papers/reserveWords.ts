import { enrolmentTexts, findReserve, type Reserve, type ReserveDecision } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Published } from '../platform/events.ts';
import type { About, WrittenTold } from '../post/index.ts';
import { instantInWords } from '../ui/index.ts';

const { reserve: words } = enrolmentTexts;

/** The mail of an *Enregistrer* says under what reserve it is, or that there is none any more: after its first paragraphs. */
export async function withReserve(
  tx: Tx,
  { enrolment }: About,
  stands: Published<'enrolment.registered'>['payload']['reserve'],
  letter: WrittenTold,
): Promise<WrittenTold> {
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

/** After its first two paragraphs. */
export function afterGreeting<Letter extends { readonly body: string }>(
  letter: Letter,
  told: readonly string[],
): Letter {
  const paragraphs = letter.body.split('\n\n');
  return { ...letter, body: [...paragraphs.slice(0, 2), ...told, ...paragraphs.slice(2)].join('\n\n') };
}

/** Why there is a reserve, a line each. */
export function linesOf({ reasons }: Pick<Reserve, 'reasons'>): string {
  return reasons.map(({ sentence }) => `- ${sentence}`).join('\n');
}

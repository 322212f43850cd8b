import type { Enrolment } from '../enrolment/index.ts';
import { isRunning } from '../enrolment/index.ts';
import { aboutOf } from '../papers/index.ts';
import { listPiecesOf, whatRemains } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { MessageActDeps } from './deps.ts';
import { fillWords, namesIn } from './rules/variables.ts';
import { listRepeated, type RecipientState } from './store/lots.ts';
import { templateValues } from './templateValues.ts';

/** How many of the texts are shown whole before they leave. */
const SHOWN = 3;

export type LotPreview = {
  /** Who would be written to. */
  readonly will: readonly string[];
  readonly wont: readonly { readonly id: string; readonly why: Exclude<RecipientState, 'planned' | 'sent'> }[];
  /** What the first of them would read. */
  readonly texts: readonly { readonly id: string; readonly words: string }[];
};

/** What would become of a message to these people now. Nothing is written. */
export async function previewLot(
  deps: Pick<MessageActDeps, 'catalogue' | 'publicUrl' | 'findCandidate'> & { readonly db: Database },
  enrolments: readonly Enrolment[],
  words: string,
  now: Temporal.Instant,
): Promise<LotPreview> {
  const ids = enrolments.map(({ id }) => id);
  const [repeated, pieces] = await Promise.all([listRepeated(deps.db, ids, words), listPiecesOf(deps.db, ids)]);
  const needsDeadline = namesIn(words).includes('deadline');
  const hasDeadline = (enrolment: Enrolment): boolean => {
    const closesAt = deps.catalogue().session(enrolment.session)?.window.closesAt;
    return (
      closesAt !== undefined &&
      whatRemains(enrolment, pieces.get(enrolment.id) ?? [], { now, closesAt }).deadline !== null
    );
  };
  const judged = enrolments.map((enrolment) => ({
    enrolment,
    why: !isRunning(enrolment)
      ? ('ended' as const)
      : repeated.has(enrolment.id)
        ? ('repeated' as const)
        : needsDeadline && !hasDeadline(enrolment)
          ? ('no-value' as const)
          : null,
  }));
  const texts: { id: string; words: string }[] = [];
  for (const { enrolment } of judged.filter(({ why }) => why === null).slice(0, SHOWN)) {
    const candidate = await deps.findCandidate(deps.db, enrolment.candidateId);
    if (candidate === null) continue;
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    const values = templateValues(deps, about, pieces.get(enrolment.id) ?? [], { piece: null, now });
    const filled = fillWords(words, values);
    if (filled.ok) texts.push({ id: enrolment.id, words: filled.value });
  }
  return {
    will: judged.filter(({ why }) => why === null).map(({ enrolment }) => enrolment.id),
    wont: judged.flatMap(({ enrolment: { id }, why }) => (why === null ? [] : [{ id, why }])),
    texts,
  };
}

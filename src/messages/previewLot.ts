import { type Enrolment, isRunning } from '../enrolment/index.ts';
import { type Judged, judge } from '../lots/index.ts';
import { listPiecesOf } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import { aboutOf } from '../post/index.ts';
import type { MessageActDeps } from './deps.ts';
import type { RecipientState } from './message.ts';
import { fillWords, variablesIn } from './rules/variables.ts';
import { listRepeated } from './store/lots.ts';
import { templateValues } from './templateValues.ts';

/** How many of the texts are shown whole before they leave. */
const SHOWN = 3;

export type LotPreview = Judged<Enrolment, Exclude<RecipientState, 'planned' | 'sent'>> & {
  /** What the first of them would read. */
  readonly texts: readonly { readonly id: string; readonly words: string }[];
};

/** What would become of a message to these people now. Nothing is written. */
export async function previewLot(
  deps: Pick<MessageActDeps, 'catalogue' | 'publicUrl' | 'findCandidate' | 'due'> & { readonly db: Database },
  enrolments: readonly Enrolment[],
  words: string,
  now: Temporal.Instant,
): Promise<LotPreview> {
  const ids = enrolments.map(({ id }) => id);
  const [repeated, pieces] = await Promise.all([listRepeated(deps.db, ids, words), listPiecesOf(deps.db, ids)]);
  const needsDeadline = variablesIn(words).includes('deadline');
  const hasDeadline = async (enrolment: Enrolment): Promise<boolean> => {
    const session = deps.catalogue().session(enrolment.session);
    if (session === undefined) return false;
    const file = { enrolment, session, pieces: pieces.get(enrolment.id) ?? [] };
    return (await deps.due(deps.db, file, now, 'office')).deadline !== null;
  };
  const whyNot = async (enrolment: Enrolment) => {
    if (!isRunning(enrolment)) return 'ended' as const;
    if (repeated.has(enrolment.id)) return 'repeated' as const;
    return needsDeadline && !(await hasDeadline(enrolment)) ? ('no-value' as const) : null;
  };
  const why = new Map(await Promise.all(enrolments.map(async (one) => [one.id, await whyNot(one)] as const)));
  const judged = judge(enrolments, ({ id }) => why.get(id) ?? null);
  const texts: { id: string; words: string }[] = [];
  for (const enrolment of judged.will.slice(0, SHOWN)) {
    const candidate = await deps.findCandidate(deps.db, enrolment.candidateId);
    if (candidate === null) continue;
    const about = aboutOf(deps.catalogue(), enrolment, candidate);
    const values = await templateValues(deps, deps.db, about, pieces.get(enrolment.id) ?? [], { piece: null, now });
    const filled = fillWords(words, values);
    if (filled.ok) texts.push({ id: enrolment.id, words: filled.value });
  }
  return { ...judged, texts };
}

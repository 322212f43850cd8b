import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { listing, plural } from '../ui/index.ts';
import type { MarkBatch, RoundName } from './marks.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof MARK_EVENTS> {}
}

const copies = (count: number | null): string => plural(count ?? 0, 'copie', 'copies');

const round = (name: string): string => (name === 'second' ? ', seconde saisie' : ', première saisie');

/** A chain a batch. No entry holds a name, nor, before the lock, what a script is worth. */
export const MARK_EVENTS = defineEvents('marks', 'preparing', {
  'marks.opened': event<OfBatch & { readonly scripts: number }>(
    ({ number }) => `Lot de notes ouvert\u00a0: ${copies(number('scripts'))}`,
  ),
  'marks.listed': event<OfBatch & { readonly added: number; readonly left: number; readonly back: number }>(
    'Liste du lot de notes mise à jour',
  ),
  'marks.added': event<OfBatch & { readonly enrolmentId: string; readonly reason: string }>(
    ({ text }) => `Candidat ajouté au lot de notes\u00a0: ${text('reason')}`,
  ),
  'marks.named': event<OfBatch & { readonly first: string | null; readonly second: string | null }>(
    'Lot de notes attribué',
  ),
  'marks.entered': event<OfBatch & { readonly round: RoundName; readonly lines: number; readonly sha256: string }>(
    ({ text, number }) => `Notes saisies${round(text('round'))}\u00a0: ${copies(number('lines'))}`,
  ),
  'marks.imported': event<
    OfBatch & {
      readonly round: RoundName;
      readonly lines: number;
      readonly sha256: string;
      readonly name: string;
    }
  >(({ text, number }) => `Notes saisies par fichier${round(text('round'))}\u00a0: ${copies(number('lines'))}`),
  'marks.done': event<OfBatch & { readonly round: RoundName }>(
    ({ text }) => `Saisie des notes terminée${round(text('round'))}`,
  ),
  'marks.reopened': event<OfBatch & { readonly round: RoundName; readonly reason: string }>(
    ({ text }) => `Saisie des notes rouverte${round(text('round'))}\u00a0: ${text('reason')}`,
  ),
  'marks.decided': event<OfBatch & { readonly numbers: readonly string[]; readonly reason: string }>(
    ({ list, text }) => `Écarts de notes tranchés\u00a0: ${listing(list('numbers'))} (${text('reason')})`,
  ),
  'marks.locked': event<OfBatch & { readonly scripts: number }>(
    ({ number }) => `Lot de notes verrouillé\u00a0: ${copies(number('scripts'))}`,
  ),
  'marks.unlocked': event<OfBatch & { readonly reason: string }>(
    ({ text }) => `Lot de notes déverrouillé\u00a0: ${text('reason')}`,
  ),
  'marks.corrected': event<
    OfBatch & {
      readonly number: string;
      readonly before: string;
      readonly after: string;
      readonly reason: string;
    }
  >(({ text }) =>
    text('before') === text('after')
      ? `Note gardée, copie ${text('number')}\u00a0: ${text('after')} (${text('reason')})`
      : `Note corrigée, copie ${text('number')}\u00a0: ${text('before')} devient ${text('after')} (${text('reason')})`,
  ),
  'marks.lifted': event<OfBatch & { readonly reason: string }>(({ text }) => `Anonymat levé\u00a0: ${text('reason')}`),
});

type OfBatch = { readonly batchId: string };

export function subjectOf({ id, academy, session }: Pick<MarkBatch, 'id' | 'academy' | 'session'>): JournalSubject {
  return { stream: `marks:${id}`, academy, session };
}

import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { plural } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof MARKING_EVENTS> {}
}

/** A chain a board. No entry holds a name, nor what a sheet is worth: its digest alone. */
export const MARKING_EVENTS = defineEvents('marks', 'preparing', {
  'marking.told': event<{
    readonly source: 'page' | 'device';
    readonly sheets: number;
    readonly agreed: number;
    readonly contested: number;
    readonly digests: readonly string[];
  }>(
    ({ number }) =>
      `Fiches de la commission\u00a0: ${plural(number('sheets') ?? 0, 'remplie', 'remplies')}, ${plural(number('agreed') ?? 0, 'accord', 'accords')}, ${plural(number('contested') ?? 0, 'désaccord', 'désaccords')}`,
  ),
  'marking.countersigned': event<{ readonly sheetId: string; readonly digest: string; readonly reason: string }>(
    ({ text }) => `Fiche signée d'une seule personne, contresignée\u00a0: ${text('reason')}`,
  ),
});

export function subjectOf({
  boardId,
  academy,
  session,
}: {
  readonly boardId: string;
  readonly academy: string;
  readonly session: string;
}): JournalSubject {
  return { stream: `marking:${boardId}`, academy, session };
}

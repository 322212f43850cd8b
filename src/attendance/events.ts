import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { plural } from '../ui/index.ts';
import type { Keeping, ToldPresence } from './attendance.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof ATTENDANCE_EVENTS> {}
}

/** A chain a centre and a day; who keeps it has a chain of the centre. No entry holds a name. */
export const ATTENDANCE_EVENTS = defineEvents('marks', 'preparing', {
  'attendance.told': event<{
    readonly source: 'page' | 'device';
    readonly present: number;
    readonly absent: number;
    readonly late: number;
    readonly none: number;
    readonly remarks: number;
  }>(
    ({ number }) =>
      `Pointage du centre\u00a0: ${plural((number('present') ?? 0) + (number('late') ?? 0), 'présent', 'présents')}, ${plural(number('absent') ?? 0, 'absent', 'absents')}`,
  ),
  'attendance.callsMoved': event<{
    readonly source: 'page' | 'device';
    /** Minutes, of what was said last; null: turns alone were changed. */
    readonly late: number | null;
    readonly changes: number;
  }>(({ number }) =>
    number('late') === null
      ? `Ordre de passage changé au centre\u00a0: ${plural(number('changes') ?? 0, 'changement', 'changements')}`
      : `Commission en retard de ${number('late') ?? 0}\u00a0minutes`,
  ),
  /** None: what was said before was a slip. */
  'attendance.phoned': event<{ readonly source: 'page' | 'device'; readonly told: number }>(({ number }) =>
    number('told') === 0
      ? 'Appel à un candidat annulé au centre'
      : `Heure changée dite par téléphone\u00a0: ${plural(number('told') ?? 0, 'candidat', 'candidats')}`,
  ),
  'attendance.corrected': event<{
    readonly enrolmentId: string;
    readonly unit: string;
    readonly before: ToldPresence | null;
    readonly after: ToldPresence;
    readonly reason: string;
  }>(({ text }) => `Pointage corrigé, unité ${text('unit')} (${text('reason')})`),
  'attendance.keeperNamed': event<{ readonly accountId: string }>("Centre d'examen confié à une personne qui pointe"),
  'attendance.keeperRemoved': event<{ readonly accountId: string }>(
    "Centre d'examen retiré à une personne qui pointait",
  ),
});

type At = Pick<Keeping, 'academy' | 'session' | 'centreId'>;

export function subjectOf({ academy, session, centreId }: At, day: Temporal.PlainDate | null = null): JournalSubject {
  return { stream: `attendance:${centreId}${day === null ? '' : `:${day}`}`, academy, session };
}

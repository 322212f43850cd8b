import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import type { JournalSubject } from '../platform/journal.ts';
import { plural } from '../ui/index.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof EXAMINER_EVENTS> {}
}

const WAYS: ReadonlyMap<string, string> = new Map([
  ['post', 'Convocation partie par la poste'],
  ['phone', 'Convocation dite par téléphone'],
  ['mail', 'Convocation envoyée par mail'],
]);

/** A person of the academy has a chain; who sits on which board stands in that of the exam. No entry holds a name. */
export const EXAMINER_EVENTS = defineEvents('exam', 'work', {
  'examiner.saved': event<{ readonly examinerId: string }>("Fiche d'un examinateur enregistrée"),
  'board.proposed': event<{ readonly seats: number; readonly short: number }>(
    ({ number }) =>
      `Commissions complétées par la machine\u00a0: ${plural(number('seats') ?? 0, 'place', 'places')}, ${plural(number('short') ?? 0, 'commission encore incomplète', 'commissions encore incomplètes')}`,
  ),
  /** `despite`: what spoke against it, set aside by who seated them. */
  'board.seated': event<{
    readonly boardId: string;
    readonly examinerId: string;
    readonly insteadOf: string | null;
    readonly despite: readonly string[];
  }>(({ text }) =>
    text('insteadOf') === '' ? 'Commission\u00a0: une personne ajoutée' : 'Commission\u00a0: une personne remplacée',
  ),
  'board.released': event<{ readonly boardId: string; readonly examinerId: string; readonly reason: string }>(
    ({ text }) => `Commission\u00a0: une personne retirée (${text('reason')})`,
  ),
  /** Whose convocation left: places told for the first time, moved, and where they needn't come any more. */
  'examiner.convened': event<{
    readonly examinerId: string;
    readonly added: number;
    readonly moved: number;
    readonly gone: number;
  }>(
    ({ number }) =>
      `Une personne convoquée\u00a0: ${plural(number('added') ?? 0, 'place', 'places')}, ${plural(number('moved') ?? 0, 'déplacée', 'déplacées')}, ${plural(number('gone') ?? 0, 'annulée', 'annulées')}`,
  ),
  /** How somebody without a mail box learnt of it, and on which day. */
  'examiner.reached': event<{
    readonly examinerId: string;
    readonly way: 'post' | 'phone' | 'mail';
    readonly on: string;
  }>(({ text }) => WAYS.get(text('way')) ?? 'Convocation sans mail'),
  'examiner.reachedTakenBack': event<{ readonly examinerId: string }>("Envoi d'une convocation repris"),
  /** How many a head asked to have convened. */
  'board.convening': event<{ readonly persons: number }>(
    ({ number }) => `Convocations demandées pour ${plural(number('persons') ?? 0, 'personne', 'personnes')}`,
  ),
  'examiner.awaySaid': event<{ readonly examinerId: string }>("Jours d'absence dits par un examinateur"),
  'board.answered': event<{ readonly boardId: string; readonly examinerId: string; readonly comes: boolean }>(
    ({ isTrue }) => `Commission\u00a0: une personne ${isTrue('comes') ? 'vient' : 'ne vient pas'}`,
  ),
  /** Neither of whom nor why: the row says. */
  'board.linkDeclared': event<{ readonly examinerId: string; readonly enrolmentId: string }>(
    'Lien déclaré entre un examinateur et un candidat',
  ),
  'examiner.linkTakenBack': event<{
    readonly examinerId: string;
    readonly enrolmentId: string;
    readonly reason: string;
  }>(({ text }) => `Lien entre un examinateur et un candidat repris (${text('reason')})`),
  'board.came': event<{ readonly boardId: string; readonly examinerId: string; readonly came: boolean }>(
    ({ isTrue }) => `Commission\u00a0: une personne ${isTrue('came') ? 'présente' : 'absente'}`,
  ),
});

/** The chain of one person of the academy. */
export function examinerSubject(academy: string, id: string): JournalSubject {
  return { stream: `examiner:${id}`, academy, session: null };
}

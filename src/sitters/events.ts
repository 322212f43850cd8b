import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof SITTER_EVENTS> {}
}

export const SITTER_EVENTS = defineEvents('exam', 'preparing', {
  /** A head admitted somebody to sit a unit again, or took it back. */
  'exam.replacement': event<{ readonly enrolmentId: string; readonly unit: string; readonly admitted: boolean }>(
    ({ text, isTrue }) =>
      isTrue('admitted')
        ? `À placer pour l'épreuve de remplacement de ${text('unit')}`
        : `Plus à placer pour l'épreuve de remplacement de ${text('unit')}`,
  ),
});

import { endInWords } from '../../ui/index.ts';

/** What everybody reads of an extension after an incident. */
export const extension = {
  title: 'Dates reportées après un incident',
  moved: (closedAt: Temporal.Instant, closesAt: Temporal.Instant): string =>
    `La clôture des inscriptions, prévue le ${endInWords(closedAt)}, est reportée au ${endInWords(closesAt)}.`,
  others: 'La clôture des inscriptions ne change pas\u00a0; les autres dates sont reportées comme il est écrit ici.',
} as const;

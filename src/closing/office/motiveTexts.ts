import { endInWords, plural, shortInstant } from '../../ui/index.ts';

type Facts = {
  readonly pieces: readonly {
    readonly code: string;
    readonly until: Temporal.Instant;
    readonly refused: string | null;
    /** Which files of it couldn't be read. */
    readonly unreadable: string | null;
  }[];
  readonly reminders: number;
  readonly lastReminder: Temporal.Instant | null;
  readonly observedAt: Temporal.Instant | null;
};

/**
 * A beginning of the motives: what the letter doesn't say of itself, to be read, completed and changed by who proposes. What is missing,
 * the invitation, and that nothing was observed are facts of the letter (`papers/contents/cancellation.ts`).
 */
export const motiveTexts = {
  motive: ({ pieces, reminders, lastReminder, observedAt }: Facts): string =>
    [
      ...pieces.map(({ code, until, refused, unreadable }) => {
        if (refused !== null) return `${code}\u00a0: refusée (${refused}) et pas donnée de nouveau.`;
        return unreadable === null
          ? `${code}\u00a0: jamais parvenue, à donner jusqu'au ${endInWords(until)}.`
          : `${code}\u00a0: pas donnée. ${unreadable}, et aucun autre n'est venu jusqu'au ${endInWords(until)}.`;
      }),
      ...(reminders === 0 || lastReminder === null
        ? []
        : [
            `${plural(reminders, 'relance vous a été envoyée', 'relances vous ont été envoyées')}, la dernière le ${shortInstant(lastReminder)}.`,
          ]),
      ...(observedAt === null ? [] : [`À vos observations du ${shortInstant(observedAt)}, le rectorat répond\u00a0:`]),
    ].join('\n'),
  unanswered: 'Terminez les motifs\u00a0: répondez aux observations du candidat',
} as const;

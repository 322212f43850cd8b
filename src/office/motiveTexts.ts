import { endInWords, plural, shortInstant } from '../ui/index.ts';

type Facts = {
  readonly number: string;
  readonly pieces: readonly {
    readonly label: string;
    readonly until: Temporal.Instant;
    readonly refused: string | null;
  }[];
  readonly reminders: number;
  readonly lastReminder: Temporal.Instant | null;
  readonly invitation: {
    readonly reference: string;
    readonly at: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly openedAt: Temporal.Instant | null;
  } | null;
  readonly observedAt: Temporal.Instant | null;
};

/** The facts of a file as the candidate will read them, to be read, completed and changed by who proposes. */
export const motiveTexts = {
  motive: ({ number, pieces, reminders, lastReminder, invitation, observedAt }: Facts): string =>
    [
      `Il manque à votre inscription ${number}\u00a0:`,
      ...pieces.map(({ label, until, refused }) =>
        refused === null
          ? `- ${label}, jamais parvenue, à donner avant le ${endInWords(until)}`
          : `- ${label}, refusée (${refused}) et pas donnée de nouveau`,
      ),
      ...(reminders === 0 || lastReminder === null
        ? []
        : [
            `${plural(reminders, 'relance vous a été envoyée', 'relances vous ont été envoyées')}, la dernière le ${shortInstant(lastReminder)}.`,
          ]),
      ...(invitation === null
        ? []
        : [
            `L'invitation à régulariser ${invitation.reference}, envoyée le ${shortInstant(invitation.at)}${invitation.openedAt === null ? '' : ` et ouverte le ${shortInstant(invitation.openedAt)}`}, vous laissait jusqu'au ${endInWords(invitation.until)}.`,
          ]),
      observedAt === null
        ? "Vous n'avez pas présenté d'observations."
        : `À vos observations du ${shortInstant(observedAt)}, le rectorat répond\u00a0:`,
    ].join('\n'),
  unanswered: 'Terminez les motifs\u00a0: répondez aux observations du candidat',
} as const;

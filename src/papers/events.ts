import { defineEvents, type EntryWords, event, type PayloadsOf, saidIfAny } from '../platform/defineEvents.ts';
import type { PaperKind } from './paper.ts';
import { PAPERS } from './texts.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PAPER_EVENTS> {}
}

const named = ({ word }: EntryWords<'kind'>): string =>
  saidIfAny(word('kind', PAPERS), ({ title }) => `\u00a0: ${title.toLowerCase()}`);

/** Without a number, it left as an ordinary letter. */
const ofLetter = ({ text }: EntryWords<'reference' | 'tracking'>): string =>
  `${text('reference')}${text('tracking') === '' ? '' : `, numéro ${text('tracking')}`}`;

export const PAPER_EVENTS = {
  ...defineEvents('papers', 'own', {
    'paper.issued': event<PaperEvent>((entry) => `Document émis${named(entry)}`),
    'paper.opened': event<PaperEvent>((entry) => `Document ouvert par le candidat${named(entry)}`),
  }),
  ...defineEvents('closing', 'own', {
    /** What an office enters of a letter: with a decision, or in the place of a mail. `tracking` is empty where it left without a number. */
    'letter.posted': event<LetterEvent>((entry) => `Lettre partie par la poste, ${ofLetter(entry)}`),
    'letter.received': event<LetterEvent>((entry) => `Lettre remise, ${ofLetter(entry)}`),
    'letter.returned': event<LetterEvent>(
      (entry) =>
        `Lettre revenue, ${entry.text('outcome') === 'unclaimed' ? 'avisée et non réclamée' : 'destinataire inconnu'}, ${ofLetter(entry)}`,
    ),
    'letter.corrected': event<LetterEvent>((entry) => `Saisie reprise sur une lettre, ${ofLetter(entry)}`),
    /** By telephone, in the place of a letter. */
    'letter.told': event<LetterEvent>(
      ({ text }) => `Dit au candidat par téléphone, au lieu de la lettre ${text('reference')}`,
    ),
  }),
  ...defineEvents('papers', 'work', {
    'papers.ordered': event<OfBatch>(
      (entry) =>
        `Documents édités en nombre${named(entry)}\u00a0: ${entry.number('total') ?? ''}, ${entry.text('what')}`,
    ),
    'papers.stopped': event<OfBatch>(
      (entry) => `Édition en nombre arrêtée${named(entry)}\u00a0: ${entry.text('what')}`,
    ),
  }),
  ...defineEvents('readings', 'work', {
    'papers.exported': event<OfBatch>(
      (entry) =>
        `Documents téléchargés en une archive${named(entry)}\u00a0: ${entry.number('total') ?? ''}, ${entry.text('what')}`,
    ),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'sheet.read': { readonly enrolmentId: string };
    /** Prints a paper and keeps the file. */
    'paper.render': { readonly paperId: string };
    /** Prints a part of a batch, and orders the next part. */
    'papers.printBatch': { readonly batchId: string };
  }
}

type LetterEvent = Readonly<Record<string, string>> & { readonly enrolmentId: string; readonly reference: string };

/** Printed in number; `what`: which of them, in words. */
type OfBatch = { readonly batchId: string; readonly kind: PaperKind; readonly total: number; readonly what: string };

type PaperEvent = {
  readonly enrolmentId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly version: number;
};

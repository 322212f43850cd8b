import { daysInWords } from '../law/index.ts';
import { onLine } from '../platform/mail/words.ts';
import { dayInWords, listing, untilInWords } from '../ui/index.ts';
import type { Basis, DecidedHere, HearingKind } from './hearing.ts';

/** What the office thinks of; `units`: by their titles. */
export type IntendedDecision = {
  readonly kind: DecidedHere;
  readonly units: readonly string[];
  readonly facts: readonly string[];
  readonly words: string;
  /** The day of the first tests. */
  readonly begins: Temporal.PlainDate;
  /** Those that the session leaves to give a piece again. */
  readonly days: number;
};
export type HeardDecision = IntendedDecision & {
  readonly reason: string;
  readonly ground: string;
  /** How many times the candidate answered. */
  readonly answers: number;
};

const CODE = "code des relations entre le public et l'administration";
export const RIGHTS = `Vous pouvez répondre par écrit. Pour répondre de vive voix, demandez-le à votre gestionnaire, par écrit ou par téléphone. La personne de votre choix peut vous assister (${CODE}, articles L121-1 et L122-1).`;

const before = (begins: Temporal.PlainDate): string => `avant les épreuves, qui commencent le ${dayInWords(begins)}`;
const THINKS: Readonly<Record<HearingKind, (units: readonly string[]) => string>> = {
  units: (units) =>
    `Le rectorat envisage de vous laisser hors ${units.length > 1 ? 'de ces unités' : 'de cette unité'}\u00a0: ${listing(units)}. Une attestation de travail en hauteur manque à votre dossier, et son délai est passé.`,
  validation: () =>
    "Votre inscription est validée. Le rectorat envisage d'annuler cette validation, parce qu'une pièce ne va pas.",
  regularisation: () =>
    'Des pièces manquent à votre inscription, ou ont été refusées, et leur délai est passé. Le rectorat vous invite à régulariser votre dossier.',
};
const KEEPS: Readonly<Record<HearingKind, (begins: Temporal.PlainDate) => string>> = {
  units: (begins) =>
    `Rien n'est décidé\u00a0: votre place est gardée. L'attestation ou une dispense, donnée ${before(begins)}, suffit à la garder.`,
  validation: () => "Rien n'est décidé\u00a0: votre inscription reste validée.",
  regularisation: () =>
    "Rien n'est décidé. Les pièces qui manquent peuvent de nouveau être déposées, et vous pouvez dire ici ce que vous voulez faire valoir.",
};
type Of = { readonly kind: HearingKind; readonly units: readonly string[]; readonly begins: Temporal.PlainDate };
export const intends = ({ kind, units }: Pick<Of, 'kind' | 'units'>): string => THINKS[kind](units);
export const whatIsKept = ({ kind, begins }: Pick<Of, 'kind' | 'begins'>): string => KEEPS[kind](begins);
export const decided = ({ kind, units }: Pick<IntendedDecision, 'kind' | 'units'>): string =>
  kind === 'units'
    ? `Le rectorat vous laisse hors ${units.length > 1 ? 'de ces unités' : 'de cette unité'}\u00a0: ${listing(units)}. Vos autres unités restent à passer.`
    : 'La validation de votre inscription est annulée. Votre inscription reste enregistrée\u00a0: une pièce est à refaire.';
export const whatWouldBeUndone = ({
  kind,
  begins,
  days,
}: Pick<IntendedDecision, 'kind' | 'begins' | 'days'>): string =>
  kind === 'units'
    ? `L'attestation de travail en hauteur ou une dispense met fin à cette décision, si vous la donnez ${before(begins)}.`
    : `Vous avez ${daysInWords(days)} pour la refaire, à partir du lendemain du jour où cette décision vous est notifiée. Votre inscription sera validée de nouveau quand cette pièce sera conforme.${onLine(' Vos pièces disent comment la refaire.')}`;
export const heard = (answers: number): string =>
  answers === 0
    ? "Le rectorat vous a demandé votre réponse. Vous n'avez pas répondu."
    : `Le rectorat vous a demandé votre réponse. ${answers === 1 ? 'Votre réponse a été lue' : `Vos ${answers} réponses ont été lues`}.`;
export const urgentJudge =
  "S'il y a urgence, vous pouvez aussi saisir le juge des référés du même tribunal, en même temps que vous contestez la décision.";

/** Every French sentence of this room. No-break spaces are written `\u00a0`. */
export const texts = {
  thinks: intends,
  keeps: whatIsKept,
  kinds: {
    units: "Laisser hors d'une unité",
    validation: 'Annuler la validation',
    regularisation: 'Invitation à régulariser',
  } satisfies Readonly<Record<HearingKind, string>>,
  bases: {
    unlawful: 'La validation était illégale',
    fraud: 'Elle a été obtenue par fraude',
    asked: 'Le candidat le demande par écrit',
  } satisfies Readonly<Record<Basis, string>>,
  grounds: {
    /** `sources`: of the certificates, from the exam's pack. */
    units: (sources: readonly string[]): string =>
      `${sources.join('\u00a0; ')}\u00a0; ${CODE}, articles L211-2 et L211-5.`,
    unlawful: `${capital(CODE)}, article L242-1\u00a0: une décision qui crée des droits n'est retirée que si elle est illégale, dans le temps que donne cet article.`,
    fraud: `${capital(CODE)}, article L241-2\u00a0: ce qui a été obtenu par fraude peut être retiré à tout moment.`,
    asked: `${capital(CODE)}, article L242-4\u00a0: à la demande de la personne, une décision peut être remplacée par une plus favorable.`,
  },
  cited: (law: string): string => `Texte qui demande l'attestation pour cette unité\u00a0: ${law}`,
  /** In what is handed over by the post. */
  fromLetter:
    'Cette lettre vous est peut-être remise, ou présentée, un autre jour que celui de sa date. Vous avez alors autant de jours pour répondre, à partir de ce jour-là.',
  paper: (of: IntendedDecision & { readonly until: Temporal.Instant }) => ({
    intro: [intends(of), whatIsKept(of)],
    facts: of.facts,
    words: of.words,
    answer: [`Répondez ${untilInWords(of.until)}, ${onLine('dans votre espace ou ')}par courrier.`, RIGHTS],
    after:
      'Après ce jour, une personne du rectorat lira votre réponse et décidera. Sa décision sera écrite et motivée, et vous pourrez la contester.',
  }),
  decided: (of: HeardDecision) => ({
    decision: [decided(of), whatWouldBeUndone(of)],
    facts: of.facts,
    words: [heard(of.answers), of.reason],
    ground: of.ground,
    urgency: of.kind === 'units' ? urgentJudge : null,
  }),
  own: {
    titles: {
      units: 'Le rectorat vous demande votre réponse',
      validation: 'Le rectorat vous demande votre réponse',
      regularisation: 'Mes observations',
    } satisfies Readonly<Record<HearingKind, string>>,
    ended: 'Le rectorat vous avait demandé votre réponse, avant de décider.',
    back: 'Revenir à mon inscription',
    facts: 'Ce qui est relevé',
    words: 'Ce que le rectorat écrit',
    rights: RIGHTS,
    until: (until: string): string => `Vous pouvez répondre ${until}.`,
    closed: 'Le temps de répondre est passé. Une personne du rectorat lit ce que vous avez écrit avant toute décision.',
    decided: 'La décision est prise\u00a0: elle est dans «\u00a0Mes documents\u00a0», avec ses motifs et les recours.',
    givenBack: 'Le rectorat est revenu sur cette décision, ou elle ne tient plus\u00a0: vous passez ces unités.',
    dropped: "Le rectorat n'a pris aucune décision contre vous.",
    answer: 'Votre réponse',
    hint: "Dites ce que vous voulez faire valoir. N'y mettez pas de données de santé.",
    missing: 'Écrivez votre réponse',
    submit: 'Envoyer ma réponse',
    notKept: "Votre texte, qui n'est pas enregistré",
    written: 'Ce que vous avez écrit',
    done: 'Votre réponse est enregistrée. Une personne du rectorat la lira.',
  },
  due: {
    answer: 'Répondre',
    thought: {
      label: 'Répondre au rectorat, qui envisage une décision',
      title: 'Le rectorat vous demande votre réponse',
      mail: 'Répondre au rectorat, qui envisage une décision',
      otherwise: 'Sans réponse, une personne décidera sur ce qui est au dossier.',
    },
    regularisation: {
      label: 'Présenter vos observations, si vous le souhaitez',
      title: 'Le rectorat vous invite à régulariser votre dossier',
      mail: 'Présenter vos observations au rectorat, si vous le souhaitez',
      otherwise:
        "Rien n'est décidé. Donnez les pièces qui manquent\u00a0: si elles manquent encore après cette date, une personne examinera votre dossier.",
    },
  },
  hub: {
    undone: 'La validation de votre inscription est annulée',
    undoneText: 'Votre inscription reste enregistrée\u00a0: une pièce est à refaire.',
    /** `untold`: it isn't notified yet, and the seat is kept; `begun`: so has the exam; `appealed`: so it is, since an appeal was accepted. */
    leftOut: (units: readonly string[], how: 'counts' | 'untold' | 'appealed', begun: boolean): string =>
      `Par une décision du rectorat, vous ne passez pas\u00a0: ${listing(units)}. ${LEFT_OUT_UNTIL[how]}${begun ? '' : "L'attestation de travail en hauteur ou une dispense y met fin\u00a0: vous pouvez la donner jusqu'au début des épreuves."}`,
  },
} as const;

const LEFT_OUT_UNTIL = {
  counts: '',
  untold: 'Elle compte à partir du jour où elle vous est notifiée\u00a0; votre place est gardée jusque-là. ',
  appealed:
    'Votre recours a été accepté\u00a0: elle ne compte plus, et votre place est gardée. Le rectorat doit encore revenir dessus par écrit. ',
} as const;

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

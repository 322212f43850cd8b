import type { Exam, Regulation } from '../../../catalogue/index.ts';
import { listing, numericDay, plural } from '../../../ui/index.ts';
import type { CreditFault, CreditRules, GroundRefusal } from '../../rules/credits.ts';

/** « 5 ans », as the exam says. */
const age = ({ keptMarkYears }: Pick<CreditRules, 'keptMarkYears'>): string => plural(keptMarkYears, 'an', 'ans');
/** « de 10 ou plus »; nothing where any mark is kept. */
const high = ({ keptFrom }: Pick<CreditRules, 'keptFrom'>): string =>
  keptFrom === null ? '' : ` de ${keptFrom / 2}\u00a0ou plus`;

export const texts = {
  title: 'Acquis',
  question: 'Que voulez-vous conserver\u00a0?',
  intro: 'Pour chaque épreuve, dites si vous la passez ou ce que vous demandez à conserver.',
  effects:
    "Sous chaque choix\u00a0: les épreuves qu'il vous resterait à passer, et la moyenne à viser sur elles pour obtenir le diplôme.",
  explained: {
    keep: {
      term: 'Garder ma note (bénéfice)',
      text: (rules: CreditRules): string =>
        `Pour une note${high(rules)}, obtenue il y a moins de ${age(rules)}. Elle compte dans la moyenne.`,
    },
    keepAny: {
      term: 'Garder ma note',
      text: (rules: CreditRules): string =>
        `Quelle qu'elle soit, obtenue il y a moins de ${age(rules)}. Elle compte dans la moyenne.`,
    },
    carry: {
      term: 'Reporter ma note',
      text: (rules: CreditRules): string =>
        `Pour une note au-dessous de ${(rules.keptFrom ?? 0) / 2}, obtenue il y a moins de ${age(rules)}. Elle compte dans la moyenne.`,
    },
    exempt: {
      term: 'Demander une dispense',
      text: (): string => "L'épreuve et son coefficient ne comptent plus dans la moyenne.",
    },
  },
  warning: ({ keptYears, keptFrom, source }: Exam['credits']): string =>
    `Règle de l'académie (notice)\u00a0: toute note ou dispense non conservée est définitivement perdue. Les textes disent, eux, qu'une note${high({ keptFrom: keptFrom === null ? null : 2 * keptFrom })} se garde ${age({ keptMarkYears: keptYears })}, à votre demande (${source}). Dans le doute, gardez-la.`,
  former: {
    known: (year: number): string =>
      `Votre session ${year} relevait de l'ancien règlement. Chaque épreuve dit quelles anciennes unités y mènent.`,
    unknown: (year: number): string =>
      `Votre session ${year} relevait de l'ancien règlement. Le tableau qui relie ses unités à celles-ci n'est pas connu\u00a0: le rectorat décidera des notes que vous pouvez conserver. Vous pouvez les demander ici.`,
  },
  formerResults: 'Vous avez déjà passé cet examen\u00a0?',
  formerResultsLink: 'Demandez que vos anciennes notes soient reprises',
  sit: "Je passe l'épreuve",
  keep: 'Je garde ma note (bénéfice)',
  keepAny: 'Je garde ma note',
  carry: 'Je reporte ma note',
  exempt: 'Je demande une dispense',
  kept: (mark: string, day: string): string => `Note conservée\u00a0: ${mark} sur 20 (${day})`,
  carried: (mark: string, day: string): string => `Note reportée\u00a0: ${mark} sur 20 (${day})`,
  exempted: (ground: string): string => `Dispense demandée\u00a0: ${ground}`,
  choiceMissing: (title: string): string => `${title}\u00a0: dites si vous passez l'épreuve ou ce que vous conservez.`,
  option: 'Pour quelle épreuve\u00a0?',
  optionMissing: (title: string): string => `${title}\u00a0: dites pour laquelle des deux vous avez la note.`,
  mark: 'Note sur 20',
  markHint: 'Celle de votre relevé de notes.',
  markMissing: (title: string): string => `${title}\u00a0: indiquez la note à conserver.`,
  obtainedOn: "Date d'obtention",
  obtainedOnHint: (rules: Pick<CreditRules, 'keptMarkYears'>): string =>
    `La date du jury ou du relevé de notes. La note vaut ${age(rules)} à partir de ce jour.`,
  obtainedOnMissing: (title: string): string => `${title}\u00a0: indiquez la date d'obtention de la note.`,
  ground: 'À quel titre\u00a0?',
  groundMissing: (title: string): string => `${title}\u00a0: choisissez à quel titre vous demandez la dispense.`,
  faults: {
    'mark-below-ten': (title: string, _day: Temporal.PlainDate, mayCarry: boolean): string =>
      `${title}\u00a0: le bénéfice est pour une note de 10 ou plus. ${mayCarry ? "Choisissez «\u00a0Je reporte ma note\u00a0», ou passez l'épreuve." : "Choisissez «\u00a0Je passe l'épreuve\u00a0»."}`,
    'mark-of-ten-or-more': (title: string): string =>
      `${title}\u00a0: le report est pour une note au-dessous de 10. Choisissez «\u00a0Je garde ma note\u00a0».`,
    // The attestation is for units of 10 and above (D337-107): a carried mark has none.
    'mark-too-old': (title: string, day: Temporal.PlainDate, _mayCarry: boolean, kept: boolean): string =>
      `${title}\u00a0: cette note ne sera plus valable à la date de l'examen (elle valait jusqu'au ${numericDay(day)}). ${kept ? 'Avec une attestation de blocs de compétences, demandez une dispense.' : "Choisissez «\u00a0Je passe l'épreuve\u00a0»."}`,
    'mark-in-the-future': (title: string): string =>
      `${title}\u00a0: la date d'obtention est dans l'avenir. Recopiez celle du relevé de notes.`,
    'carry-needs-progressive': (title: string): string =>
      `${title}\u00a0: une note au-dessous de 10 ne se reporte que dans la forme progressive. Choisissez «\u00a0Je passe l'épreuve\u00a0».`,
    'option-missing': (title: string): string => `${title}\u00a0: dites pour laquelle des deux vous avez la note.`,
  } satisfies Record<
    Exclude<CreditFault, 'ground-not-for-this-unit'>,
    (title: string, day: Temporal.PlainDate, mayCarry: boolean, kept: boolean) => string
  >,
  groundRefused: (
    title: string,
    refusal: GroundRefusal | null,
    { unitExemptions }: Pick<Regulation, 'unitExemptions'>,
  ): string => {
    const named = unitExemptions.map(({ diploma, units }) => `${diploma} pour ${listing(units, 'ou')}`);
    const why = {
      'not-at-this-session': "ce titre n'ouvre aucune dispense à cette session.",
      'general-only': 'ce titre ne dispense que des épreuves générales.',
      'sport-only': "ce titre ne dispense que de l'éducation physique et sportive.",
      'expression-and-language-only':
        "ce titre ne dispense que de l'expression et de la langue vivante (arrêté du 6 novembre 2019).",
      'not-in-the-order':
        named.length === 0
          ? "l'arrêté de la spécialité ne prévoit aucune dispense par diplôme."
          : `l'arrêté de la spécialité n'accepte de diplôme que pour d'autres épreuves (${listing(named)}).`,
    }[refusal ?? 'not-at-this-session'];
    return `${title}\u00a0: ${why} Choisissez un autre titre, ou «\u00a0Je passe l'épreuve\u00a0».`;
  },
  left: (count: number): string =>
    count === 0
      ? 'Il ne vous reste aucune unité à passer.'
      : `Il vous reste ${plural(count, 'unité', 'unités')} à passer.`,
  target: (average: string): string => `Il vous faut ${average} de moyenne sur ces unités pour obtenir le diplôme.`,
  targetOutOfReach: (from: number): string =>
    `Avec ces notes, une moyenne générale de ${from} ne peut plus être atteinte.`,
  tradeTarget: (average: string): string =>
    `Il faut aussi ${average} de moyenne sur celles d'entre elles qui sont professionnelles\u00a0: ce diplôme compte leur moyenne à part.`,
  tradeTargetOutOfReach: (from: number): string =>
    `Avec ces notes, une moyenne de ${from} sur les seules unités professionnelles ne peut plus être atteinte\u00a0: ce diplôme la demande aussi.`,
  targetUnknown: (count: number): string =>
    `La moyenne à viser n'est pas calculable\u00a0: ${plural(count, "coefficient n'est pas connu", 'coefficients ne sont pas connus')}.`,
  update: "Calculer ce qu'il me reste",
  coefficient: (value: number): string => `coefficient ${value}`,
  test: (test: string): string => `Épreuve ${test}`,
} as const;

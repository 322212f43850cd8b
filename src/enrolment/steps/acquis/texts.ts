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
  question: 'Avez-vous des notes à garder\u00a0?',
  questionMissing: 'Dites si vous avez des notes à garder.',
  questionIntro: "Des notes d'une session précédente, ou une dispense à demander.",
  hasMarks: 'Oui, je les recopie',
  hasNone: 'Non, je passe toutes les épreuves',
  noneSaved: 'Vous avez répondu que vous passez toutes les épreuves.',
  transcript: 'Votre relevé de notes',
  intro: 'Écrivez les notes que vous gardez\u00a0; laissez vide ce que vous passez.',
  noMarks: "Je n'ai pas de notes à garder",
  means: 'Que veut dire garder, reporter, être dispensé\u00a0?',
  day: 'Date du relevé',
  dayHint: 'Vaut pour toute note sans date.',
  nothingTyped:
    "Vous n'avez écrit ni note ni dispense. Écrivez-les, ou choisissez «\u00a0Je n'ai pas de notes à garder\u00a0».",
  both: (title: string): string =>
    `${title}\u00a0: vous avez écrit une note et demandé une dispense. Effacez l'une des deux.`,
  exemptions: 'Demander une dispense',
  exemptionsHint:
    "L'épreuve et son coefficient ne comptent alors plus dans la moyenne. Ne choisissez rien pour les autres.",
  columns: { unit: 'Unité', coefficient: 'Coef.', mark: 'Note', day: 'Date', meaning: 'Ce qui est demandé' },
  coefficientUnknown: 'inconnu',
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
      text: (): string =>
        "L'épreuve et son coefficient ne comptent plus dans la moyenne. Les textes disent quelles épreuves chaque diplôme dispense. La page vous prévient quand ils ne l'accordent pas.",
    },
    day: {
      term: "Date d'obtention",
      text: (rules: CreditRules): string =>
        `La date du jury ou du relevé de notes. La note vaut ${age(rules)} à partir de ce jour.`,
    },
  },
  warning: ({ keptYears, keptFrom, source }: Exam['credits']): string =>
    `Dans le doute, gardez votre note. Pour l'académie, une note ou une dispense que vous ne demandez pas ici est perdue. La loi est plus large\u00a0: une note${high({ keptFrom: keptFrom === null ? null : 2 * keptFrom })} peut se garder ${age({ keptMarkYears: keptYears })}, à votre demande (${source}).`,
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
  optionIn: (title: string): string => `${title}\u00a0: pour quelle épreuve\u00a0?`,
  markIn: (title: string): string => `${title}\u00a0: note sur 20`,
  dayIn: (title: string): string => `${title}\u00a0: date de la note`,
  optionMissing: (title: string): string => `${title}\u00a0: dites pour laquelle des deux vous avez la note.`,
  mark: 'Note sur 20',
  markMissing: (title: string): string => `${title}\u00a0: écrivez la note à garder, ou effacez sa date.`,
  obtainedOn: "Date d'obtention",
  obtainedOnMissing: (title: string): string =>
    `${title}\u00a0: écrivez la date de la note, ou celle du relevé au-dessus du tableau.`,
  ground: 'À quel titre\u00a0?',
  groundMissing: (title: string): string => `${title}\u00a0: choisissez à quel titre vous demandez la dispense.`,
  faults: {
    'mark-below-ten': (title: string, _day: Temporal.PlainDate, mayCarry: boolean): string =>
      `${title}\u00a0: le bénéfice est pour une note de 10 ou plus. ${mayCarry ? "«\u00a0Suivant\u00a0» la reporte\u00a0; effacez-la si vous passez l'épreuve." : "Effacez-la\u00a0: vous passez l'épreuve."}`,
    'mark-of-ten-or-more': (title: string): string =>
      `${title}\u00a0: le report est pour une note au-dessous de 10. «\u00a0Suivant\u00a0» la garde.`,
    // The attestation is for units of 10 and above (D337-107): a carried mark has none.
    'mark-too-old': (title: string, day: Temporal.PlainDate, _mayCarry: boolean, kept: boolean): string =>
      `${title}\u00a0: cette note ne sera plus valable à la date de l'examen (elle valait jusqu'au ${numericDay(day)}). ${kept ? 'Effacez-la\u00a0; avec une attestation de blocs de compétences, demandez une dispense.' : "Effacez-la\u00a0: vous passez l'épreuve."}`,
    'mark-in-the-future': (title: string): string =>
      `${title}\u00a0: la date d'obtention est dans l'avenir. Recopiez celle du relevé de notes.`,
    'carry-needs-progressive': (title: string): string =>
      `${title}\u00a0: une note au-dessous de 10 ne se reporte que dans la forme progressive. Effacez-la\u00a0: vous passez l'épreuve.`,
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
    return `${title}\u00a0: ${why} Choisissez un autre titre, ou aucun\u00a0: vous passez l'épreuve.`;
  },
  update: 'Calculer',
} as const;

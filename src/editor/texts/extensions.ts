import { endInWords, listing, plural, quoted, shortEnd, shortInstant } from '../../ui/index.ts';
import { type Deadline, type Extension, type ExtensionRefusal, REASON_CHARACTERS } from '../extension.ts';
import type { MovedDate } from '../rules/extension.ts';

const kinds = {
  registration: 'Les inscriptions',
  pieces: 'Les pièces dues à la clôture, avec la signature',
  later: 'Les pièces dues plus tard',
  corrections: 'Les corrections, avec les délais de correction en cours',
} as const satisfies Readonly<Record<Deadline, string>>;

const dateName = ({ kind, group }: Pick<MovedDate, 'kind' | 'group'>): string =>
  kind === 'closing'
    ? 'Clôture des inscriptions'
    : kind === 'corrections'
      ? 'Fin des corrections'
      : `Pièces ${quoted(group)}`;

const length = ({ days, hours }: Pick<Extension, 'days' | 'hours'>): string =>
  listing([
    ...(days === 0 ? [] : [plural(days, 'jour', 'jours')]),
    ...(hours === 0 ? [] : [plural(hours, 'heure', 'heures')]),
  ]);

/** The words of *Prolonger après un incident*. */
export const texts = {
  title: 'Prolonger après un incident',
  lead: "Une panne, une grève, une erreur du service\u00a0: les dates de la session sont reportées pour tous, d'un seul acte. Vous proposez, une autre personne décide.",
  link: 'Prolonger après un incident',
  none: 'Aucune session ne peut être prolongée\u00a0: leurs dernières corrections sont passées.',
  fields: {
    sessions: 'Sessions à prolonger',
    sessionsMissing: 'Choisissez au moins une session',
    deadlines: 'Ce qui est reporté',
    deadlinesMissing: 'Choisissez ce qui est reporté',
    days: 'Jours',
    hours: 'Heures',
    lengthHint: 'Ajoutés à chaque date, à la même heure de Paris. Zéro si rien.',
    daysMissing: 'Indiquez un nombre de jours, 0 si aucun',
    hoursMissing: "Indiquez un nombre d'heures, 0 si aucune",
    reason: "L'incident, tel que tout le monde le lira",
    reasonHint: 'Par exemple\u00a0: le site a été hors service le vendredi 1er décembre de 14\u00a0h à 17\u00a0h.',
    reasonMissing: 'Dites quel incident justifie la prolongation',
  },
  /** What was measured, as a sentence to correct. */
  measured: (outages: readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[]): string =>
    `Le site n'a pas pu être utilisé ${listing(outages.map(({ from, until }) => `du ${shortInstant(from)} au ${shortInstant(until)}`))}.`.slice(
      0,
      REASON_CHARACTERS,
    ),
  kinds,
  session: (label: string, closing: Temporal.Instant): string => `${label}, close le ${shortEnd(closing)}`,
  named: (label: string, demonstration: boolean): string => (demonstration ? `${label} (démonstration)` : label),
  preview: 'Voir ce qui change',
  previewTitle: 'Avant de proposer',
  propose: 'Proposer à une seconde personne',
  change: 'Revenir au formulaire',
  proposed: 'Prolongation proposée. Une autre personne la décide.',
  dropped: 'La proposition est abandonnée.',
  approved: 'Les dates sont reportées. Les candidats concernés sont prévenus par mail dans la minute.',
  by: (extension: ExtensionOrderLike): string => `${length(extension)} de plus`,
  dates: (session: string): string => `Dates de la ${session}`,
  dateColumns: ['Échéance', "Aujourd'hui", 'Après'],
  date: dateName,
  end: endInWords,
  follows: 'Ce qui suit de soi-même',
  corrections: (open: number, last: Temporal.Instant): string =>
    open === 0
      ? 'Aucun délai de correction ne court.'
      : `${plural(open, 'délai de correction en cours est reporté', 'délais de correction en cours sont reportés')} d'autant, sans dépasser le ${endInWords(last)}\u00a0: les convocations sont alors faites.`,
  correctionsStay: (open: number): string =>
    `${plural(open, 'délai de correction en cours ne change', 'délais de correction en cours ne changent')} pas.`,
  reminders: (steps: readonly string[]): string =>
    steps.length === 0
      ? "Aucune relance\u00a0: la session n'en prévoit pas, ou leurs moments sont passés."
      : `Les relances partent avant la nouvelle échéance\u00a0: ${listing(steps)}.`,
  step: (before: number, unit: 'days' | 'hours'): string =>
    `${unit === 'days' ? plural(before, 'jour', 'jours') : plural(before, 'heure', 'heures')} avant`,
  mails: (registered: number, drafts: number): string =>
    `Un mail part à ${plural(registered, 'candidat inscrit', 'candidats inscrits')} et à ${plural(drafts, "candidat dont l'inscription est commencée", "candidats dont l'inscription est commencée")}, avec l'incident et les nouvelles dates.`,
  everywhere:
    'Accueil, calendrier, bandeau, pages des candidats, mails et documents à venir disent les nouvelles dates aussitôt. Ce qui a été envoyé reste tel quel.',
  forever:
    "Une date annoncée ne peut plus être avancée\u00a0: une prolongation ne se reprend pas, elle peut seulement être suivie d'une autre.",
  list: 'Prolongations',
  columns: ['Proposée le', 'Incident', 'Sessions', 'Où elle en est'],
  states: { proposed: 'À décider', dropped: 'Abandonnée', approved: 'Faite' },
  one: (at: Temporal.Instant): string => `Prolongation proposée le ${shortInstant(at)}`,
  who: (proposer: string, decider: string | null): string =>
    decider === null ? `Proposée par ${proposer}.` : `Proposée par ${proposer}, décidée par ${decider}.`,
  waits: 'Une autre personne qui tient les règles doit la décider. Elle en est prévenue par mail.',
  approve: 'Prolonger maintenant',
  drop: 'Abandonner la proposition',
  publication: (id: number): string => `Voir la publication ${id} et qui a été prévenu`,
  refusals: {
    'not-found':
      "Cette session ne peut pas être prolongée\u00a0: elle n'est pas de votre académie, ou ses dernières corrections sont passées. Rien n'a été enregistré.",
    'no-length': "La prolongation est de zéro\u00a0: indiquez des jours ou des heures. Rien n'a été enregistré.",
    'nothing-moves':
      "Aucune date ne change pour une de ces sessions\u00a0: cochez ce qui est reporté. Rien n'a été enregistré.",
    'still-past': ({ dates }: Extract<ExtensionRefusal, { code: 'still-past' }>): string =>
      `Même reportées, ces dates seraient déjà passées\u00a0: ${dates.map((one) => `${dateName(one)} (${endInWords(one.is)})`).join(', ')}. Ajoutez des jours, ou ne cochez que ce qui est à venir. Rien n'a été enregistré.`,
    impossible: ({ faults }: Extract<ExtensionRefusal, { code: 'impossible' }>): string =>
      `Ces dates ne tiennent pas ensemble\u00a0: ${faults.join(' ')} Reportez aussi les corrections, ou moins longtemps. Rien n'a été enregistré.`,
    busy: "Ces dates n'ont pas pu être vérifiées, il y a trop de travail en cours\u00a0: recommencez dans une minute. Rien n'a été enregistré.",
    'decided-meanwhile':
      "Cette prolongation a déjà été décidée ou abandonnée. Rien n'a été enregistré\u00a0: lisez où elle en est.",
    'rules-changed':
      "Les règles ont changé depuis que vous avez ouvert cette page. Rien n'a été enregistré\u00a0: relisez les dates.",
  },
} as const;

type ExtensionOrderLike = Pick<Extension, 'days' | 'hours'>;

import { instantInWords, plural, shortInstant } from '../../ui/index.ts';
import { ANNULMENT } from '../decisions.ts';
import type { LotLine, LotRefusal } from '../lot.ts';

const why: Readonly<Record<LotRefusal, string>> = {
  'not-found': "Ce dossier n'est plus des vôtres.",
  ended: 'Cette inscription a pris fin.',
  'nothing-missing': 'Plus rien ne manque, ou son délai court de nouveau.',
  'begun-in-time': "Un envoi commencé à temps n'a pas pu être pris\u00a0: le dossier reste à part.",
  'not-expired': "L'invitation à régulariser court encore, ou n'a pas été envoyée.",
  'decided-meanwhile': "La proposition a changé, ou n'est plus en attente\u00a0: relisez le dossier.",
  'one-person':
    "Vous l'avez proposée, ou vous et qui l'a proposée venez l'un de l'autre depuis peu\u00a0: une autre personne doit l'approuver.",
};

/** The words of annulments that are approved together, and of going from one file to the next. */
export const lotTexts = {
  title: 'Annulations à approuver',
  link: (count: number): string =>
    `${plural(count, 'annulation attend', 'annulations attendent')} une seconde personne`,
  lead: "Chacune a été proposée par une personne qui a lu le dossier. Lisez les motifs, choisissez celles que vous approuvez. Rien n'est fait avant la page de confirmation.",
  proposals: (count: number): string => plural(count, 'proposition', 'propositions'),
  list: 'Propositions en attente',
  columns: ['Dossier', 'Motifs et fondement', 'Ce qui manque', 'Observations', 'Proposée par'],
  all: (count: number): string => `Les ${count} propositions de cette page que vous pouvez approuver`,
  choose: (number: string): string => `Choisir ${number}`,
  ground: (ground: string): string => `Fondement\u00a0: ${ground}`,
  more: (count: number): string =>
    `${plural(count, 'autre proposition attend', 'autres propositions attendent')}\u00a0: elles s'affichent quand celles-ci sont traitées.`,
  empty: 'Aucune proposition en attente',
  emptyText:
    "Une annulation se propose depuis la page d'un dossier, après une invitation à régulariser restée sans effet.",
  preview: "Voir avant d'approuver",
  none: 'Choisissez au moins une proposition.',
  tooMany: (most: number): string => `Choisissez ${most} propositions au plus à la fois.`,
  previewTitle: "Avant d'approuver",
  will: (count: number): string =>
    `${plural(count, 'annulation sera approuvée', 'annulations seront approuvées')}. ${count === 1 ? 'Elle prend effet' : 'Elles prennent effet'} ${ANNULMENT.effect}, après une dernière vérification. Jusque-là, tout le lot peut être retiré, et ${count === 1 ? "le candidat n'en sait" : "les candidats n'en savent"} rien.`,
  nobody: 'Aucune de ces propositions ne peut être approuvée maintenant.',
  wont: 'Ce qui ne sera pas fait, et pourquoi',
  submit: (count: number): string => (count === 1 ? "Approuver l'annulation" : `Approuver les ${count} annulations`),
  back: 'Revenir à la liste',
  why,
  lots: 'Lots précédents',
  lot: (at: Temporal.Instant): string => `Lot du ${shortInstant(at)}`,
  counted: (approved: number, lines: number): string => `${approved} sur ${lines}`,
  report: {
    title: "Lot d'annulations",
    done: (approved: number): string =>
      approved === 0
        ? "Aucune annulation n'a été approuvée."
        : `${plural(approved, 'annulation approuvée', 'annulations approuvées')}.`,
    left: (count: number): string =>
      `${plural(count, 'proposition reste', 'propositions restent')} à traiter\u00a0: le temps d'une page était écoulé. Rien n'est perdu, continuez.`,
    goOn: 'Continuer',
    notYours: 'Seule la personne qui a commencé ce lot peut le continuer.',
    undoTitle: 'Revenir sur ce lot',
    undoText: (count: number, until: Temporal.Instant): string =>
      `${plural(count, 'annulation peut encore être retirée', 'annulations peuvent encore être retirées')}, ${count === 1 ? '' : 'la première '}jusqu'au ${instantInWords(until)}. ${count === 1 ? "L'inscription reste ce qu'elle est\u00a0; le candidat n'en sait" : "Ces inscriptions restent ce qu'elles sont\u00a0; les candidats n'en savent"} rien.`,
    undo: (count: number): string => (count === 1 ? 'Retirer cette approbation' : 'Retirer toutes ces approbations'),
    late: (count: number): string =>
      `${plural(count, 'annulation de ce lot avait déjà pris effet', 'annulations de ce lot avaient déjà pris effet')}. Rien n'a été retiré\u00a0: ouvrez le dossier pour rétablir une inscription.`,
    list: 'Les dossiers de ce lot',
    columns: ['Dossier', 'Où elle en est', 'Motifs'],
    stateOf: ({ outcome, state, takesEffectAt }: LotLine): string => {
      if (outcome === null) return 'Pas encore traitée';
      if (outcome !== 'approved') return `Pas approuvée\u00a0: ${why[outcome]}`;
      if (state === 'approved' && takesEffectAt !== null)
        return `Approuvée\u00a0; prend effet le ${instantInWords(takesEffectAt)}`;
      return {
        proposed: 'Proposée',
        dropped: 'Abandonnée',
        approved: 'Approuvée',
        undone: 'Retirée avant de prendre effet',
        void: "Sans effet\u00a0: plus rien ne manquait, ou l'inscription avait déjà pris fin",
        done: 'Inscription annulée',
        reversed: 'Inscription rétablie',
      }[state];
    },
  },
} as const;

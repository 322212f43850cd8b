import { instantInWords, listing, markInWords, plural } from '../../../ui/index.ts';
import type { Sentences } from './entry.ts';

const specialities = (count: number): string => plural(count, 'spécialité', 'spécialités');

const copies = (count: number | null): string => plural(count ?? 0, 'copie', 'copies');

const round = (name: string): string => (name === 'second' ? ', seconde saisie' : ', première saisie');

const seats = {
  centre: 'de centre',
  seat: 'de place',
  away: 'sans place',
  kept: 'gardé à sa place',
  free: 'libre de nouveau',
} as const;
const places = { centre: 'Centre', room: 'Salle', sitting: 'Épreuve au calendrier' } as const;
const said = <Key extends string>(known: Readonly<Record<Key, string>>, key: string): string =>
  Object.entries<string>(known).find(([name]) => name === key)?.[1] ?? key;

export const EXAM_HISTORY: Sentences = {
  'exam.placeSaved': ({ text }) => `${said(places, text('kind'))}\u00a0: enregistrement`,
  'exam.placeRemoved': ({ text }) => `${said(places, text('kind'))}\u00a0: suppression`,
  'exam.imported': ({ text, number }) =>
    `${text('what') === 'rooms' ? 'Centres et salles importés' : 'Calendrier importé'}\u00a0: ${number('added')} de plus, ${number('changed')} modifiés, ${number('removed')} de moins`,
  'exam.planOrdered': ({ number }) => `Répartition n°\u00a0${number('number')} commandée`,
  'exam.planPlaced': ({ number }) =>
    `Répartition n°\u00a0${number('number')} calculée\u00a0: ${plural(number('seats') ?? 0, 'place', 'places')}, ${plural(number('unseated') ?? 0, 'unité sans place', 'unités sans place')}`,
  'exam.planDropped': ({ number }) => `Répartition n°\u00a0${number('number')} abandonnée`,
  'exam.seatChanged': ({ number, text }) =>
    `Répartition n°\u00a0${number('number')}\u00a0: un candidat change à la main (${said(seats, text('what'))})${text('reason') === '' ? '' : `, motif\u00a0: ${text('reason')}`}`,
  'summons.issued': 'Convocation envoyée',
  'summons.changed': 'Convocation modifiée, envoyée de nouveau',
  'summons.void': 'Convocation annulée',
  'summons.sentAgain': 'Mail de la convocation renvoyé',
  'sitting.published': 'Convocations publiées',
  'summons.anew': ({ number }) =>
    `Convocations à refaire, envoyées de nouveau\u00a0: ${plural(number('candidates') ?? 0, 'candidat', 'candidats')}`,
  'marks.opened': ({ number }) => `Lot de notes ouvert\u00a0: ${copies(number('scripts'))}`,
  'marks.listed': 'Liste du lot de notes mise à jour',
  'marks.added': ({ text }) => `Candidat ajouté au lot de notes\u00a0: ${text('reason')}`,
  'marks.named': 'Lot de notes attribué',
  'marks.entered': ({ text, number }) => `Notes saisies${round(text('round'))}\u00a0: ${copies(number('lines'))}`,
  'marks.imported': ({ text, number }) =>
    `Notes saisies par fichier${round(text('round'))}\u00a0: ${copies(number('lines'))}`,
  'marks.done': ({ text }) => `Saisie des notes terminée${round(text('round'))}`,
  'marks.reopened': ({ text }) => `Saisie des notes rouverte${round(text('round'))}\u00a0: ${text('reason')}`,
  'marks.decided': ({ list, text }) =>
    `Écarts de notes tranchés\u00a0: ${listing(list('numbers'))} (${text('reason')})`,
  'marks.locked': ({ number }) => `Lot de notes verrouillé\u00a0: ${copies(number('scripts'))}`,
  'marks.unlocked': ({ text }) => `Lot de notes déverrouillé\u00a0: ${text('reason')}`,
  'marks.corrected': ({ text }) =>
    `Note corrigée, copie ${text('number')}\u00a0: ${text('before')} devient ${text('after')} (${text('reason')})`,
  'marks.lifted': ({ text }) => `Anonymat levé\u00a0: ${text('reason')}`,
  'jury.opened': ({ list }) => `Jury ajouté\u00a0: ${specialities(list('specialities').length)}`,
  'jury.changed': ({ list }) => `Jury modifié\u00a0: ${specialities(list('specialities').length)}`,
  'jury.seated': ({ text }) => `Membre ajouté au jury\u00a0: ${text('name')}`,
  'jury.left': ({ text }) => `Membre retiré du jury\u00a0: ${text('name')}`,
  'jury.met': ({ number, isTrue }) =>
    `Présences au jury\u00a0: ${plural(number('present') ?? 0, 'présent', 'présents')}, ${plural(number('absent') ?? 0, 'absent', 'absents')}${isTrue('quorum') ? ', en nombre pour délibérer' : ''}`,
  'jury.pointed': ({ text, number }) => {
    const [before, after] = [number('before'), number('after')];
    const what = `${text('number')}, ${text('unit')}`;
    return after === null
      ? `Points du jury retirés, ${what} (${text('reason')})`
      : `Points du jury, ${what}\u00a0: ${markInWords(before ?? 0)} devient ${markInWords(after)} (${text('reason')})`;
  },
  'jury.proposed': 'Clôture du procès-verbal demandée',
  'jury.reopened': ({ text }) => `Jury rendu à la délibération\u00a0: ${text('reason')}`,
  'jury.closed': ({ text, number }) =>
    `Procès-verbal clos, ${text('record')}\u00a0: ${number('admitted') ?? 0} admis, ${plural(number('refused') ?? 0, 'refusé', 'refusés')}, ${plural(number('notJudged') ?? 0, 'non jugé', 'non jugés')}`,
  'jury.additionProposed': ({ text }) => `Additif proposé pour ${text('number')}\u00a0: ${text('reason')}`,
  'jury.additionDropped': ({ text }) => `Additif retiré pour ${text('number')}\u00a0: ${text('reason')}`,
  'jury.added': ({ text }) => `Additif au procès-verbal pour ${text('number')}\u00a0: ${text('reason')}`,
  'attendance.told': ({ number }) =>
    `Pointage du centre\u00a0: ${plural((number('present') ?? 0) + (number('late') ?? 0), 'présent', 'présents')}, ${plural(number('absent') ?? 0, 'absent', 'absents')}`,
  'attendance.corrected': ({ text }) => `Pointage corrigé, unité ${text('unit')} (${text('reason')})`,
  'attendance.keeperNamed': "Centre d'examen confié à une personne qui pointe",
  'attendance.keeperRemoved': "Centre d'examen retiré à une personne qui pointait",
  'replacement.decided': ({ text }) =>
    text('outcome') === 'granted'
      ? `Absence justifiée\u00a0: le candidat repasse l'unité ${text('unit')}`
      : `Le candidat ne repasse pas l'unité ${text('unit')}`,
  'former.imported': ({ number }) =>
    `Résultats antérieurs enregistrés\u00a0: ${plural(number('lines') ?? 0, 'ligne', 'lignes')}, ${plural(number('persons') ?? 0, 'candidat', 'candidats')}`,
  'former.takenBack': ({ text }) => `Fichier de résultats antérieurs retiré (${text('words')})`,
  'former.asked': ({ isTrue }) =>
    `Le candidat demande la reprise de ses notes d'avant${isTrue('withNumber') ? ', avec un numéro' : ''}`,
  'former.confirmed': ({ number }) =>
    `Résultats antérieurs reconnus comme les siens\u00a0: ${plural(number('marks') ?? 0, 'note reprise', 'notes reprises')}`,
  'former.refused': "Réponse\u00a0: aucune note d'avant ne peut être reprise",
  'former.undone': "Résultats antérieurs retirés\u00a0: ce n'étaient pas les siens",
  'former.changed': "Un fichier a changé des notes d'avant qui sont les siennes",
  'former.erased': ({ number }) =>
    `Résultats antérieurs effacés, trop anciens\u00a0: ${plural(number('lines') ?? 0, 'ligne', 'lignes')}`,
  'former.read': 'Résultats antérieurs consultés',
  'exam.replacement': ({ text, isTrue }) =>
    isTrue('admitted')
      ? `À placer pour l'épreuve de remplacement de ${text('unit')}`
      : `Plus à placer pour l'épreuve de remplacement de ${text('unit')}`,
  'results.exported': ({ number }) =>
    `Résultats exportés pour les systèmes nationaux\u00a0: ${plural(number('candidates') ?? 0, 'candidat', 'candidats')}`,
  'results.prepared': ({ number }) =>
    `Publication n°\u00a0${number('number')} préparée\u00a0: ${plural(number('results') ?? 0, 'résultat', 'résultats')}`,
  'results.proposed': ({ number, text }) =>
    `Publication n°\u00a0${number('number')} proposée pour le ${instantInWords(Temporal.Instant.from(text('announcedAt')))}`,
  'results.approved': ({ number, text }) =>
    `Publication n°\u00a0${number('number')} approuvée pour le ${instantInWords(Temporal.Instant.from(text('announcedAt')))}`,
  'results.cancelled': ({ number }) => `Publication n°\u00a0${number('number')} abandonnée`,
  'results.suspended': ({ number, text }) =>
    `Publication n°\u00a0${number('number')} suspendue\u00a0: ${text('words')}`,
  'results.resumed': ({ number }) => `Publication n°\u00a0${number('number')} reprise`,
  'resultCase.opened': 'Demande du candidat sur son résultat',
  'appeal.opened': 'Recours du candidat contre une décision',
  'appeal.answered': 'Réponse donnée à un recours',
  'resultCase.answered': 'Réponse donnée à une demande sur le résultat',
  'results.published': ({ number }) => `Résultat donné au candidat (publication n°\u00a0${number('number')})`,
};

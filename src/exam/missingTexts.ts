import { listing, NBSP, plural, wholeNumber } from '../ui/index.ts';
import type { Gap } from './rules/gaps.ts';

/** Ce qui manque avant l'examen. */
export const missingTexts = {
  title: "Préparer l'examen",
  lead: (session: string): string =>
    `Ce qui doit être réglé avant de convoquer les candidats de la ${session}. Chaque ligne mène là où cela se règle.`,
  session: 'Session',
  show: 'Afficher',
  noSession: "Votre académie n'a aucune session.",
  noSessionText: "Elle s'écrit dans les règles.",
  candidates: (count: number): string => plural(count, 'candidat inscrit', 'candidats inscrits'),
  files: 'Les dossiers',
  filesColumns: ['Ce qui reste à décider', 'Candidats'],
  reserved: 'Inscriptions sous réserve',
  reservedText: 'Un gestionnaire lève la réserve ou écarte le dossier.',
  unsigned: 'Inscriptions non signées',
  undecided: 'Inscriptions signées, pas encore validées',
  requests: "Demandes d'aménagement sans décision",
  requestsText: 'Le service des aménagements les décide. Aucun nom ne sort de ce service avant la décision.',
  certificates: 'Attestations de travail en hauteur non fournies',
  certificatesText: "L'unité concernée ne se présente pas sans elles.",
  without: 'Candidats sans convocation',
  withoutText: "Ils passent des épreuves et n'ont pas de place dans les convocations publiées.",
  mailsRefused: 'Mails de convocation refusés',
  certificatesToCheck: 'Attestations de travail en hauteur à contrôler',
  count: (count: number): string => wholeNumber(count),
  rules: 'Les règlements',
  rulesLead: (gaps: number, offered: number): string =>
    gaps === 0
      ? `Les ${wholeNumber(offered)} spécialités de cette session ont leurs unités, leurs coefficients et leurs durées.`
      : `Il manque quelque chose à ${wholeNumber(gaps)} des ${plural(offered, 'spécialité', 'spécialités')} de cette session.`,
  withoutCandidates: (count: number): string =>
    `${plural(count, 'spécialité', 'spécialités')} sans candidat aujourd'hui`,
  rulesColumns: ['Spécialité', 'Candidats', 'Ce qui manque'],
  noDraft: "Pour l'écrire, commencez d'abord un brouillon de règles.",
  toRules: 'Les règles',
  headOnly:
    'Le responsable du bureau écrit les règlements, les centres et le calendrier\u00a0; vous lisez ce qui est de vos spécialités.',
  whole: 'Rien ne manque.',
  gap: (gap: Gap): readonly string[] => [
    ...(gap.units ? ['les unités ne sont pas toutes connues'] : []),
    ...(gap.coefficients.length > 0 ? [`coefficient${s(gap.coefficients)}${NBSP}: ${listing(gap.coefficients)}`] : []),
    ...(gap.durations.length > 0 ? [`durée${s(gap.durations)}${NBSP}: ${listing(gap.durations)}`] : []),
    ...(gap.safetyUnits ? ['unités concernées par les attestations de travail en hauteur'] : []),
  ],
};

function s(units: readonly string[]): string {
  return units.length > 1 ? 's' : '';
}

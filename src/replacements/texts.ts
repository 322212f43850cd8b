import { type AskedBeside, decisionTexts } from '../decisions/index.ts';
import { lawTexts } from '../law/index.ts';
import { placeInWords } from '../papers/index.ts';
import { parisDay } from '../platform/time.ts';
import { numericDay, quoted, shortInstant } from '../ui/index.ts';
import { type Absence, type EndedReplacement, OUTCOMES, type ReplacementOutcome } from './replacement.ts';

/** No-break spaces are written `\u00a0`. */
export const texts = {
  title: 'Épreuves de remplacement',
  back: 'Publication des résultats',
  lead: 'Les absences à des unités obligatoires. Une personne décide, avec un motif, qui repasse une unité à laquelle son absence était justifiée.',
  law: 'Ce que disent les textes',
  source: (words: string, sure: boolean): string => (sure ? `(${words})` : `(${words}. À confirmer)`),
  toDecide: 'À décider',
  /** Its line among those to decide. */
  waiting: (parts: readonly string[], explained: boolean): string =>
    [...parts, ...(explained ? ["le candidat s'est expliqué"] : [])].join(', '),
  none: "Aucune absence n'attend",
  noneText:
    'Les absences viennent de ce que disent les candidats, du pointage des centres, puis des notes verrouillées.',
  known: {
    marked: 'Absence notée',
    told: 'Absence pointée par le centre, notes pas encore verrouillées',
    said: 'Absence dite par le candidat seul\u00a0: ni le centre ni les notes ne la disent encore',
  } as const satisfies Readonly<Record<Absence['known'], string>>,
  admitted:
    "Ce candidat est admis d'après son résultat publié\u00a0: son diplôme peut être délivré, rien n'est à remplacer.",
  granted: 'Accordées',
  refused: 'Refusées',
  columns: ['Candidat', 'Spécialité', 'Unité', 'Décision'],
  grantedColumns: ['Candidat', 'Spécialité', 'Unité', 'Épreuve de remplacement', 'Décision'],
  placed: (at: Temporal.Instant, centre: string, room: string): string =>
    `${shortInstant(at)}, ${centre}, ${placeInWords(room, null)}`,
  notPlaced: 'Pas encore placée',
  isOver: 'Passée, note attendue\u00a0: ',
  settled: (count: number): string => `Réglées (${count})`,
  settledColumns: ['Candidat', 'Spécialité', 'Unité', 'Décision', 'Ce qui compte maintenant'],
  settledNow: (outcome: string, at: Temporal.Instant | null): string =>
    at === null ? outcome : `${outcome}, notes verrouillées le ${shortInstant(at)}`,
  ended: {
    left: "L'inscription a pris fin",
    'unit-gone': 'Le dossier ne présente plus cette unité',
  } as const satisfies Readonly<Record<EndedReplacement['why'], string>>,
  beyond: (most: number): string =>
    `Cette page montre ${most} lignes de chaque liste. Le fichier des candidats à placer les a toutes.`,
  awaited: 'Plus notée absente, note attendue',
  decidedOn: (outcome: ReplacementOutcome, at: Temporal.Instant): string =>
    `${outcome === 'granted' ? 'Accordée' : 'Refusée'} le ${numericDay(parisDay(at))}.`,
  outcome: 'Décision',
  outcomeMissing: 'Dites si le candidat repasse cette unité.',
  outcomes: { granted: 'Repasse cette unité', refused: 'Ne la repasse pas' } as const satisfies Readonly<
    Record<ReplacementOutcome, string>
  >,
  received: 'Justificatif reçu le',
  receivedHint: "Ne recopiez pas ce qu'il dit\u00a0: seul son jour est gardé ici.",
  receivedMissing: 'Indiquez le jour où le justificatif est arrivé.',
  words: 'Motif',
  wordsHint: 'Le candidat le lit dans ses messages. Ne nommez pas la cause de son absence.',
  wordsMissing: 'Écrivez le motif que lira le candidat.',
  submit: 'Décider et prévenir le candidat',
  again: 'Décider de nouveau',
  flash: { decide: 'Décision enregistrée\u00a0: le candidat est prévenu par mail.', preparee: decisionTexts.prepared },
  next: "Écrivez chaque épreuve au calendrier («\u00a0U20 (remplacement)\u00a0»), complétez la répartition et publiez-la\u00a0: les candidats sont convoqués. La note se saisit deux fois dans un lot à part\u00a0; verrouillée, elle prend la place de l'absence. Si le procès-verbal est clos, le jury l'ajoute par un additif.",
  calendar: 'Calendrier',
  plan: 'Répartition',
  batches: 'Lots de notes',
  list: 'Liste des candidats à placer',
  decided: (words: string, day: Temporal.PlainDate): string => `${quoted(words)} Justificatif du ${numericDay(day)}.`,
  file: (session: string, day: string): string => `remplacements-${session}-${day}`,
  sheet: 'Remplacements',
  fileColumns: [
    "Numéro d'inscription",
    'Nom',
    "Nom d'usage",
    'Prénoms',
    'CFD',
    'Spécialité',
    'Unité',
    'Épreuve',
    'Centre',
    'Décidé le',
  ],
  ofAppeal: (title: string): string => `Pas d'épreuve de remplacement pour ${quoted(title)}`,
  /** To the candidate, among their messages. */
  told: (
    title: string,
    outcome: ReplacementOutcome,
    words: string,
    author: string,
    remedies: readonly string[],
  ): string =>
    outcome === 'granted'
      ? `Votre absence à l'épreuve ${quoted(title)} est reconnue justifiée\u00a0: vous pouvez la repasser à une épreuve de remplacement. Une convocation vous dira où et quand.\n\nMotif\u00a0: ${words}\n\n${author}`
      : `Vous ne passerez pas d'épreuve de remplacement pour ${quoted(title)}.\n\nMotif\u00a0: ${words}\n\n${author}\n\n${[lawTexts.remediesTitle, ...remedies].join('\n\n')}`,
};

/** What a prepared decision says beyond its facts, to whoever signs it. */
export function preparedInWords({ outcome, receivedOn }: AskedBeside): readonly string[] {
  const known = OUTCOMES.find((one) => one === outcome);
  const received = numericDay(Temporal.PlainDate.from(String(receivedOn)));
  return [...(known === undefined ? [] : [texts.outcomes[known]]), `${texts.received} ${received}`];
}

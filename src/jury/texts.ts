import { dayAndHour, dayInWords, decimalComma, listing, plural, quoted } from '../ui/index.ts';
import type { Jury, JuryState, Sitting } from './jury.ts';
import { recordTexts } from './recordTexts.ts';
import type { BatchSign } from './rules/batchShift.ts';
import type { CompositionFlag } from './rules/composition.ts';
import type { Obstacle } from './rules/readiness.ts';

const states: Readonly<Record<JuryState, string>> = {
  open: 'En délibération',
  closing: 'Clôture demandée',
  closed: 'Procès-verbal clos',
};

type Count<Code extends Obstacle['code']> = Extract<Obstacle, { code: Code }>;
type OfCandidates = { readonly candidates: readonly string[] };
const some = (items: readonly string[]): string =>
  items.length > 6 ? `${items.slice(0, 6).join(', ')}…` : listing(items);

/** How alike two rankings are, from so much on. */
const LIKENESS = [
  [0.7, 'forte'],
  [0.4, 'moyenne'],
  [0.2, 'faible'],
  [-0.2, 'aucune'],
] as const;

/** « 2 lignes vers le bas »; below 0, towards the top. */
function linesInWords(lines: number): string {
  return `${plural(Math.abs(lines), 'ligne', 'lignes')} vers le ${lines > 0 ? 'bas' : 'haut'}`;
}

/** `09:30` as people write it: « 9 h 30 ». */
export function hourInWords(hour: string): string {
  return hour.replace(/^0/, '').replace(':', '\u00a0h\u00a0');
}

/** Lists of juries and the page of one. */
export const texts = {
  title: 'Jurys',
  one: 'Jury',
  session: 'Session',
  filter: 'Afficher',
  count: (count: number): string => plural(count, 'jury', 'jurys'),
  standing: (closed: number, all: number): string =>
    `${plural(closed, 'procès-verbal clos', 'procès-verbaux clos')} sur ${all}`,
  empty: 'Aucun jury',
  emptyText: 'Un jury délibère sur une ou plusieurs spécialités, un jour donné, et clôt un procès-verbal.',
  own: 'Jurys dont vous êtes membre',
  ownEmpty: "Vous n'êtes membre d'aucun jury",
  ownEmptyText: 'Le chef du service ajoute les membres. Votre jury apparaîtra ici.',
  columns: { name: 'Jury', day: 'Jour', specialities: 'Spécialités', state: 'État' },
  states,
  without: (names: readonly string[]): string =>
    `${plural(names.length, "spécialité n'a pas de jury", "spécialités n'ont pas de jury")}\u00a0: ${some(names)}.`,
  words: {
    title: 'Ajouter un jury',
    change: 'Modifier ce jury',
    name: 'Nom',
    nameHint: 'Par exemple «\u00a0Métiers de la beauté\u00a0».',
    nameMissing: 'Donnez un nom au jury.',
    day: 'Jour de la délibération',
    dayMissing: 'Indiquez le jour de la délibération.',
    hour: 'Heure',
    hourHint: 'Vide\u00a0: les membres sont convoqués pour la journée.',
    place: 'Lieu',
    specialities: 'Spécialités',
    specialitiesMissing: 'Cochez au moins une spécialité.',
    noneLeft: 'Toutes les spécialités qui ont des candidats ont un jury.',
    coded: (name: string, cfd: string): string => `${name} (${cfd})`,
    counted: (name: string, candidates: number): string => `${name}, ${plural(candidates, 'candidat', 'candidats')}`,
    submit: 'Ajouter le jury',
    save: 'Enregistrer',
  },
  back: 'Tous les jurys',
  day: (on: Temporal.PlainDate): string => dayInWords(on),
  /** « lundi 1er juillet 2024, à 9 h 30, Rectorat » */
  when: ({ meetsOn, hour, place }: Pick<Jury, 'meetsOn' | 'hour' | 'place'>): string =>
    [dayInWords(meetsOn), hour === null ? '' : `à ${hourInWords(hour)}`, place]
      .filter((part) => part !== '')
      .join(', '),
  obstacles: {
    title: (count: number): string =>
      count === 0
        ? 'Le procès-verbal peut être clos'
        : `Avant de clore le procès-verbal\u00a0: ${plural(count, 'point', 'points')}`,
    none: 'Toutes les notes sont verrouillées et le jury est au complet pour délibérer.',
    sentence: {
      'no-speciality': "Le jury n'a pas de spécialité\u00a0: modifiez-le.",
      'no-candidate': "Aucun candidat n'est inscrit dans ses spécialités.",
      'before-its-day': "Le jour de la délibération n'est pas venu.",
      'no-chair': "Aucun président n'est noté présent\u00a0: ajoutez-le aux membres, puis notez sa présence.",
      'presence-unsaid': "La présence de certains membres n'est pas notée.",
      'too-few': 'Les présents sont moins nombreux que les règles ne le demandent.',
      'no-quorum': "Le nombre pour délibérer n'est pas constaté\u00a0: cochez-le avec les présences.",
      'batch-open': ({ batches }: Count<'batch-open'>, name: (cfd: string) => string): string =>
        `${plural(batches.length, "lot de notes n'est pas verrouillé", 'lots de notes ne sont pas verrouillés')}\u00a0: ${some(
          batches.map(({ speciality, unit }) => `${name(speciality)} ${unit}`),
        )}.`,
      'mark-missing': ({ candidates }: Count<'mark-missing'>): string =>
        `${plural(candidates.length, 'candidat attend une note', 'candidats attendent une note')}\u00a0: ${some(candidates)}.`,
      'coefficient-unknown': ({ units }: Count<'coefficient-unknown'>, name: (cfd: string) => string): string =>
        `${plural(units.length, 'coefficient est inconnu', 'coefficients sont inconnus')}\u00a0: ${some(
          units.map(({ speciality, unit }) => `${name(speciality)} ${unit}`),
        )}. Écrivez-les dans les règles.`,
      'out-of-number': ({ candidates }: OfCandidates): string =>
        `${plural(candidates.length, "candidat a été décidé à un moment où le jury n'était pas en nombre", "candidats ont été décidés à un moment où le jury n'était pas en nombre")}\u00a0: ${some(candidates)}. Marquez-les comme vus de nouveau, en séance.`,
      'to-examine': ({ candidates }: OfCandidates): string =>
        `${plural(candidates.length, "candidat refusé ou non jugé n'a pas été vu", "candidats refusés ou non jugés n'ont pas été vus")}\u00a0: ${some(candidates)}. Marquez chacun comme vu, ou gardez-les tels quels avec un motif.`,
      'points-stale': ({ candidates }: OfCandidates): string =>
        `Des points du jury portent sur une note qui a changé depuis\u00a0: ${some(candidates)}. Retirez-les ou redonnez-les.`,
    },
  },
  toBatches: 'Lots de notes',
  toCandidates: 'Délibérer',
  toCandidatesRead: 'Voir les candidats',
  counts: {
    candidates: 'Candidats',
    near: "À moins d'un point",
    admitted: 'Admis',
    refused: 'Refusés',
    notJudged: 'Non jugés',
    points: 'Notes relevées',
    toExamine: 'À voir',
  },
  signs: {
    title: 'Lots à relire',
    lead: "Des signes seulement\u00a0: une personne relit le lot. Rien n'est décidé par là.",
    sentence: (one: BatchSign): string => {
      if (one.sign === 'shifted')
        return `la colonne a pu être décalée de ${linesInWords(one.lines)}. Chaque note ressemble davantage à celles du candidat placé ${plural(Math.abs(one.lines), 'ligne', 'lignes')} plus ${one.lines > 0 ? 'haut' : 'bas'}.`;
      if (one.sign === 'opposite')
        return `sur ${plural(one.asIs.candidates, 'candidat', 'candidats')}, qui réussit ailleurs réussit moins bien ici.`;
      const points = `${decimalComma(Math.abs(one.points), 1)}\u00a0points`;
      return `sur ${plural(one.candidates, 'candidat', 'candidats')}, les notes sont ${points} ${one.points > 0 ? 'au-dessus' : 'au-dessous'} de celles des mêmes candidats ailleurs.`;
    },
    columns: { column: 'Colonne', candidates: 'Candidats comparés', alike: 'Ressemblance avec leurs autres notes' },
    asIs: 'Telle quelle',
    moved: (lines: number): string => `Déplacée de ${linesInWords(-lines)}`,
    alike: (alike: number): string => {
      const words = LIKENESS.find(([least]) => alike >= least)?.[1] ?? 'inverse';
      return `${words} (${decimalComma(alike, 2).replace('-', '−')})`;
    },
    scale:
      "Ressemblance 1\u00a0: les candidats se classent ici comme ailleurs\u00a0; 0\u00a0: aucun rapport\u00a0; −1\u00a0: à l'envers.",
    toBatch: 'Voir le lot',
  },
  members: {
    title: 'Membres et présence',
    none: "Aucun membre n'est nommé.",
    columns: { quality: 'Qualité', name: 'Membre', said: 'À savoir', present: 'Présence', act: 'Retirer' },
    present: 'présent',
    absent: 'absent',
    unsaid: 'non notée',
    isThere: (name: string): string => `${name} est présent`,
    there: 'Présents',
    hour: 'À partir de quelle heure',
    hourHint: "Vide\u00a0: maintenant. Un membre arrive, part ou revient\u00a0: changez sa coche, et écrivez l'heure.",
    hourExample: '10 h 40',
    hourUnreadable: "Écrivez l'heure avec des chiffres, de 0\u00a0h 00\u00a0à 23\u00a0h 59, par exemple 10 h 40.",
    sitting: 'La séance',
    sittings: { open: 'ouverte', paused: 'suspendue', ended: 'levée' } satisfies Readonly<Record<Sitting, string>>,
    moments: {
      title: 'Heures de la séance',
      columns: { at: 'Heure', sitting: 'Séance', there: 'Présents', quorum: 'En nombre' },
      yes: 'oui',
      no: 'non',
      nobody: 'personne',
      drop: 'Retirer la dernière heure',
    },
    quorum: "Le jury constate qu'il est en nombre pour délibérer.",
    quorumSource: (source: string | null, note: string | undefined): string =>
      [source === null ? 'Règle non trouvée dans les textes lus.' : `Source\u00a0: ${source}.`, note ?? '']
        .join(' ')
        .trim(),
    save: 'Enregistrer les présences',
    unseat: 'Retirer',
    account: 'a un compte',
    add: 'Ajouter un membre',
    quality: 'Qualité',
    qualityMissing: 'Choisissez la qualité du membre.',
    titleOf: 'Fonction',
    titleHint: "Par exemple «\u00a0IEN\u00a0» ou «\u00a0maître d'apprentissage\u00a0».",
    person: "Personne de l'académie",
    personHint: 'De celles qui siègent dans un jury. Elle est convoquée avec les examinateurs.',
    name: 'Ou nom et prénom',
    nameHint: "De quelqu'un qui n'est pas dans la liste\u00a0: vous le convoquez vous-même.",
    nameMissing: 'Écrivez le nom du membre, ou choisissez une personne.',
    nameTwice: 'Une personne est choisie aussi. Gardez un des deux.',
    /** As the reason of their leaving, in what they are told. */
    left: "N'est plus membre du jury.",
    otherHalf: 'compte pour une autre moitié, dans sa fiche',
    apart: (names: readonly string[]): string =>
      `lien avec ${listing(names)}\u00a0: hors de la salle pour ${names.length < 2 ? 'ce candidat' : 'ces candidats'}`,
    convene: 'Convoquer les membres et les examinateurs',
    accountOf: 'Son compte',
    accountHint:
      'De la fonction «\u00a0saisie des notes et jury\u00a0»\u00a0: il lit les pages de ce jury, sans nom de candidat. Celui du président peut confirmer la clôture.',
    submit: 'Ajouter',
    source: (source: string | null): string => (source === null ? '' : `Composition\u00a0: ${source}.`),
    halves: (teaching: number, trade: number): string =>
      `${plural(teaching, 'enseignant', 'enseignants')} et ${plural(trade, 'professionnel', 'professionnels')} nommés`,
    flags: {
      'halves-named': 'Les deux moitiés nommées ne sont pas égales.',
      'halves-present': "La parité manque parmi les présents. Le jury peut délibérer si c'est par absence.",
      'parts-of-trade': 'Employeurs et salariés ne sont pas à parts égales.',
    } satisfies Readonly<Record<CompositionFlag, string>>,
    noRules:
      "Les règles de l'examen ne disent pas qui siège au jury\u00a0: écrivez-le dans les règles, à «\u00a0Résultats\u00a0».",
  },
  closing: {
    title: 'Clore le procès-verbal',
    text: 'Une personne demande la clôture, une autre la confirme. La demande lève la séance, et plus rien du jury ne change\u00a0; une fois clos, le procès-verbal ne change que par un additif daté.',
    keep: (count: number): string =>
      count === 1
        ? 'Garder tel quel le candidat qui reste à voir'
        : `Garder tels quels les ${count} candidats qui restent à voir`,
    keepText: 'Le procès-verbal les nomme, avec ce motif.',
    later: (count: number): string =>
      `${plural(count, "lot d'épreuve de remplacement n'est pas verrouillé", "lots d'épreuves de remplacement ne sont pas verrouillés")}`,
    laterText:
      "Cela n'empêche pas la clôture. Verrouillés avant, leurs notes comptent\u00a0; sinon l'absence compte comme elle est notée, et chaque note vient par un additif une fois verrouillée.",
    without: "Clore sans ces notes d'épreuves de remplacement",
    submit: 'Demander la clôture',
    asked: (name: string, at: Temporal.Instant): string => `Clôture demandée par ${name} le ${dayAndHour(at)}.`,
    askedText: 'Un autre chef du service, ou le président du jury par son compte, la confirme.',
    yours: "Vous l'avez demandée\u00a0: une autre personne confirme.",
    confirm: 'Clore le procès-verbal',
    giveBack: 'Rendre à la délibération',
    reason: 'Motif',
    reasonMissing: 'Écrivez le motif\u00a0: il reste au journal.',
  },
  record: {
    title: 'Procès-verbal',
    none: "Ce document n'existe pas encore\u00a0: il paraît à la clôture du procès-verbal, ou d'un additif.",
    closed: (record: string, by: string, at: Temporal.Instant): string =>
      `${record}, clos par ${by} le ${dayAndHour(at)}.`,
    file: (record: string): string => `${record} (PDF)`,
    addition: (number: number): string => `Additif ${number} (PDF)`,
    sealed: (level: string): string => `avec cachet ${level}`,
    unsealed: 'sans cachet',
    printing: 'mise en page au premier téléchargement',
    digest: (sha256: string): string => `SHA-256 ${sha256}`,
    columns: { sheet: 'Document', at: 'Daté du', seal: 'Cachet' },
  },
  additions: {
    title: 'Additifs',
    drift: (count: number): string =>
      `${plural(count, 'candidat a', 'candidats ont')} aujourd'hui une note différente de celle du procès-verbal\u00a0:`,
    driftText: 'Une note corrigée après la clôture ne change le résultat que par un additif.',
    columns: { candidate: 'Candidat', kind: 'Objet', state: 'État', reason: 'Motif', act: '' },
    kinds: recordTexts.added.kinds,
    states: {
      proposed: 'À confirmer',
      kept: (number: number | null): string => `Additif ${number ?? ''}`,
      dropped: 'Retiré',
    },
    by: (asked: string, ended: string | null): string =>
      ended === null ? `demandé par ${asked}` : `demandé par ${asked}, ${ended}`,
  },
  flash: {
    ajoute: 'Jury ajouté.',
    modifie: 'Jury modifié.',
    membre: 'Membre ajouté.',
    retire: 'Membre retiré.',
    seance: 'Présences enregistrées.',
    heure: 'Dernière heure retirée.',
    gardes: 'Candidats gardés tels quels.',
    demandee: 'Clôture demandée. Une autre personne doit la confirmer.',
    reprise: 'Le jury est rendu à la délibération.',
    clos: 'Procès-verbal clos.',
    points: 'Note relevée.',
    vu: 'Candidat précédent marqué comme vu.',
    vus: 'Toute la liste est vue.',
    pointsretires: 'Points retirés.',
    propose: 'Additif proposé. Une autre personne doit le confirmer.',
    additif: 'Additif confirmé.',
    abandonne: 'Additif retiré.',
  },
  quoted,
};

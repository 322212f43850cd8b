import { dayAndHour, plural, quoted } from '../ui/index.ts';
import { LIFTED_MINUTES, type RoundName } from './marks.ts';

const rounds: Readonly<Record<RoundName, string>> = { first: 'Première saisie', second: 'Seconde saisie' };

/** The head's pages. */
export const texts = {
  title: 'Notes',
  home: 'Accueil',
  rounds,
  session: 'Session',
  speciality: 'Spécialité',
  all: 'Toutes',
  filter: 'Afficher',
  batches: (count: number): string => plural(count, 'lot', 'lots'),
  standing: (locked: number, all: number): string =>
    `${plural(locked, 'lot verrouillé', 'lots verrouillés')} sur ${all}`,
  order: "Un lot réunit les copies d'une unité et d'une spécialité, par spécialité puis par unité.",
  empty: 'Aucun lot de notes',
  emptyText:
    "Après les épreuves, ouvrez les lots\u00a0: chaque copie y reçoit un numéro d'anonymat, et deux personnes saisissent ses notes sans voir de nom.",
  open: {
    title: 'Lots à ouvrir',
    text: (count: number): string =>
      `${plural(count, "lot n'est pas ouvert", 'lots ne sont pas ouverts')}\u00a0: des candidats y passent une unité, et leurs copies n'ont pas de numéro.`,
    later: (count: number, next: Temporal.Instant): string =>
      `${plural(count, "lot s'ouvrira une fois son épreuve commencée", "lots s'ouvriront une fois leur épreuve commencée")}\u00a0: la prochaine commence le ${dayAndHour(next)}.`,
    submit: 'Ouvrir les lots',
  },
  columns: {
    batch: 'Lot',
    scripts: 'Copies',
    first: '1re saisie',
    second: '2e saisie',
    differences: 'Écarts',
    state: 'État',
  },
  choose: (name: string): string => `Choisir le lot ${quoted(name)}`,
  states: {
    unnamed: 'À attribuer',
    typing: 'En saisie',
    differs: 'Écarts à trancher',
    ready: 'À verrouiller',
    locked: 'Verrouillé',
  },
  clerks: {
    title: 'Qui saisit',
    text: "Deux personnes différentes, de la fonction «\u00a0saisie des notes et jury\u00a0». Aucune ne voit ce que l'autre saisit.",
    paper:
      "Seulement pour des fiches signées sur papier\u00a0: deux personnes différentes, de la fonction «\u00a0saisie des notes et jury\u00a0», les saisissent. Ce qu'une commission signe sur sa tablette ne se saisit pas.",
    some: 'Cochez les lots dans la liste, puis choisissez les deux personnes.',
    none: 'Personne',
    nobody:
      "Personne de l'académie n'a la fonction «\u00a0saisie des notes et jury\u00a0»\u00a0: invitez au moins deux personnes depuis la page du personnel.",
    submit: 'Attribuer',
  },
  batch: {
    back: 'Tous les lots',
    scripts: 'Copies',
    typed: (typed: number, scripts: number): string => `${typed} sur ${scripts}`,
    differences: 'Écarts',
    settled: 'Notes arrêtées',
    by: (name: string): string => `par ${name}`,
    done: (name: string, at: Temporal.Instant): string => `par ${name}, terminée le ${dayAndHour(at)}`,
    unnamed: 'à attribuer',
    notCompared: 'après les deux saisies',
    absences: 'Absences (A ou J)',
    pointed: ({ absent, told }: { readonly absent: number; readonly told: number }, marked: number | null): string => {
      if (told === 0) return 'pas de pointage des centres';
      const said = `${plural(absent, 'absent pointé', 'absents pointés')} dans les centres`;
      return marked === null || marked === absent ? said : `${said}\u00a0: à comparer, rien n'en dépend`;
    },
    lockedOn: (at: Temporal.Instant): string =>
      `Lot verrouillé le ${dayAndHour(at)}. Une note ne change plus que par une correction datée.`,
    marks: 'Notes arrêtées, par numéro',
    number: 'Numéro',
    mark: 'Note',
  },
  list: {
    title: 'Liste des candidats',
    changed: (count: number): string =>
      `${plural(count, 'candidat a changé', 'candidats ont changé')} depuis l'ouverture du lot\u00a0: inscription reprise, retirée ou annulée, place donnée ou retirée au plan publié. Qui arrive reçoit un numéro\u00a0; qui part garde le sien, hors du lot.`,
    submit: 'Mettre la liste à jour',
  },
  gaps: {
    title: (count: number): string =>
      `${plural(count, "candidat n'a pas de copie", "candidats n'ont pas de copie")} dans ce lot`,
    text: "Le lot réunit qui passe l'unité et a une place au plan publié. S'ils ont composé, ajoutez-les ci-dessous avec un motif\u00a0: sans copie, leur note manquera au jury.",
    unseated: "passe l'unité, sans place au plan publié",
    came: 'pointé présent dans un centre',
    gone: (count: number): string =>
      `${plural(count, 'place du plan est vide', 'places du plan sont vides')}\u00a0: ces candidats ne passent plus l'unité (inscription retirée, annulée ou changée).`,
    more: (count: number): string => `Et ${plural(count, 'autre', 'autres')}.`,
  },
  added: {
    title: 'Ajouter un candidat au lot',
    text: "Pour qui a composé sans place au plan publié. Il reçoit un numéro d'anonymat, et une saisie terminée se rouvre pour lui.",
    number: "Numéro d'inscription du candidat",
    hint: 'Il est sur sa convocation et à son dossier.',
    missing: "Écrivez le numéro d'inscription du candidat.",
    wrong: "Ce numéro d'inscription n'existe pas\u00a0: relisez-le sur la convocation ou au dossier.",
    submit: 'Ajouter au lot',
  },
  boards: {
    byName: '(par nom)',
    candidate: 'Candidat',
    title: 'Commissions',
    text: 'Cette épreuve est notée par nom. Au verrou, la note arrêtée par deux membres est reprise\u00a0; jusque-là, vous lisez seulement où en est chaque commission.',
    nowhere: "Aucun de ces candidats n'a de place devant une commission du plan publié.",
    columns: {
      board: 'Commission',
      candidates: 'Candidats',
      agreed: 'Arrêtées',
      single: "Signées d'un seul",
      open: 'À revoir',
      left: 'À noter',
    },
    single: (count: number): string =>
      plural(count, "fiche est signée d'une seule personne", "fiches sont signées d'une seule personne"),
    singleText:
      "Un collègue absent n'annule pas l'épreuve\u00a0: si personne d'autre ne peut donner son accord, lisez la fiche et contresignez-la.",
    barred: (count: number): string =>
      `${plural(count, "candidat n'a pas pu passer", "candidats n'ont pas pu passer")} selon la commission`,
    barredText:
      "Aucun texte ne dit ce que cela vaut. Lisez l'appréciation, décidez, puis faites saisir deux fois ce qui est retenu\u00a0: une absence, ou une note.",
    late: (count: number): string =>
      plural(count, 'fiche est arrivée après le verrou', 'fiches sont arrivées après le verrou'),
    lateText:
      'Elles sont gardées, et ne changent rien seules. Ouvrez chacune\u00a0: reprenez sa note, ou gardez celle du lot, avec le motif.',
    lateColumns: {
      name: 'Candidat',
      number: 'Numéro',
      stands: 'Note du lot',
      said: 'Note de la fiche',
      signed: 'Signée',
    },
    lateInList: (count: number): string => `${plural(count, 'fiche arrivée', 'fiches arrivées')} après`,
    home: (count: number): string =>
      `${plural(count, 'fiche de commission arrivée', 'fiches de commission arrivées')} après le verrou des notes`,
    homeSee: 'Lire les fiches',
    none: 'aucune',
    agreed: 'de deux personnes',
    alone: "d'une seule personne",
    see: 'Lire la fiche',
    sheet: {
      title: (name: string): string => `Fiche de ${name}`,
      filled: (name: string, at: Temporal.Instant): string => `Remplie et signée par ${name}, le ${dayAndHour(at)}.`,
      agrees: (name: string): string => `Accord\u00a0: ${name}`,
      disagrees: (name: string): string => `Désaccord\u00a0: ${name}`,
      criterion: 'Critère',
      given: 'Donné',
      mark: 'Note',
      words: 'Appréciation',
      older: "La grille a changé depuis\u00a0: les critères de la fiche ne sont plus ceux d'aujourd'hui.",
      countersign: 'Contresigner',
      late: 'Cette fiche est arrivée après le verrou',
      lateText: (stands: string, said: string): string =>
        `Note du lot\u00a0: ${stands === '' ? 'aucune' : stands}. Note de la fiche\u00a0: ${said === '' ? 'aucune' : said}.`,
      decision: 'Que faites-vous de cette fiche\u00a0?',
      decisions: { reprendre: 'Reprendre sa note', garder: 'Garder la note du lot' },
      decisionMissing: 'Dites ce que vous faites de la fiche.',
      decide: 'Enregistrer',
      text: 'Vous signez cette note à côté du seul membre présent. Le motif reste sur la fiche.',
    },
  },
  differences: {
    title: 'Écarts entre les deux saisies',
    see: 'Trancher les écarts',
    lead: "Pour chaque numéro, reprenez la copie et écrivez la note qu'elle porte. Laissez vide ce que vous n'avez pas relu.",
    none: 'Aucun écart',
    noneText: 'Les deux saisies disent la même chose, ou ne sont pas terminées.',
    two: (first: string, second: string): string => `${first} puis ${second}`,
    hint: 'Première saisie, puis seconde',
    submit: 'Arrêter ces notes',
  },
  lock: {
    title: 'Verrou',
    text: 'Toutes les notes du lot seront arrêtées. Ensuite, une note ne change que par une correction datée, avec son motif.',
    submit: 'Verrouiller le lot',
  },
  reopen: {
    title: (round: RoundName): string =>
      round === 'first' ? 'Rouvrir la première saisie' : 'Rouvrir la seconde saisie',
    text: 'La personne qui la saisit pourra la reprendre. Les écarts déjà tranchés le restent, sauf sur ce qui change.',
  },
  unlock: {
    title: 'Déverrouiller',
    text: 'Pour reprendre un lot entier, par exemple une colonne décalée. Pour une seule note, faites plutôt une correction.',
    submit: 'Déverrouiller le lot',
    closed: (record: string): string =>
      `Le jury a clos son procès-verbal sur ces notes (${record})\u00a0: le lot ne se déverrouille plus. Une note corrigée ici ne change le résultat que par un additif daté, depuis la page du jury.`,
  },
  correction: {
    title: 'Corriger une note',
    text: "L'ancienne note reste au lot et au journal, avec la date, votre nom et le motif.",
    number: 'Numéro de la copie',
    example: '482 917 R',
    wrongNumber: "Ce numéro n'existe pas\u00a0: relisez ses six chiffres et sa lettre sur la copie.",
    numberMissing: 'Écrivez le numéro de la copie.',
    mark: 'Note de la copie',
    markMissing: 'Écrivez la note que porte la copie.',
    submit: 'Corriger',
  },
  lift: {
    title: 'Anonymat',
    text: `La table des numéros et des noms s'ouvre à vous seul, pendant ${LIFTED_MINUTES} minutes\u00a0: pour coller les étiquettes, ou pour une vérification. Chaque ouverture est au journal.`,
    submit: "Lever l'anonymat",
    page: "Table d'anonymat",
    until: (reason: string): string =>
      `Motif noté au journal\u00a0: ${quoted(reason)}. Cette page se ferme ${LIFTED_MINUTES} minutes après la demande.`,
    columns: { name: 'Candidat', enrolment: 'Inscription', number: 'Numéro', mark: 'Note' },
  },
  later: {
    title: 'Écarts tranchés et corrections',
    columns: { at: 'Quand', number: 'Numéro', mark: 'Note', by: 'Par', reason: 'Motif' },
    sorts: { decided: 'écart', corrected: 'correction' },
  },
  reason: 'Motif',
  reasonMissing: 'Écrivez le motif\u00a0: il reste au journal.',
  flash: {
    ouverts: 'Lots ouverts.',
    attribues: 'Lots attribués.',
    liste: 'Liste à jour. Si une saisie était terminée, rouvrez-la pour les nouveaux numéros.',
    ajoute: 'Candidat ajouté au lot. Si une saisie était terminée, rouvrez-la pour son numéro.',
    rouverte: 'Saisie rouverte.',
    tranches: 'Notes arrêtées.',
    verrouille: 'Lot verrouillé.',
    deverrouille: 'Lot déverrouillé.',
    corrigee: 'Note corrigée.',
    contresignee: 'Fiche contresignée.',
    enregistrees: 'Notes enregistrées.',
    inchangees: "Rien n'avait changé.",
    terminee: 'Saisie terminée. Merci.',
    importees: 'Notes du fichier enregistrées.',
  },
};

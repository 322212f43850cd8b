import { plural } from '../../platform/french/french.ts';
import { SMALL } from '../../statistics/index.ts';
import { briefDay, dayAndMonth, decimalComma, exactInstant, wholeNumber } from '../../ui/index.ts';
import { MEASURED } from './rules/pace.ts';

const gap = (count: number, before: number): string =>
  count === before ? 'autant' : `${wholeNumber(Math.abs(count - before))} de ${count > before ? 'plus' : 'moins'}`;

/** No-break spaces are written `\u00a0`. */
export const dashboardTexts = {
  title: 'Tableau de bord',
  lead: 'Imprimée, la page tient sur une feuille, sans ce qui est replié.',
  place: (academy: string, session: string): string => `Académie de ${academy}\u00a0: ${session}`,
  counted: (at: Temporal.Instant): string => `compté le ${exactInstant(at)}`,
  others: (count: number): string => plural(count, 'autre ligne', 'autres lignes'),
  rest: (caption: string): string => `${caption}, suite`,
  none: "Personne n'est encore inscrit",
  noneText: (opens: string): string =>
    `Les chiffres viennent avec la première inscription. Le registre ouvre le ${opens}.`,
  answers: {
    compared: (gap: string, before: number, session: string, until: Temporal.PlainDate | null): string =>
      `${gap} qu'à la session précédente\u00a0: ${wholeNumber(before)} ${until === null ? 'en tout' : `le ${briefDay(until)}, après autant de jours d'inscription`}\u00a0; ${session}`,
    complete: 'Complets',
    completeOf: (part: number | null, running: number): string =>
      `${part === null ? 'sur' : `${Math.round(100 * part)}\u00a0% de`} ${plural(running, 'dossier en cours', 'dossiers en cours')}, sans retirés, écartés ni annulés`,
    risk: 'Incomplets',
    noRisk: "personne ne risque l'annulation",
    riskOf: "risquent l'annulation si plus rien ne vient",
    waiting: 'Pièces à contrôler',
    oldest: (day: Temporal.PlainDate): string => `la plus ancienne depuis le ${briefDay(day)}`,
    end: 'Fin du contrôle',
    ended: "Rien n'attend",
    never: '>\u00a01\u00a0an',
    day: briefDay,
    pace: (last: string, pace: number): string =>
      `la dernière file, ${last === '' ? 'sans groupe' : last}, à son rythme\u00a0; en tout ${decimalComma(Math.round(pace * 10) / 10)} décisions par jour, sur ${MEASURED} jours ouvrés`,
    messages: 'Messages sans réponse',
  },
  registered: {
    title: 'Inscriptions',
    count: 'Inscrits',
    noBefore: "La session précédente n'est pas dans Registre\u00a0: rien à quoi comparer.",
    gap,
    signed: (count: number, before: number): string =>
      count === before ? '=' : `${count > before ? '+' : '−'}${wholeNumber(Math.abs(count - before))}`,
    column: 'Spécialité',
    before: 'Session précédente',
    gapColumn: 'Écart',
    incomplete: 'Il leur manque une pièce',
    lacking: 'Incomplets',
    unknown: 'Sans spécialité',
    total: 'Ensemble',
    bySpeciality: 'Par spécialité, les plus nombreuses',
    everySpeciality: 'Par spécialité, toutes',
    allSpecialities: (count: number): string => `Les ${count} spécialités`,
    comparedAs: "L'écart est avec la session précédente, après autant de jours d'inscription.",
    byDay: (someLeftOut: boolean): string =>
      `Par jour${someLeftOut ? `\u00a0; les jours de moins de ${SMALL} inscrits ne sont pas dessinés` : ''}`,
    dayCaption: 'Inscrits par jour',
    dayChart: (most: string): string =>
      `Inscrits par jour depuis l'ouverture, ${most} au plus. Les chiffres sont dans le tableau qui suit.`,
    dayTwin: 'Les chiffres par jour et par heure',
    dayColumns: ['Jour', 'Inscrits', 'Session précédente, même jour depuis son ouverture'],
    byHour: (day: string): string => `Par heure, le ${day}`,
    hourChart: (day: string): string =>
      `Inscrits par heure le ${day}\u00a0: les chiffres sont dans le tableau qui suit.`,
    hourColumns: ['Heure', 'Inscrits'],
    hour: (hour: number): string => `de ${hour} h à ${hour + 1} h`,
    axis: ['0 h', '5 h', '10 h', '15 h', '20 h'],
    day: dayAndMonth,
  },
  funnel: {
    title: 'De la première page au dossier complet',
    chart: 'Part des inscriptions commencées\u00a0: les chiffres sont dans le tableau qui suit.',
    steps: {
      begun: 'Commencées',
      registered: 'Enregistrées',
      signed: 'Signées',
      complete: 'Complètes',
    },
    states: 'Chaque état et sa liste',
    columns: ['Où elles en sont', 'Dossiers'],
    drafts: 'Commencées, jamais enregistrées\u00a0: lues pour aider leur candidat, et dans aucune liste',
    left: 'Signées et complètes\u00a0: sans les dossiers sous réserve, retirés, écartés ou annulés.',
  },
  waiting: {
    title: 'Ce qui attend le bureau',
    loads: 'Rythme, répartition et messages',
    lead: (working: number): string =>
      `Rythme\u00a0: décisions par jour ouvré, sur les ${working} derniers. À répartir\u00a0: ce que chaque groupe donnerait ou prendrait pour que tous finissent le même jour.`,
    columns: ['Groupe', 'À contrôler', 'Plus de 15 j', 'La plus ancienne', 'Fini le'],
    loadColumns: ['Groupe', 'Plus de 7 j', 'Rythme', 'À répartir', 'Messages sans réponse'],
    group: (code: string): string => (code === '' ? 'Aucun' : code),
    all: 'Ensemble',
    since: briefDay,
    nothing: '–',
    pace: (pace: number): string => decimalComma(Math.round(pace * 10) / 10),
    finish: (day: Temporal.PlainDate | null): string => (day === null ? '>\u00a01\u00a0an' : briefDay(day)),
    share: (pieces: number): string =>
      pieces === 0 ? '–' : pieces > 0 ? `en donner ${wholeNumber(pieces)}` : `en prendre ${wholeNumber(-pieces)}`,
    none: "Aucune pièce n'attend, et aucun message.",
    handOver: 'Confier des dossiers à un collègue',
  },
  refusals: {
    title: 'Pourquoi les pièces sont refusées',
    lead: (total: number, most: number): string =>
      total >= most
        ? `Les ${wholeNumber(most)} derniers refus. Un refus peut avoir plusieurs raisons.`
        : `${plural(total, 'refus', 'refus')}. Un refus peut avoir plusieurs raisons.`,
    columns: ['Raison, et la pièce', 'Refus'],
    own: 'Dans les mots du gestionnaire',
    none: "Aucune pièce n'a été refusée.",
    list: {
      title: 'Pièces refusées',
      count: (count: number): string => plural(count, 'refus', 'refus'),
      columns: [
        { label: 'Numéro', narrow: true },
        'Candidat',
        { label: 'Refusée le', narrow: true },
        'Ce que le candidat lit',
      ],
      see: (day: string): string => `${day}, voir la pièce`,
      none: 'Aucun refus pour cette raison',
      noneText: "Il a été repris depuis, ou d'autres plus récents ont pris sa place parmi ceux qui sont comptés.",
    },
  },
  risk: {
    title: "Ce qui risque d'être annulé",
    lead: (incomplete: number, running: number): string =>
      `Si plus rien ne venait, ${plural(incomplete, 'dossier serait incomplet', 'dossiers seraient incomplets')} à la clôture, sur ${wholeNumber(running)} en cours`,
    amongThem: ', dont ',
    unsigned: (count: number): string => plural(count, "n'est pas signé", 'ne sont pas signés'),
    columns: ['Ce qui manque', 'Dossiers'],
    none: 'Il ne manque rien à personne.',
    see: 'Les voir tous',
    closing: 'Clôture',
    closingLists: ' ne liste que ceux dont le délai pour corriger est fini\u00a0: on les y invite à compléter.',
  },
  reminders: {
    title: "Les relances, et ce qu'elles ont apporté",
    columns: ['Relance', 'Partie le', 'Envoyées', 'Ouvertes', 'Plus rien à donner'],
    none: "Aucune relance n'est encore partie.",
    whole: (whole: number, sent: number): string =>
      sent < SMALL ? wholeNumber(whole) : `${wholeNumber(whole)} (${Math.round((100 * whole) / sent)}\u00a0%)`,
    see: 'Voir les relances et leur preuve',
    note: 'Une pièce donnée et pas encore contrôlée ne manque plus.',
  },
  files: 'Les inscriptions par spécialité, en fichier',
  other: 'Une autre session',
  forOffice: 'Pour le bureau, tous les nombres',
  forOthers: 'Pour diffusion, sans les petits nombres',
  protection: `Dans un fichier pour diffusion, un nombre de 1 à ${SMALL - 1} personnes est caché, et d'autres avec lui, pour qu'aucun ne se retrouve par différence.`,
  fileName: (session: string, day: string, others: boolean): string =>
    `tableau-de-bord-${session}-${day}${others ? '-diffusion' : ''}`,
  code: 'CFD',
  measured: MEASURED,
} as const;

import { capital, listing, plural } from '../../platform/french/french.ts';
import { SMALL } from '../../statistics/index.ts';
import { dayAndMonth, dayInWords, decimalComma, wholeNumber } from '../../ui/index.ts';
import { MEASURED } from './rules/pace.ts';

const gap = (count: number, before: number): string =>
  count === before ? 'autant' : `${wholeNumber(Math.abs(count - before))} de ${count > before ? 'plus' : 'moins'}`;

/** No-break spaces are written `\u00a0`. */
export const dashboardTexts = {
  title: 'Tableau de bord',
  lead: "Où en est la session, compté à l'instant. Chaque chiffre mène à sa liste, et chaque liste à ce qui se fait pour tous.",
  home: 'Ce qui attend',
  session: 'Session',
  print: "Pour le recteur\u00a0: imprimez cette page. Les boutons et les liens n'y paraissent pas.",
  none: "Personne n'est encore inscrit",
  noneText: (opens: string): string =>
    `Les chiffres viennent avec la première inscription. Le registre ouvre le ${opens}.`,
  registered: {
    title: 'Inscriptions',
    count: 'Inscrits',
    beforeOn: (session: string, day: Temporal.PlainDate): string =>
      `${capital(session)}, au soir du ${dayInWords(day)}, après autant de jours d'ouverture`,
    beforeWhole: (session: string): string => `${capital(session)}, en tout`,
    noBefore: "La session précédente n'est pas dans Registre\u00a0: rien à quoi comparer.",
    gap,
    column: 'Spécialité',
    before: 'Session précédente',
    gapColumn: 'Écart',
    incomplete: 'Il leur manque une pièce',
    unknown: 'Sans spécialité',
    total: 'Ensemble',
    bySpeciality: 'Par spécialité',
    chart: 'Inscrits par spécialité\u00a0: les chiffres sont dans le tableau qui suit.',
    few: `Une spécialité de moins de ${SMALL} inscrits n'est pas dessinée\u00a0; le tableau les a toutes.`,
    byDay: 'Par jour',
    dayChart: (most: string): string =>
      `Inscrits par jour depuis l'ouverture, ${most} au plus. Les chiffres sont dans le tableau qui suit.`,
    dayTwin: 'Les chiffres, jour par jour',
    dayColumns: ['Jour', 'Inscrits', 'Session précédente, même jour depuis son ouverture'],
    byHour: (day: string): string => `Par heure, le ${day}`,
    hourChart: (day: string): string =>
      `Inscrits par heure le ${day}\u00a0: les chiffres sont dans le tableau qui suit.`,
    hourTwin: 'Les chiffres, heure par heure',
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
    of: (count: number): string => wholeNumber(count),
    columns: ['Où elles en sont', 'Dossiers'],
    drafts: 'Commencées, jamais enregistrées\u00a0: personne au bureau ne les lit',
    left: 'Signées et complètes ne comptent que les dossiers en cours, sans ceux qui sont sous réserve, retirés, écartés ou annulés.',
  },
  waiting: {
    title: 'Ce qui attend le bureau',
    lead: (working: number): string =>
      `Pièces remises, à contrôler, par groupe de spécialités. Rythme\u00a0: décisions par jour ouvré, sur les ${working} derniers. À répartir\u00a0: ce que chaque groupe donnerait ou prendrait pour que tous finissent le même jour.`,
    columns: [
      'Groupe',
      'À contrôler',
      'Plus de 7 jours',
      'Plus de 15 jours',
      'La plus ancienne',
      'Rythme',
      'Fini le',
      'À répartir',
      'Messages sans réponse',
    ],
    group: (code: string): string => (code === '' ? "D'aucun groupe" : `Groupe ${code}`),
    all: 'Ensemble',
    since: (at: Temporal.PlainDate): string => `depuis le ${dayAndMonth(at)}`,
    nothing: '–',
    pace: (pace: number): string => decimalComma(Math.round(pace * 10) / 10),
    finish: (day: Temporal.PlainDate | null): string =>
      day === null ? 'à ce rythme, pas avant un an' : dayAndMonth(day),
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
    columns: ['Raison', 'Pièce', 'Refus'],
    own: 'Dans les mots du gestionnaire',
    none: "Aucune pièce n'a été refusée.",
  },
  risk: {
    title: "Ce qui risque d'être annulé",
    lead: (incomplete: number, running: number, unsigned: number): string =>
      `Si plus rien ne venait, ${plural(incomplete, 'dossier serait incomplet', 'dossiers seraient incomplets')} à la clôture, sur ${wholeNumber(running)} en cours, dont ${plural(unsigned, "n'est pas signé", 'ne sont pas signés')}.`,
    columns: ['Ce qui manque', 'Dossiers'],
    none: 'Il ne manque rien à personne.',
    invite: 'Les voir tous et les inviter à compléter',
  },
  reminders: {
    title: "Les relances, et ce qu'elles ont apporté",
    columns: ['Relance', 'Partie le', 'Envoyées', 'Ouvertes', "N'ont plus rien à donner"],
    none: "Aucune relance n'est encore partie.",
    whole: (whole: number, sent: number): string =>
      sent < SMALL ? wholeNumber(whole) : `${wholeNumber(whole)} (${Math.round((100 * whole) / sent)}\u00a0%)`,
    see: 'Voir les relances et leur preuve',
    note: 'Une pièce donnée et pas encore contrôlée ne manque plus.',
  },
  files: 'Télécharger les inscriptions par spécialité',
  forOffice: 'Pour le bureau, tous les nombres',
  forOthers: 'Pour diffusion, sans les petits nombres',
  protection: `Dans un fichier pour diffusion, un nombre de 1 à ${SMALL - 1} personnes est caché, et d'autres avec lui, pour qu'aucun ne se retrouve par différence.`,
  fileName: (session: string, day: string, others: boolean): string =>
    `tableau-de-bord-${session}-${day}${others ? '-diffusion' : ''}`,
  code: 'CFD',
  measured: MEASURED,
  listing,
} as const;

import { capital } from '../../platform/french/french.ts';
import { listing } from '../../ui/index.ts';

/** The front page. */
export const front = {
  title: (exams: string): string => `S'inscrire au ${exams}`,
  kicker: (academy: string | null): string =>
    academy === null ? 'Candidats individuels' : `Candidats individuels, ${academy}`,
  description: (exams: string): string =>
    `Inscription au ${exams} des candidats individuels\u00a0: dates, papiers à préparer, création du compte, suivi de l'inscription.`,
  lead: "Pour les candidats ayant présenté l'examen à une session précédente et les candidats de l'enseignement à distance.",
  leadOfAll: "Pour les candidats qui s'inscrivent seuls, sans passer par un établissement.",
  tried: 'Pour essayer le site, une session de démonstration\u00a0:',
  session: (label: string, demonstration: boolean): string =>
    `${capital(label)}${demonstration ? ' (démonstration)' : ''}`,
  open: (session: string): string => `${session}\u00a0: les inscriptions sont ouvertes`,
  coming: (session: string): string => `${session}\u00a0: les inscriptions ne sont pas encore ouvertes`,
  closed: (session: string): string => `${session}\u00a0: les inscriptions sont closes`,
  closesIn: (distance: string): string => `Clôture ${distance}.`,
  opensIn: (distance: string): string => `Ouverture ${distance}.`,
  advice: "Il est vivement conseillé de ne pas attendre les derniers jours pour s'inscrire.",
  lastHours:
    'Enregistrez votre inscription et déposez votre confirmation signée avant cette heure. Après, le site ne les acceptera plus.',
  comingAdvice:
    "Vous pouvez créer votre compte dès maintenant. L'inscription elle-même commencera à l'ouverture, et rien ne presse\u00a0: l'ordre d'arrivée ne compte pas.",
  closedOn: (closing: string, distance: string): string =>
    `Le registre a fermé le ${closing}, ${distance}. Aucune nouvelle inscription n'est acceptée pour cette session.`,
  closedEnrolled: 'Vous êtes inscrit\u00a0? Connectez-vous pour suivre vos pièces et vos documents.',
  closedMissed:
    "Vous n'êtes pas inscrit\u00a0? Les dates de la prochaine session seront affichées ici. Votre gestionnaire peut déjà vous renseigner.",
  none: "Aucune inscription n'est ouverte en ce moment",
  noneText:
    'Les dates de la prochaine session ne sont pas encore connues. Elles seront affichées ici et au calendrier.',
  signUp: "S'inscrire",
  resume: 'Reprendre mon inscription',
  createAccount: 'Créer mon compte',
  signIn: 'Me connecter',
  follow: 'Suivre mon inscription',
  findOfficer: 'Trouver mon gestionnaire',
  calendar: 'Toutes les dates de la session',
  conditions: (exam: string | null): string =>
    exam === null ? "Conditions d'inscription" : `Conditions d'inscription, ${exam}`,
  simulate: 'Vérifier ma situation en deux minutes, sans compte',
  conditionsText:
    'Trois conditions à la fois\u00a0: votre parcours de formation, votre activité professionnelle, votre domicile.',
  conditionsOther: 'Vous êtes dans une de ces situations\u00a0:',
  conditionsHome: (academy: string, departments: readonly string[]): string =>
    `Domicile dans ${academy}\u00a0: ${listing(departments, 'ou')}.`,
  conditionsSummary: 'Lire les conditions de la notice',
  before: 'Avant de commencer',
  leads: {
    howTo:
      'Les deux phases, les papiers à préparer, et ce qui rend une inscription définitive\u00a0: enregistrer ne suffit pas.',
    simulate: "Les conditions d'inscription, appliquées à vous.",
    officer:
      "Chaque spécialité a le sien au rectorat\u00a0: il répond par téléphone et par mail, aussi à qui n'a pas internet.",
    help: 'Faire un PDF ou une photo, déposer ses pièces, lire leur statut.',
  },
  helpPage: "Consulter l'aide",
} as const;

/** Notice, « Conditions d'inscription », with its « ou » and « et » set apart. */
export const conditions = {
  path: 'Votre parcours, une de ces deux situations\u00a0:',
  paths: [
    "avoir déjà subi l'ensemble des épreuves du diplôme à une session antérieure, après avoir suivi les deux années de formation en centre\u00a0;",
    "ou être candidat de l'enseignement à distance.",
  ],
  work: 'Votre activité professionnelle, dans un emploi en rapport avec la finalité du diplôme\u00a0:',
  works: [
    'cinq années, sans condition de diplôme\u00a0;',
    'ou deux années, si vous possédez un diplôme ou titre de niveau 3\u00a0ou supérieur, figurant sur la liste de la spécialité\u00a0;',
    'ou de six mois à un an, si vous avez un baccalauréat professionnel du même secteur.',
  ],
  home: (departments: readonly string[]): string =>
    `Votre domicile, dans un de ces départements\u00a0: ${listing(departments, 'ou')}.`,
  majority: (age: number): string =>
    `Sans préparation, il faut avoir ${age}\u00a0ans au plus tard l'année de l'examen.`,
  service: (age: number): string =>
    `Les Français de moins de ${age}\u00a0ans doivent aussi être en règle avec le service national (recensement, journée défense et citoyenneté).`,
  checked:
    "L'inscription vous dit, étape par étape, si ces conditions sont remplies. En cas de doute, le gestionnaire juge.",
} as const;

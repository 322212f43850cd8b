import { listing } from '../../ui/index.ts';
import { capital } from './words.ts';

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
  steps: "Comment s'inscrire",
  stepsText: 'La procédure comporte deux phases. Comptez environ 25\u00a0minutes en tout.',
  phases: [
    {
      title: 'La création de votre compte candidat',
      text: 'Votre état civil, votre adresse mail, un mot de passe. Un mail vous demande ensuite de confirmer votre adresse.',
    },
    {
      title: "L'inscription à l'examen",
      text: 'Six étapes. Chacune est enregistrée\u00a0: vous pouvez vous arrêter et reprendre plus tard, aussi sur un téléphone.',
    },
  ],
  papers: 'Ce que vous devez avoir sous la main',
  papersList: [
    "votre pièce d'identité",
    'une adresse mail qui fonctionne\u00a0: elle sera votre identifiant',
    "vos relevés de notes, si vous avez déjà présenté l'examen",
    'votre certificat de formation, si vous suivez un enseignement à distance',
  ],
  papersOfPractice: ['vos diplômes', "vos certificats de travail, ou les dates et l'employeur de chaque emploi"],
  papersText:
    "La liste exacte de vos pièces est calculée à la fin de l'inscription. Vous les déposez ensuite, en PDF ou en photo.",
  papersHelp: 'Faire un PDF ou une photo avec un téléphone',
  final: 'Votre inscription sera définitive quand…',
  finalList: [
    'votre dossier est enregistré, et porte un numéro\u00a0;',
    'votre confirmation, datée et signée, est déposée\u00a0;',
    'vos pièces justificatives sont déposées\u00a0;',
    'le gestionnaire les a contrôlées\u00a0: elles sont conformes.',
  ],
  finalText:
    'Enregistrer ne suffit donc pas. Les trois premières choses se font avant la clôture\u00a0: après, un dossier incomplet peut être annulé, par une décision écrite que vous pouvez contester.',
  conditions: (exam: string | null): string =>
    exam === null ? "Conditions d'inscription" : `Conditions d'inscription, ${exam}`,
  simulate: 'Vérifier ma situation en deux minutes, sans compte',
  conditionsText:
    'Trois conditions à la fois\u00a0: votre parcours de formation, votre activité professionnelle, votre domicile.',
  conditionsOther: 'Vous êtes dans une de ces situations\u00a0:',
  conditionsHome: (academy: string, departments: readonly string[]): string =>
    `Domicile dans ${academy}\u00a0: ${listing(departments, 'ou')}.`,
  conditionsSummary: 'Lire les conditions de la notice',
  help: 'Se faire aider',
  helpPhone:
    'Chaque spécialité a son gestionnaire au rectorat. Il répond par téléphone et par mail. Cherchez-le par votre métier.',
  helpOther:
    "Vous n'avez pas internet, ou le formulaire vous pose problème\u00a0? Appelez votre gestionnaire avant la clôture\u00a0: il vous dira comment faire. Un proche ou une mission locale peut aussi vous aider à le remplir.",
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

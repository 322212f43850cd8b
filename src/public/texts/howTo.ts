/** The page that says how one enrols: the phases, the papers, when it is definitive, who may. */
export const howTo = {
  title: "Comment s'inscrire",
  lead: 'La procédure comporte deux phases. Comptez environ 25\u00a0minutes en tout.',
  description: (exams: string): string =>
    `Comment s'inscrire au ${exams}\u00a0: les deux phases, les papiers à préparer, quand l'inscription est définitive, qui peut s'inscrire.`,
  steps: 'Les deux phases',
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
  help: 'Se faire aider',
  helpText:
    "Vous n'avez pas internet, ou le formulaire vous pose problème\u00a0? Appelez votre gestionnaire avant la clôture\u00a0: il vous dira comment faire. Un proche ou une mission locale peut aussi vous aider à le remplir.",
} as const;

import { enrolmentTexts } from '../../enrolment/index.ts';
import { plural } from '../../ui/index.ts';

/** What the sentence of a result is made of; `enough`: the average by itself would do. */
type Judged = {
  readonly average: string | null;
  readonly from: number;
  readonly absence: string;
  readonly enough: boolean;
};

export const simulator = {
  title: "Puis-je m'inscrire\u00a0?",
  description:
    "Une dizaine de questions, sans compte\u00a0: vos conditions d'inscription à l'examen, vos pièces et vos dates.",
  lead: 'Répondez à une dizaine de questions\u00a0: vous saurez si vous remplissez les conditions, quelles pièces préparer et pour quand.',
  points: [
    "Sans compte. Rien de ce que vous répondez n'est conservé.",
    '«\u00a0Je ne sais pas\u00a0» est une réponse\u00a0: le résultat dit alors ce que le rectorat vérifiera.',
    "Le résultat s'imprime, et peut remplir d'avance votre inscription.",
    "Ce n'est pas une décision\u00a0: seul le rectorat décide, sur vos pièces.",
  ],
  start: 'Commencer',
  averageLink: 'Calculer une moyenne',
  averageText: "Vous avez déjà des notes\u00a0? Voyez ce qui compte, et ce qu'il reste à obtenir.",
  noSession: "Aucune session n'est ouverte ou annoncée\u00a0: le simulateur reviendra avec la prochaine.",
  progress: (position: number, total: number): string => `Question ${position} sur ${total}`,
  documentTitle: (question: string, position: number, total: number): string =>
    `${question} Question ${position} sur ${total}, simulateur`,
  next: 'Continuer',
  back: 'Question précédente',
  restart: 'Recommencer',
  unknown: 'Je ne sais pas',
  chooseOne: 'Choisissez une réponse.',
  minor: (age: number, day: string): string => `Moins de ${age} ans le ${day}`,
  missing: 'Choisissez une réponse, ou «\u00a0Je ne sais pas\u00a0».',
  elsewhere: 'Ailleurs',
  from: 'Du',
  to: 'Au',
  toHint: 'Laissez vide si vous y travaillez encore.',
  job: (row: number): string => `Emploi ${row}`,
  addJob: 'Ajouter un emploi',
  hoursHint: 'Laissez vide si vous ne savez pas.',
  questions: {
    examen: { label: 'Quel examen voulez-vous présenter\u00a0?', help: null },
    academie: { label: 'Dans quelle académie habitez-vous\u00a0?', help: "C'est elle qui vous inscrit." },
    specialite: {
      label: 'Quelle spécialité voulez-vous présenter\u00a0?',
      help: 'Vous ne la connaissez que par le métier\u00a0? La page des spécialités la trouve.',
    },
    candidature: { label: 'Quelle est votre situation\u00a0?', help: null },
    epreuves: {
      label: "Aviez-vous passé toutes les épreuves de l'examen\u00a0?",
      help: 'À une session précédente, en une fois ou en plusieurs.',
    },
    centre: { label: 'Aviez-vous suivi les deux années de formation dans un centre\u00a0?', help: null },
    dejaPresente: {
      label: 'Avez-vous déjà présenté cet examen à une session précédente\u00a0?',
      help: 'Vous gardez alors la même forme de passage.',
    },
    formePrecedente: {
      label: "Sous quelle forme aviez-vous passé l'examen\u00a0?",
      help: 'Vous gardez cette forme. Elle est écrite sur votre relevé de notes.',
    },
    heures: { label: "Combien d'heures de formation avez-vous, en tout\u00a0?", help: null },
    diplome: { label: 'Avez-vous un diplôme qui raccourcit la durée de travail demandée\u00a0?', help: null },
    contrat: {
      label: "Après ce diplôme, avez-vous eu un contrat d'apprentissage ou de professionnalisation\u00a0?",
      help: 'Avec 800\u00a0heures en centre, la durée demandée peut descendre à vingt mois.',
    },
    travail: {
      label: 'Quand avez-vous travaillé dans un emploi en rapport avec ce diplôme\u00a0?',
      help: "À temps plein ou à temps partiel. Deux emplois en même temps comptent une fois. Laissez vide si vous n'en avez pas eu.",
    },
    departement: { label: 'Où habitez-vous\u00a0?', help: null },
    age: {
      label: 'Quel âge avez-vous\u00a0?',
      help: "Pour savoir si l'on vous demandera un document du service national.",
    },
    francais: { label: 'Êtes-vous de nationalité française\u00a0?', help: null },
    forme: { label: "Sous quelle forme voulez-vous passer l'examen\u00a0?", help: null },
  },
  options: {
    candidature: [
      {
        value: 'deja',
        label: "J'ai déjà passé ce diplôme",
        hint: 'À une session précédente, après une formation en centre.',
      },
      {
        value: 'distance',
        label: "Je prépare l'examen à distance",
        hint: 'CNED ou autre organisme.',
      },
      {
        value: 'autre',
        label: "Ni l'un ni l'autre",
        hint: "En apprentissage ou en formation continue, votre centre (CFA, GRETA) vous dit comment vous présenter à l'examen avec lui. Sinon, un gestionnaire examine votre situation\u00a0: vous pouvez continuer.",
      },
    ],
    forme: [
      { value: 'globale', label: 'Globale', hint: 'Toutes les épreuves à la même session.' },
      { value: 'progressive', label: 'Progressive', hint: 'Les épreuves réparties sur plusieurs sessions.' },
    ],
    diplome: [
      { value: 'aucun', label: 'Non' },
      {
        value: 'niveau3',
        label: 'Un CAP ou un autre diplôme de la liste de la spécialité',
        hint: 'Deux années de travail suffisent alors.',
      },
      { value: 'bacpro', label: 'Un bac pro du même secteur', hint: 'Six mois à un an de travail suffisent alors.' },
    ],
    age: [
      { value: 'moins-18', label: 'Moins de 18\u00a0ans' },
      { value: 'moins-25', label: 'De 18 à 24\u00a0ans' },
      { value: '25-plus', label: '25\u00a0ans ou plus' },
    ],
  },
  learned: {
    home: (department: string): string =>
      `Département de votre simulation\u00a0: ${department}\u00a0; ici, votre adresse en décide.`,
    elsewhere:
      "Dans votre simulation, vous habitiez hors de l'académie\u00a0; ici, votre adresse dit à quelle académie vous adresser.",
    age: (bracket: string): string =>
      `Âge de votre simulation\u00a0: ${bracket.toLowerCase()}\u00a0; ici, la date de naissance de votre compte en décide.`,
  },
  listed: 'Diplômes de la liste',
  faults: {
    noStart: (row: number): string => `Emploi ${row}\u00a0: indiquez son premier jour.`,
    future: (row: number): string => `Emploi ${row}\u00a0: le premier jour ne peut pas être dans le futur.`,
    tooYoung:
      'Avec cet âge, un de vos emplois aurait commencé avant vos 14\u00a0ans. Corrigez votre âge, ou revenez à vos emplois.',
    order: (row: number): string => `Emploi ${row}\u00a0: le dernier jour ne peut pas précéder le premier.`,
  },
  result: {
    title: 'Votre résultat',
    documentTitle: 'Votre résultat, simulateur',
    on: (day: string, session: string): string => `Au ${day}, pour la ${session}.`,
    verdicts: {
      eligible: "Vous remplissez les conditions, d'après vos réponses.",
      'to-check': "Rien n'empêche de vous inscrire\u00a0: le rectorat vérifiera une condition au moins.",
      'not-eligible':
        "D'après vos réponses, une condition n'est pas remplie. Vous pourriez vous inscrire sous réserve\u00a0: une personne du rectorat examinerait votre situation.",
    },
    otherAcademy: "D'après vos réponses, c'est une autre académie qui vous inscrit.",
    notADecision: enrolmentTexts.eligibility.computed,
    reasons: 'Les conditions, une par une',
    source: (source: string): string => `Source\u00a0: ${source}`,
    work: 'Votre activité professionnelle',
    worked: "Aujourd'hui",
    atExam: "Au premier jour de l'examen",
    required: 'Durée demandée',
    missing: 'Il manque',
    missingWithout: 'Il manque, sans diplôme qui raccourcit la durée',
    reached: 'Durée atteinte le',
    never: "Vos emplois, tels que vous les avez dits, n'y suffisent pas.",
    months: (count: number): string => plural(count, 'mois', 'mois'),
    pieces: 'Vos pièces',
    piecesText: 'La liste exacte sera calculée quand vous aurez enregistré votre inscription.',
    by: (until: string): string => `À déposer ${until}.`,
    byPost: (until: string): string => `À envoyer par courrier ${until}.`,
    dates: 'Vos dates',
    calendar: 'Toutes les dates de la session',
    answers: 'Vos réponses',
    keep: 'Garder ces réponses pour mon inscription',
    keepText: (days: number): string =>
      `Vos réponses rempliront d'avance votre inscription, dans ce navigateur, pendant ${plural(days, 'jour', 'jours')}. Vous vérifierez chacune.`,
    elsewhere: 'Sur un autre appareil',
    reopen: 'Rouvrir ce résultat',
    elsewhereLink: 'Lien vers ce résultat',
    elsewhereText: (deadline: string): string =>
      `Ce lien rouvre ce résultat et garde vos réponses jusqu'au ${deadline}. Il ne dit pas qui vous êtes.`,
    print: "Ce résultat s'imprime\u00a0: utilisez la commande «\u00a0Imprimer\u00a0» de votre navigateur.",
    none: 'Aucun emploi',
    jobUntil: (from: string, to: string): string => `Du ${from} au ${to}`,
    jobSince: (from: string): string => `Depuis le ${from}`,
  },
  expired: {
    title: "Ce lien n'est plus valable",
    text: 'Un lien de simulation vaut sept jours, et ne peut pas être modifié. Refaites la simulation\u00a0: elle prend deux minutes.',
  },
  average: {
    title: 'Ma moyenne',
    description: "Ce qui compte dans la moyenne du diplôme, et ce qu'il reste à obtenir.",
    lead: "Donnez les notes que vous avez\u00a0; laissez vides celles que vous n'avez pas encore.",
    choose: 'Choisissez votre spécialité',
    chooseMissing: 'Choisissez une spécialité de la liste.',
    show: 'Afficher les épreuves',
    other: 'Autre spécialité',
    form: 'Forme de passage',
    unit: 'Épreuve',
    outcome: 'Cette unité',
    outcomes: (keptFrom: number | null) => ({
      '': 'Note de cette session',
      kept: keptFrom === null ? 'Note conservée' : `Note conservée (${keptFrom} ou plus)`,
      carried: `Note reportée (moins de ${keptFrom})`,
      exempt: 'Dispense',
      absent: 'Absence',
      excused: 'Absence pour force majeure',
    }),
    option: 'Unité présentée',
    mark: 'Note sur 20',
    table: { unit: 'Unité', coefficient: 'Coef.', mark: 'Note', meaning: 'Ce que devient cette unité' },
    optional: 'facultative',
    compute: 'Calculer',
    result: 'Le calcul, ligne par ligne',
    columns: { unit: 'Unité', coefficient: 'Coefficient', mark: 'Note', points: 'Points', note: 'Explication' },
    unknown: 'inconnu',
    total: 'Total',
    outcomesInWords: {
      PASSED: ({ average, from }: Judged): string =>
        average === null
          ? "Toutes les unités sont dispensées\u00a0: rien ne s'oppose au diplôme."
          : `Moyenne\u00a0: ${average} sur 20. C'est ${from} ou plus\u00a0: reçu, si le jury ne décide pas autrement.`,
      FAILED: ({ average, from, absence, enough }: Judged): string => {
        if (average === null) return `Une absence non justifiée empêche de délivrer le diplôme (${absence}).`;
        return enough
          ? `Moyenne\u00a0: ${average} sur 20. Cela ne suffit pas.`
          : `Moyenne\u00a0: ${average} sur 20, en dessous de ${from}.`;
      },
      NOT_JUDGED: (): string => 'La moyenne ne peut pas encore être calculée.',
    },
    trade: (average: string, from: number, enough: boolean): string =>
      `Unités professionnelles seules\u00a0: ${average} sur 20${enough ? '' : `, en dessous de ${from}`}. Ce diplôme demande aussi cette moyenne.`,
    tradeTotal: 'Unités professionnelles',
    tradeGoal: (goal: string): string => `Unités professionnelles seules\u00a0: ${goal}`,
    target: (mark: string, from: number, coefficient: number): string =>
      `Pour obtenir ${from}, il faut ${mark} de moyenne sur les unités qui restent (coefficient total ${coefficient}).`,
    targetReached: (from: number): string =>
      `La moyenne de ${from} est déjà acquise, quelles que soient les notes qui restent.`,
    targetImpossible: (mark: string): string =>
      `Il faudrait ${mark} de moyenne sur les unités qui restent\u00a0: ce n'est pas possible à cette session.`,
    targetUnknown:
      "Des coefficients ne sont pas encore connus\u00a0: ce qu'il faut obtenir ne peut pas être calculé. Votre gestionnaire vous les donnera.",
    unitsUnknown:
      'Les unités de cette spécialité ne sont pas toutes connues\u00a0: aucune moyenne ne peut être calculée. Demandez à son gestionnaire.',
  },
};

import type { Exam, Regulation, Unit } from '../catalogue/index.ts';
import { listing, numericDay, plural, quoted, to } from '../ui/index.ts';
import { doubtsInWords, metInWords, reasonInWords } from './reasonTexts.ts';
import { type CreditFault, exemptionsOf, type GroundRefusal } from './rules/credits.ts';
import type { Slot } from './rules/slots.ts';
import type { TooEarly } from './rules/workPeriods.ts';

type Titled = Pick<Unit, 'id' | 'code' | 'title' | 'doubtfulTitle'>;

/** « U10 : Création, couleur, coupe, coiffage »; for a choice of units, both. */
export function slotTitle(slot: Slot): string {
  if (slot.units.length === 1) return unitTitle(slot.units[0]);
  const titles = slot.units.map((unit) => `${unit.code ?? unit.id} ${unit.title}`);
  return listing(titles, 'ou');
}

export function unitTitle(unit: Titled): string {
  const title = titleOnPages(unit);
  return unit.code === null ? title : `${unit.code}\u00a0: ${title}`;
}

/** With a warning where the title may be another diploma's. */
export function titleOnPages({ title, doubtfulTitle }: Titled): string {
  return doubtfulTitle === true ? `${title} (intitulé à confirmer)` : title;
}

/** What is signed says nothing doubtful: the code alone. */
export function titleOnPapers({ id, code, title, doubtfulTitle }: Titled): string {
  return doubtfulTitle === true ? `Unité ${code ?? id}` : title;
}

/** « MC Styliste-visagiste (l'une des deux, sur demande) »: the diplomas by name, where the speciality's own order lists them. */
export function groundLabel(
  slot: Slot,
  ground: Exam['exemptionGrounds'][number],
  regulation: Pick<Regulation, 'unitExemptions'>,
): string {
  const named = ground.covers === 'speciality-list' ? exemptionsOf(slot, regulation) : [];
  if (named.length === 0) return ground.label;
  return listing(
    named.map(({ diploma, mode }) => `${diploma} (${mode})`),
    'ou',
  );
}

const unmet = (count: number): string =>
  count < 2 ? "une condition n'est pas remplie" : 'plusieurs conditions ne sont pas remplies';

const forms = { GLOBAL: 'Globale', PROGRESSIVE: 'Progressive' } as const;

export const texts = {
  suggested: "Rempli d'avance avec votre simulation\u00a0: vérifiez chaque réponse avant «\u00a0Suivant\u00a0».",
  steps: {
    identification: 'Identification',
    informations: 'Informations candidature',
    qualification: 'Qualification présentée',
    acquis: 'Acquis',
    epreuves: 'Épreuves',
    recapitulatif: 'Récapitulatif',
  },
  /** The titles of the notice stand in the stepper; the page asks a question. */
  questions: {
    identification: 'Où habitez-vous et comment vous joindre\u00a0?',
    informations: 'Quelle est votre situation\u00a0?',
    qualification: 'Quel brevet professionnel présentez-vous\u00a0?',
    acquis: 'Que voulez-vous conserver\u00a0?',
    epreuves: 'Quelles épreuves passez-vous\u00a0?',
    recapitulatif: "Vérifiez avant d'enregistrer",
  },
  forms,
  next: 'Suivant',
  previous: 'Précédent',
  backToSummary: 'Revenir au récapitulatif',
  register: 'Enregistrer',
  savedAt: (hour: string): string => `Enregistré à ${hour}`,
  changing: {
    title: 'Vous modifiez une inscription enregistrée',
    text: (number: string, version: number): string =>
      `Inscription ${number}, version ${version}. Rien ne change tant que vous n'avez pas cliqué sur «\u00a0Enregistrer\u00a0» à la dernière étape. La confirmation devra alors être imprimée, signée et déposée de nouveau.`,
    abandon: 'Abandonner les modifications',
  },
  wrongOrder: (title: string): string => `Les étapes se font dans l'ordre. Complétez d'abord celle-ci\u00a0: ${title}.`,

  identification: {
    civilStatus: 'Votre état civil',
    civilStatusNote: "Il vient de votre compte. Vérifiez qu'il est exactement celui de votre pièce d'identité.",
    correct: 'Corriger mon état civil',
    civilStatusLocked: 'Pour le faire corriger, écrivez à votre gestionnaire.',
    addressBlock: 'Votre adresse',
    phoneBlock: 'Vos téléphones',
    personBlock: 'Votre situation',
    guardianBlock: 'Votre représentant légal',
    guardianNote: 'Vous êtes mineur\u00a0: un parent ou un tuteur doit pouvoir être joint.',
    postcode: 'Code postal',
    postcodeHint: 'Il dit de quelle académie vous dépendez.',
    postcodeMissing: 'Indiquez votre code postal.',
    postcodeUnknown: (code: string): string => `Aucun département français n'a le code postal ${code}. Vérifiez-le.`,
    outside: (department: string, code: string, theirs: string, ours: string): string =>
      `Vous habitez dans un autre département (${department}, ${code})\u00a0: adressez-vous ${to(theirs)}. Ici s'inscrivent seulement les candidats domiciliés dans ${ours}.`,
    city: 'Commune',
    cityMissing: 'Indiquez votre commune.',
    address: 'Adresse',
    addressHint: 'Numéro et rue.',
    addressMissing: 'Indiquez votre adresse\u00a0: le numéro et la rue.',
    addressExtra: "Complément d'adresse",
    addressExtraHint: 'Bâtiment, étage, chez qui.',
    phone: 'Téléphone',
    phoneHint: "Votre gestionnaire vous appelle s'il y a urgence, la veille de la clôture par exemple.",
    phoneMissing: 'Indiquez un numéro de téléphone où vous joindre.',
    otherPhone: 'Autre téléphone',
    frenchNational: 'Avez-vous la nationalité française\u00a0?',
    frenchNationalHint:
      'Avant 25 ans, les Français doivent être en règle avec le service national (recensement, journée défense et citoyenneté).',
    frenchNationalMissing: 'Dites si vous avez la nationalité française.',
    category: 'Votre catégorie socio-professionnelle',
    categoryOfGuardian: 'Catégorie socio-professionnelle de votre représentant légal',
    categoryHint: 'Demandée pour les statistiques nationales.',
    categoryMissing: 'Choisissez une catégorie socio-professionnelle.',
    guardianName: 'Nom du représentant légal',
    guardianNameWhat: 'le nom du représentant légal',
    guardianNameMissing: 'Indiquez le nom de votre représentant légal.',
    guardianFirstNames: 'Prénoms du représentant légal',
    guardianFirstNamesWhat: 'les prénoms du représentant légal',
    guardianFirstNamesMissing: 'Indiquez les prénoms de votre représentant légal.',
    guardianPhone: 'Téléphone du représentant légal',
    guardianPhoneMissing: 'Indiquez le téléphone de votre représentant légal.',
    guardianMail: 'Adresse mail du représentant légal',
  },

  informations: {
    categoryBlock: 'Votre candidature',
    category: 'Type de candidature',
    categoryMissing: 'Choisissez votre type de candidature.',
    previousCandidate: "Candidat ayant présenté l'examen à une session précédente",
    previousCandidateHint: 'Vous avez subi toutes les épreuves après deux années de formation en centre.',
    distanceLearner: "Candidat de l'enseignement à distance",
    distanceLearnerHint: 'Vous suivez une formation par correspondance, avec le CNED ou un autre organisme.',
    neither: "Ni l'un ni l'autre",
    neitherHint:
      "En apprentissage ou en formation continue, votre centre (CFA, GRETA) vous dit comment vous présenter à l'examen avec lui. Sinon, un gestionnaire examine votre situation\u00a0: vous pouvez continuer.",
    formerBlock: 'Votre session précédente',
    formerCentreBlock: 'Votre formation avant cette session',
    formerYear: 'Session',
    formerYearHint: "L'année de l'examen.",
    formerYearMissing: "Indiquez l'année de votre session précédente.",
    formerForm: 'Forme de passage à cette session',
    formerFormHint: 'Vous gardez la même\u00a0: elle est écrite sur votre relevé de notes.',
    formerFormMissing: "Dites sous quelle forme vous avez passé l'examen.",
    formerFormOther: (registered: string): string =>
      `Votre inscription est enregistrée en forme ${registered.toLowerCase()}, pour de bon, et vous gardez la forme de votre session précédente\u00a0: elles ne peuvent pas différer. Vérifiez votre relevé de notes, ou écrivez à votre gestionnaire.`,
    formerCentre: 'Établissement',
    formerCentreHint:
      "Le centre d'apprentissage (CFA), le lycée ou le GRETA (formation d'adultes) où vous avez suivi votre formation, et sa ville.",
    formerCentreMissing: "Indiquez l'établissement où vous avez suivi votre formation.",
    satAllTests: 'Avez-vous passé toutes les épreuves à cette session\u00a0?',
    satAllTestsMissing: 'Dites si vous avez passé toutes les épreuves.',
    twoYearsInCentre: 'Avez-vous suivi deux années de formation en centre\u00a0?',
    twoYearsInCentreMissing: 'Dites si vous avez suivi deux années de formation en centre.',
    distanceBlock: 'Votre enseignement à distance',
    distanceBody: 'Organisme',
    distanceBodyHint: "CNED ou autre. Être inscrit au CNED n'inscrit pas à l'examen.",
    distanceBodyMissing: "Indiquez l'organisme d'enseignement à distance.",
    trainingHours: 'Heures de formation prévues ou suivies',
    trainingHoursHint: 'Elles sont écrites sur votre certificat de formation.',
    positioning: 'Une décision de positionnement du recteur réduit ma formation',
    positioningHint:
      "Le recteur raccourcit ainsi la formation demandée, d'après ce que vous savez déjà. Vous devrez déposer sa décision.",
    satBefore: "J'ai déjà présenté cet examen à une session précédente",
    satBeforeHint: 'Vous gardez alors la même forme de passage.',
    practiceBlock: 'Vos diplômes et votre activité professionnelle',
    diploma: 'Quel diplôme avez-vous\u00a0?',
    diplomaHint: "Il décide de la durée d'activité professionnelle à justifier.",
    diplomaMissing: 'Choisissez le diplôme que vous avez.',
    diplomaNone: 'Aucun de ceux-ci',
    diplomaNoneHint: "Cinq années d'activité dans un emploi en rapport avec le diplôme.",
    diplomaLevel3: 'Un diplôme de niveau 3 ou plus, sur la liste de la spécialité',
    diplomaLevel3Hint: "Un CAP du métier par exemple\u00a0: deux années d'activité.",
    diplomaBacPro: 'Un baccalauréat professionnel du même secteur',
    diplomaBacProHint: "De six mois à un an d'activité.",
    diplomaTitle: 'Intitulé exact de ce diplôme',
    diplomaTitleHint: 'Exemple\u00a0: CAP Métiers de la coiffure.',
    diplomaTitleMissing: "Écrivez l'intitulé exact de votre diplôme.",
    specialContract: "Après ce diplôme, j'ai eu un contrat d'apprentissage ou de professionnalisation",
    specialContractHint:
      'Avec 800\u00a0heures de formation en centre, la durée de travail demandée peut descendre à vingt mois.',
    handicapBlock: 'Aménagement des épreuves',
    handicap: "Handicap\u00a0: demandez-vous un aménagement d'épreuves\u00a0?",
    handicapHint:
      "Cocher «\u00a0Oui\u00a0» ne remplace pas le dossier de demande d'aménagement\u00a0: vous devez aussi l'établir. La page qui suit l'enregistrement vous dit comment.",
    handicapMissing: "Dites si vous demandez un aménagement d'épreuves.",
    disclosureBlock: 'Diffusion des résultats',
    disclosureNote:
      "Rien n'est coché d'avance. Sans votre accord, vos résultats ne sont vus que par vous. Vous pourrez changer d'avis à tout moment.",
    disclosureApart: 'La diffusion de vos résultats a sa page, sans signature\u00a0:',
    discloseOnline: "J'accepte que mon résultat soit publié sur internet",
    disclosePress: "J'accepte que mon résultat soit transmis à la presse et aux collectivités",
  },

  work: {
    legend: (row: number): string => `Emploi ${row}`,
    intro: 'Les emplois en rapport avec le diplôme. Deux emplois tenus en même temps comptent une seule fois.',
    employer: 'Employeur',
    employerMissing: (row: number): string => `Emploi ${row}\u00a0: indiquez l'employeur.`,
    job: 'Métier exercé',
    jobMissing: (row: number): string => `Emploi ${row}\u00a0: indiquez le métier exercé.`,
    from: 'Date de début',
    fromMissing: (row: number): string => `Emploi ${row}\u00a0: indiquez la date de début.`,
    fromInFuture: (row: number): string =>
      `Emploi ${row}\u00a0: la date de début est dans l'avenir. Indiquez un emploi déjà commencé.`,
    tooEarly: {
      'before-birth': (row: number, birth: Temporal.PlainDate): string =>
        `Emploi ${row}\u00a0: la date de début est avant votre naissance (${numericDay(birth)}). Vérifiez l'année.`,
      'before-fourteen': (row: number, _birth: Temporal.PlainDate, fourteen: Temporal.PlainDate): string =>
        `Emploi ${row}\u00a0: la date de début est avant vos 14 ans (${numericDay(fourteen)}). Un emploi ne compte qu'à partir de ce jour\u00a0: corrigez la date.`,
    } satisfies Record<TooEarly, (row: number, birth: Temporal.PlainDate, fourteen: Temporal.PlainDate) => string>,
    to: 'Date de fin',
    toHint: 'Laissez vide si vous y travaillez encore.',
    endsBeforeStart: (row: number): string =>
      `Emploi ${row}\u00a0: la date de fin est avant la date de début. Vérifiez les deux.`,
    partTime: 'À temps partiel',
    add: 'Ajouter un emploi',
    most: (most: number): string =>
      `Vous pouvez déclarer ${most} emplois. Au-delà, regroupez ceux d'un même employeur.`,
  },

  qualification: {
    speciality: 'Spécialité',
    specialityHint:
      "Le métier du diplôme, tel qu'il est écrit sur votre relevé de notes ou votre certificat de formation.",
    specialityMissing: 'Choisissez votre spécialité.',
    specialityUnknown: 'Choisissez votre spécialité dans la liste.',
    unitsUnknown:
      "La liste des épreuves de cette spécialité n'est pas encore complète ici. Vous pouvez la choisir\u00a0: vous direz en quelques mots ce que vous conservez, et le rectorat complétera votre dossier.",
    search: 'Chercher par métier',
    searchHint: 'Exemple\u00a0: coiffeuse, maçon, boulanger.',
    searchButton: 'Chercher',
    found: (count: number, word: string): string =>
      `${plural(count, 'spécialité trouvée', 'spécialités trouvées')} pour ${quoted(word)}`,
    foundNone: (word: string): string =>
      `Aucune spécialité pour ${quoted(word)}. Essayez un autre mot, ou choisissez dans la liste.`,
    choose: 'Choisir',
    brings: (name: string): string => `Ce que demande ${name}`,
    see: 'Voir ce que demande cette spécialité',
    form: "Forme de passage de l'examen",
    formHint: 'ATTENTION, votre choix est définitif.',
    formHints: {
      GLOBAL: 'Vous passez toutes les épreuves à cette session.',
      PROGRESSIVE: 'Vous échelonnez vos épreuves sur plusieurs sessions.',
    },
    formMissing: 'Choisissez la forme de passage.',
    locked: {
      registered: 'Votre choix est définitif depuis le premier enregistrement de votre inscription.',
      'former-session': 'Vous conservez obligatoirement la forme de passage de votre session précédente.',
    },
    lockedOther: {
      registered: (form: string): string =>
        `La forme de passage est définitive\u00a0: ${form}. Vérifiez cette étape, puis cliquez sur «\u00a0Suivant\u00a0».`,
      'former-session': (form: string): string =>
        `Vous conservez la forme de passage de votre session précédente\u00a0: ${form}. Vérifiez cette étape, puis cliquez sur «\u00a0Suivant\u00a0».`,
    },
    formFinal: "J'ai compris que la forme de passage est définitive dès l'enregistrement de mon inscription",
    formFinalMissing: 'Cochez la case\u00a0: la forme de passage ne pourra plus être changée.',
    waiverBlock: 'Dispense de la formation au travail en hauteur',
    waiverIntro: (annexes: string): string =>
      `Cette spécialité demande une attestation de formation (R.408), ${annexes}. Si vous êtes reconnu travailleur handicapé et qu'un médecin certifie que vous ne pouvez pas la suivre, elle ne vous est pas demandée.`,
    disabledWorker: 'Êtes-vous reconnu travailleur handicapé\u00a0?',
    disabledWorkerHint:
      "RQTH, même définitive, ou orientation de la CDAPH vers un ESAT, le marché du travail ou la rééducation professionnelle\u00a0; pour un mineur de 16\u00a0ans ou plus, PPS, AEEH ou PCH. Avec «\u00a0Oui\u00a0», vos justificatifs vous proposent la dispense, que vous demandiez ou non un aménagement. Seuls vous et le service des aménagements lisez cette réponse. Elle ne sert à rien d'autre.",
    waiverAsked:
      'Votre réponse est enregistrée. Cette spécialité demande une formation au travail en hauteur\u00a0: lisez ce qui suit, répondez si cela vous concerne, puis cliquez sur «\u00a0Suivant\u00a0».',
    units: 'Épreuves',
    unit: 'Unité',
    unitName: 'Épreuve',
    coefficient: 'Coefficient',
    unknownCoefficient: 'non connu',
    mode: 'Nature',
    duration: 'Durée',
    pointsAboveTen: 'points au-dessus de\u00a010',
    untold: 'à préciser',
    untoldOf: (figures: readonly string[]): string =>
      `${listing(figures.map((one, index) => (index === 0 ? one : one.toLowerCase())))} des épreuves\u00a0: votre gestionnaire vous répondra.`,
    oneOfTheChoice: 'une seule de ces épreuves, à choisir',
    optionalUnit: 'facultative',
    languages: (list: string): string => `Langue vivante obligatoire, à choisir parmi\u00a0: ${list}.`,
    noLanguage: 'Pas de langue vivante obligatoire.',
    languageUnknown: 'Langue vivante\u00a0: à confirmer par le gestionnaire.',
    scaffolding: (annexes: string): string =>
      `Travail en hauteur (R.408)\u00a0: attestation de formation exigée, ${annexes}.`,
    annexes: { 3: 'annexe 3 (montage)', 4: 'annexe 4 (réception)', 5: 'annexe 5 (utilisation)' },
    officer: (code: string): string => `Gestionnaire ${code}`,
  },

  acquis: {
    intro: 'Pour chaque épreuve, dites si vous la passez ou ce que vous demandez à conserver.',
    effects:
      "Sous chaque choix\u00a0: les épreuves qu'il vous resterait à passer, et la moyenne à viser sur elles pour obtenir le diplôme.",
    explained: {
      keep: {
        term: 'Garder ma note (bénéfice)',
        text: 'Pour une note de 10 ou plus, obtenue il y a moins de cinq ans. Elle compte dans la moyenne.',
      },
      carry: {
        term: 'Reporter ma note',
        text: 'Pour une note au-dessous de 10, obtenue il y a moins de cinq ans. Elle compte dans la moyenne.',
      },
      exempt: {
        term: 'Demander une dispense',
        text: "L'épreuve et son coefficient ne comptent plus dans la moyenne.",
      },
    },
    warning:
      "Règle de l'académie (notice)\u00a0: toute note ou dispense non conservée est définitivement perdue. Le code de l'éducation dit, lui, qu'une note de 10\u00a0ou plus se garde cinq ans, à votre demande (articles D337-114 et D337-115). Dans le doute, gardez-la.",
    former: {
      known: (year: number): string =>
        `Votre session ${year} relevait de l'ancien règlement. Chaque épreuve dit quelles anciennes unités y mènent.`,
      unknown: (year: number): string =>
        `Votre session ${year} relevait de l'ancien règlement. Le tableau qui relie ses unités à celles-ci n'est pas connu\u00a0: le rectorat décidera des notes que vous pouvez conserver. Vous pouvez les demander ici.`,
    },
    sit: "Je passe l'épreuve",
    keep: 'Je garde ma note (bénéfice)',
    carry: 'Je reporte ma note',
    exempt: 'Je demande une dispense',
    choiceMissing: (title: string): string =>
      `${title}\u00a0: dites si vous passez l'épreuve ou ce que vous conservez.`,
    option: 'Pour quelle épreuve\u00a0?',
    optionMissing: (title: string): string => `${title}\u00a0: dites pour laquelle des deux vous avez la note.`,
    mark: 'Note sur 20',
    markHint: 'Celle de votre relevé de notes.',
    markMissing: (title: string): string => `${title}\u00a0: indiquez la note à conserver.`,
    obtainedOn: "Date d'obtention",
    obtainedOnHint: 'La date du jury ou du relevé de notes. La note vaut cinq ans à partir de ce jour.',
    obtainedOnMissing: (title: string): string => `${title}\u00a0: indiquez la date d'obtention de la note.`,
    ground: 'À quel titre\u00a0?',
    groundMissing: (title: string): string => `${title}\u00a0: choisissez à quel titre vous demandez la dispense.`,
    faults: {
      'mark-below-ten': (title: string, _day: Temporal.PlainDate, mayCarry: boolean): string =>
        `${title}\u00a0: le bénéfice est pour une note de 10 ou plus. ${mayCarry ? "Choisissez «\u00a0Je reporte ma note\u00a0», ou passez l'épreuve." : "Choisissez «\u00a0Je passe l'épreuve\u00a0»."}`,
      'mark-of-ten-or-more': (title: string): string =>
        `${title}\u00a0: le report est pour une note au-dessous de 10. Choisissez «\u00a0Je garde ma note\u00a0».`,
      // The attestation is for units of 10 and above (D337-107): a carried mark has none.
      'mark-too-old': (title: string, day: Temporal.PlainDate, _mayCarry: boolean, kept: boolean): string =>
        `${title}\u00a0: cette note a plus de cinq ans à la date de l'examen (elle valait jusqu'au ${numericDay(day)}). ${kept ? 'Avec une attestation de blocs de compétences, demandez une dispense.' : "Choisissez «\u00a0Je passe l'épreuve\u00a0»."}`,
      'mark-in-the-future': (title: string): string =>
        `${title}\u00a0: la date d'obtention est dans l'avenir. Recopiez celle du relevé de notes.`,
      'carry-needs-progressive': (title: string): string =>
        `${title}\u00a0: une note au-dessous de 10 ne se reporte que dans la forme progressive. Choisissez «\u00a0Je passe l'épreuve\u00a0».`,
      'option-missing': (title: string): string => `${title}\u00a0: dites pour laquelle des deux vous avez la note.`,
    } satisfies Record<
      Exclude<CreditFault, 'ground-not-for-this-unit'>,
      (title: string, day: Temporal.PlainDate, mayCarry: boolean, kept: boolean) => string
    >,
    groundRefused: (
      title: string,
      refusal: GroundRefusal | null,
      { unitExemptions }: Pick<Regulation, 'unitExemptions'>,
    ): string => {
      const named = unitExemptions.map(({ diploma, units }) => `${diploma} pour ${listing(units, 'ou')}`);
      const why = {
        'not-at-this-session': "ce titre n'ouvre aucune dispense à cette session.",
        'expression-and-language-only':
          "ce titre ne dispense que de l'expression et de la langue vivante (arrêté du 6 novembre 2019).",
        'not-in-the-order':
          named.length === 0
            ? "l'arrêté de la spécialité ne prévoit aucune dispense par diplôme."
            : `l'arrêté de la spécialité n'accepte de diplôme que pour d'autres épreuves (${listing(named)}).`,
      }[refusal ?? 'not-at-this-session'];
      return `${title}\u00a0: ${why} Choisissez un autre titre, ou «\u00a0Je passe l'épreuve\u00a0».`;
    },
    left: (count: number): string =>
      count === 0
        ? 'Il ne vous reste aucune unité à passer.'
        : `Il vous reste ${plural(count, 'unité', 'unités')} à passer.`,
    target: (average: string): string => `Il vous faut ${average} de moyenne sur ces unités pour obtenir le diplôme.`,
    targetOutOfReach: 'Avec ces notes, une moyenne générale de 10 ne peut plus être atteinte.',
    targetUnknown: (count: number): string =>
      `La moyenne à viser n'est pas calculable\u00a0: ${plural(count, "coefficient n'est pas connu", 'coefficients ne sont pas connus')}.`,
    update: "Calculer ce qu'il me reste",
    coefficient: (value: number): string => `coefficient ${value}`,
    test: (test: string): string => `Épreuve ${test}`,
  },

  /** Where the units of a speciality aren't all known. */
  inWords: {
    intro:
      "La liste des épreuves de cette spécialité n'est pas encore complète ici. Dites en quelques mots ce que vous demandez\u00a0: le rectorat complétera votre dossier avec votre relevé de notes.",
    keeps: 'Voulez-vous conserver des notes de votre relevé\u00a0?',
    keepsMissing: 'Dites si vous voulez conserver des notes.',
    kept: 'Les unités de votre relevé à conserver',
    keptHint:
      'Une par ligne\u00a0: son nom ou son numéro, la note et sa date, comme sur le relevé. Exemple\u00a0: U10, 12,5, 5 juillet 2022.',
    keptMissing: 'Écrivez les unités de votre relevé à conserver.',
    exempts: "Demandez-vous une dispense d'épreuve\u00a0?",
    exemptsMissing: 'Dites si vous demandez une dispense.',
    exempted: 'Les dispenses que vous demandez',
    exemptedHint: "Une par ligne\u00a0: l'épreuve, et le diplôme ou la décision qui en dispense.",
    exemptedMissing: 'Écrivez les dispenses que vous demandez.',
    presentedHint:
      'Une par ligne, comme sur votre relevé de notes ou votre cours. Les autres seront pour une prochaine session.',
    presentedMissing: 'Écrivez les épreuves que vous présentez à cette session.',
    presentedGlobal: 'Forme globale\u00a0: vous passez à cette session toutes les épreuves que vous ne conservez pas.',
    languageLine: 'Langue vivante',
    allOthers: 'Toutes les épreuves qui ne sont pas conservées',
    none: 'Aucune',
    completed: 'Liste des épreuves',
    byOffice: 'Le rectorat la complétera',
    written: 'Ce que vous aviez écrit',
  },

  epreuves: {
    left: "Les épreuves qu'il vous reste à passer",
    leftGlobal: 'Forme globale\u00a0: vous les passez toutes à cette session.',
    nothingLeft: 'Il ne vous reste aucune épreuve obligatoire à passer.',
    presented: 'Quelles épreuves présentez-vous à cette session\u00a0?',
    presentedHint: 'Forme progressive\u00a0: les autres seront pour une prochaine session.',
    presentedMissing: 'Cochez au moins une épreuve à présenter à cette session.',
    option: (test: string | null): string =>
      test === null ? 'Choisissez une des deux épreuves' : `Épreuve ${test}\u00a0: choisissez une option`,
    optionHint: 'Une seule des deux est présentée.',
    optionHintIfPresented: 'À dire si vous la présentez à cette session. Une seule des deux est présentée.',
    optionMissing: (codes: string): string => `Choisissez ${codes}.`,
    language: 'Langue vivante obligatoire',
    languageHint: (academy: string): string => `Seules les langues autorisées dans ${academy} peuvent être choisies.`,
    languageMissing: 'Choisissez la langue vivante obligatoire.',
    languageUnknown: 'Langue vivante',
    languageUnknownHint: (academy: string): string =>
      `Si votre examen en comporte une et que vous la passez. Seules les langues autorisées dans ${academy} peuvent être choisies.`,
    optionalBlock: 'Épreuves facultatives',
    optionalNote: 'Seuls les points au-dessus de 10 comptent. Une épreuve facultative ne fait jamais perdre de points.',
    optionalLanguage: 'Langue vivante facultative',
    optionalLanguageHint: "Une autre langue que l'obligatoire.",
    sameLanguage: 'La langue facultative ne peut pas être la langue obligatoire. Choisissez-en une autre, ou aucune.',
    tooManyOptional: (most: number): string =>
      `Vous pouvez choisir ${plural(most, 'épreuve facultative', 'épreuves facultatives')} au plus.`,
    none: 'Aucune',
  },

  eligibility: {
    title: "Les conditions d'inscription",
    grades: {
      eligible: "Vous remplissez les conditions, d'après ce que vous déclarez.",
      'to-check': 'Une condition au moins sera vérifiée par le rectorat. Vous pouvez enregistrer votre inscription.',
      'not-eligible':
        "D'après ce que vous déclarez, une condition n'est pas remplie. Vous pouvez vous inscrire sous réserve\u00a0: une personne du rectorat examinera votre situation.",
    },
    met: metInWords,
    reason: reasonInWords,
    doubts: doubtsInWords,
    source: (source: string): string => `Source\u00a0: ${source}.`,
    computed:
      "Ce résultat est calculé par un programme, d'après vos seules réponses et les règles citées à chaque ligne. Ce n'est pas une décision\u00a0: seule une personne du rectorat peut refuser une inscription. Vous pouvez demander comment ces règles s'appliquent à vous (code des relations entre le public et l'administration, articles L311-3-1 et R311-3-1-2).",
    notMet: (count: number): string => `D'après vos réponses, ${unmet(count)}`,
    correct: 'Corriger mes réponses',
    correctBelow: 'Si une réponse est inexacte, corrigez-la ci-dessous.',
    elsewhere:
      "Vous habitez tout de même dans l'académie, ou vous ne savez pas où vous inscrire\u00a0? Écrivez ou téléphonez\u00a0: votre demande est examinée, et transmise si elle relève d'une autre académie (code des relations entre le public et l'administration, article L114-2).",
    goOn: 'Vos réponses sont enregistrées. Vous pouvez continuer\u00a0: vous vous inscrirez sous réserve, et une personne du rectorat examinera votre situation.',
    continue: 'Continuer',
    examine: 'Faire examiner ma situation',
    examineText: 'Écrivez ou téléphonez\u00a0: dites ce que vous avez répondu, et joignez ce qui le montre.',
  },

  reserve: {
    title: 'Inscription sous réserve',
    explained:
      "Vous pouvez enregistrer votre inscription sous réserve. Une personne du rectorat l'examinera\u00a0: elle lèvera la réserve, ou écartera votre inscription en vous disant pourquoi et comment contester. D'ici là, votre inscription ne peut pas être validée.",
    read: "J'ai lu pourquoi, et je m'inscris sous réserve",
    unread: 'Lisez pourquoi, puis cochez la case pour vous inscrire sous réserve.',
    register: 'Enregistrer sous réserve',
    /** What stands in the mail of an *Enregistrer*, and on the page that people come back to. */
    pending: (count: number): string =>
      `Votre inscription est enregistrée sous réserve. D'après vos réponses, ${unmet(count)}\u00a0:`,
    pendingNext:
      "Une personne du rectorat examinera votre situation, et vous recevrez sa décision par mail. D'ici là, continuez\u00a0: signez la confirmation, déposez vos pièces, et envoyez à votre gestionnaire ce qui montre que la condition est remplie. L'inscription ne peut pas être validée avant cette décision.",
    metNow:
      "La réserve sur votre inscription est levée\u00a0: d'après vos nouvelles réponses, toutes les conditions sont remplies ou seront vérifiées sur pièces.",
    setAside: 'Votre inscription est écartée',
    setAsideBy: (when: string): string => `Une personne du rectorat a examiné votre dossier et l'a écarté le ${when}.`,
    words: (words: string): string => `Motifs\u00a0: ${words}`,
    ground: (ground: string): string => `Fondement\u00a0: ${ground}.`,
    remediesTitle: 'Comment contester cette décision',
    remedies: [
      "Dans les deux mois, vous pouvez demander au recteur de la revoir (recours gracieux), ou écrire au ministre chargé de l'éducation nationale (recours hiérarchique).",
      "Dans les deux mois, vous pouvez aussi saisir le tribunal administratif, par courrier ou sur www.telerecours.fr (code de justice administrative, article R421-1). Si vous avez d'abord écrit au recteur ou au ministre dans ce délai, il recommence à leur réponse (code des relations entre le public et l'administration, article L411-2).",
      "Vous pouvez vous adresser gratuitement au médiateur de l'académie, après une première démarche auprès du rectorat (code de l'éducation, article L23-10-1). N'attendez pas sa réponse pour respecter les deux mois.",
    ],
    liftedNow: (when: string): string =>
      `Le rectorat a levé la réserve sur votre inscription le ${when}\u00a0: elle suit son cours.`,
    note: (words: string): string => `Ce qu'a écrit le rectorat\u00a0: ${words}`,
    lifted: "Le rectorat a levé la réserve sur votre inscription\u00a0: ce que vous modifiez n'y change rien.",
    met: 'La réserve sur votre inscription sera levée\u00a0: avec ces réponses, toutes les conditions sont remplies ou seront vérifiées sur pièces.',
  },

  summary: {
    civilStatus: 'État civil',
    address: 'Adresse',
    diplomaNone: 'Aucun diplôme déclaré',
    jobUntil: (job: string, employer: string, from: string, to: string): string =>
      `${job}, ${employer}, du ${from} au ${to}`,
    jobSince: (job: string, employer: string, from: string): string => `${job}, ${employer}, depuis le ${from}`,
    partTime: 'temps partiel',
    jobs: 'Activité professionnelle',
    noJob: 'Aucun emploi déclaré',
    former: (year: number, form: string): string => `${year}, forme ${form.toLowerCase()}`,
    formerSession: 'Session précédente',
    establishment: 'Établissement',
    disclosure: 'Diffusion des résultats',
    disclosures: { online: 'sur internet', press: 'à la presse et aux collectivités', none: 'Aucune' },
    units: 'Épreuves',
    sitNow: 'Présentée à cette session',
    sitLater: 'À une prochaine session',
    kept: (mark: string, day: string): string => `Note conservée\u00a0: ${mark} sur 20 (${day})`,
    carried: (mark: string, day: string): string => `Note reportée\u00a0: ${mark} sur 20 (${day})`,
    exempted: (ground: string): string => `Dispense demandée\u00a0: ${ground}`,
    language: (language: string): string => `Langue\u00a0: ${language}`,
    optional: 'Facultative',
    /** Read by the candidate alone. */
    disabledWorker: {
      label: 'Reconnu travailleur handicapé (dispense R.408)',
      yes: 'Oui',
      no: 'Non, ou pas de réponse',
    },
  },

  recapitulatif: {
    intro:
      "Vérifiez chaque réponse. «\u00a0Enregistrer\u00a0» fait prendre en compte votre candidature et donne votre numéro d'inscription.",
    introChange: (number: string, version: number): string =>
      `Vérifiez chaque réponse. «\u00a0Enregistrer\u00a0» fait de vos modifications la version ${version + 1} de votre inscription, sous le même numéro, ${number}.`,
    notYetFinal: "Votre inscription ne sera définitive qu'avec la confirmation signée et les pièces conformes.",
    modify: 'Modifier',
    whatToChange: 'Que voulez-vous modifier\u00a0?',
    changeNothing: 'Ne rien changer',
    unchanged:
      "Rien n'a changé depuis votre dernier enregistrement. «\u00a0Modifier\u00a0» ouvre la partie à changer, puis vous ramène ici.",
    changes: (count: number): string =>
      `${plural(count, 'réponse change', 'réponses changent')} par rapport à la version enregistrée.`,
    shut: {
      title: 'Vos réponses',
      ended: 'Cette inscription a pris fin\u00a0: ses réponses ne peuvent plus être modifiées.',
      closed: (closing: string): string =>
        `Les inscriptions sont closes depuis le ${closing}\u00a0: ces réponses ne peuvent plus être modifiées.`,
      notOpen: (opening: string): string =>
        `Les inscriptions ouvrent le ${opening}\u00a0: ces réponses pourront être modifiées à partir de ce moment.`,
    },
    commitment: "En enregistrant, je certifie l'exactitude de ces renseignements.",
  },

  conflict: {
    title: 'Cette étape a été modifiée ailleurs',
    text: "Un autre onglet ou un autre appareil a enregistré cette étape depuis que vous l'avez ouverte. Rien n'est perdu\u00a0: choisissez ce que vous gardez.",
    mine: 'Ce que vous venez de saisir',
    theirs: 'Ce qui est enregistré',
    keepMine: 'Garder ma saisie',
    keepTheirs: 'Garder ce qui est enregistré',
    field: 'Réponse',
  },
  refused: {
    title: "Rien n'a été enregistré",
    back: 'Revenir à mes inscriptions',
  },
  withdrawal: {
    title: 'Retirer mon inscription',
    draftTitle: 'Abandonner ce brouillon',
    text: (number: string): string =>
      `Votre inscription ${number} ne comptera plus, vos pièces non plus. Le numéro ne sera pas réutilisé.`,
    again: (deadline: string): string =>
      `Jusqu'au ${deadline}, vous pourrez vous inscrire de nouveau\u00a0: vous recevrez un autre numéro.`,
    notAgain: (closing: string): string =>
      `Les inscriptions sont closes depuis le ${closing}\u00a0: vous ne pourrez pas vous inscrire de nouveau à cette session.`,
    draftText: 'Vos réponses seront abandonnées. Vous pourrez recommencer tant que les inscriptions sont ouvertes.',
    confirm: 'Je retire mon inscription',
    confirmDraft: "J'abandonne ce brouillon",
    confirmMissing: 'Cochez la case pour confirmer.',
    submit: 'Retirer mon inscription',
    submitDraft: 'Abandonner',
    keep: 'Ne rien changer',
    done: 'Votre inscription est retirée.',
    draftDone: 'Le brouillon est abandonné.',
  },
  disclosure: {
    title: 'Diffusion de mes résultats',
    lead: "Vous pouvez donner votre accord, ou le retirer, à tout moment. Votre inscription et votre signature n'en dépendent pas.",
    legend: 'Mon choix',
    hint: 'Sans votre accord, vos résultats ne sont vus que par vous.',
    submit: 'Enregistrer mon choix',
    saved: 'Votre choix est enregistré. Un mail vous le confirme.',
    same: "Rien n'a changé\u00a0: c'était déjà votre choix.",
    back: 'Revenir à mon inscription',
  },
  accommodation: {
    title: "Demande d'aménagement d'épreuves",
    asked: 'Aménagement demandé',
    received: (day: Temporal.PlainDate): string =>
      `Votre demande est arrivée au service des aménagements le ${numericDay(day)}.`,
    toAsk: 'Demande à établir',
    until: (when: string): string =>
      `La demande se fait ${when}, comme l'inscription (code de l'éducation, D351-28). Si votre handicap se révèle après, faites-la aussitôt.`,
    notAsked: "Vous n'avez pas dit demander d'aménagement.",
    change: "Le demander à l'étape «\u00a0Informations candidature\u00a0»",
    warning:
      "Cocher «\u00a0Oui\u00a0» à la rubrique Handicap ne remplace pas le dossier de demande d'aménagement\u00a0: vous devez l'établir.",
    stepsTitle: 'Ce que vous devez faire',
    steps: [
      "Ouvrez la page de l'académie sur les aménagements d'épreuves\u00a0: elle donne le dossier et son calendrier.",
      'Remplissez le dossier et faites-le compléter par les personnes indiquées.',
      'Envoyez-le comme la page le demande. Un médecin désigné donne son avis, puis le rectorat décide.',
      'La décision vous sera communiquée.',
    ],
    noHealth:
      "Ne joignez aucun document médical à vos pièces\u00a0: votre gestionnaire n'a pas à les lire. Seule exception, si elle vous est proposée dans vos justificatifs\u00a0: la dispense de la formation au travail en hauteur (R.408), que seul le service des aménagements ouvre.",
    link: "La page de l'académie sur les aménagements d'épreuves",
    back: 'Revenir à mon inscription',
  },
  registered: {
    first: (number: string): string => `Votre inscription est enregistrée. Votre numéro\u00a0: ${number}.`,
    again: (version: number): string =>
      `Vos modifications sont enregistrées\u00a0: version ${version}. Imprimez et signez la nouvelle confirmation.`,
    nothing: "Rien n'a changé\u00a0: la version enregistrée reste la bonne.",
  },
} as const;

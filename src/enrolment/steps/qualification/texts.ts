import type { Exam } from '../../../catalogue/index.ts';
import { listing, plural, quoted } from '../../../ui/index.ts';

export const texts = {
  title: 'Qualification présentée',
  question: ({ noun, gender }: Pick<Exam, 'noun' | 'gender'>): string =>
    `${gender === 'feminine' ? 'Quelle' : 'Quel'} ${noun} présentez-vous\u00a0?`,
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
  disabledWorkerLine: {
    label: 'Reconnu travailleur handicapé (dispense R.408)',
    yes: 'Oui',
    no: 'Non, ou pas de réponse',
  },
  disabledWorkerHint:
    "Par la maison du handicap (MDPH). Avec «\u00a0Oui\u00a0», vos justificatifs vous proposent la dispense, et disent quelles preuves suffisent. Seuls vous et le service des aménagements lisez cette réponse. Elle ne sert à rien d'autre.",
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
  inAcademy: (academy: string, line: string): string =>
    `Dans ${academy}\u00a0: ${line.slice(0, 1).toLowerCase()}${line.slice(1)}`,
  noLanguage: 'Pas de langue vivante obligatoire.',
  languageUnknown: 'Langue vivante\u00a0: à confirmer par le gestionnaire.',
  scaffolding: (annexes: string): string =>
    `Travail en hauteur (R.408)\u00a0: attestation de formation exigée, ${annexes}.`,
  annexes: { 3: 'annexe 3 (montage)', 4: 'annexe 4 (réception)', 5: 'annexe 5 (utilisation)' },
  officer: (code: string): string => `Gestionnaire ${code}`,
} as const;

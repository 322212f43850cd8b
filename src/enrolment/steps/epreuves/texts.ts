import { plural } from '../../../ui/index.ts';

export const texts = {
  title: 'Épreuves',
  question: 'Quelles épreuves passez-vous\u00a0?',
  leftGlobal:
    'Forme globale\u00a0: vous passez à cette session toutes les épreuves qui ne sont ni gardées ni dispensées.',
  nothingLeft: 'Il ne vous reste aucune épreuve obligatoire à passer.',
  presented: 'Quelles épreuves présentez-vous à cette session\u00a0?',
  presentedHint:
    'Forme progressive\u00a0: cochez celles de cette session, les autres seront pour une prochaine session.',
  presentedMissing: 'Cochez au moins une épreuve à présenter à cette session.',
  sitNow: 'Présentée à cette session',
  sitLater: 'À une prochaine session',
  languageChosen: (language: string): string => `Langue\u00a0: ${language}`,
  optional: 'Facultative',
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
} as const;

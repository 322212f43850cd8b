import { keptFileTexts } from '../../keptFiles/index.ts';
import { lengthsInWords } from '../../law/index.ts';
import { parisDay } from '../../platform/time.ts';
import { clockTime, dayInWords, NBSP, plural, quoted, shortInstant } from '../../ui/index.ts';
import { type Conclusion, type ExcuseState, MOST_OF_EXCUSES as MOST } from './excuse.ts';
import type { UnitAnswer } from './rules/excuseAnswers.ts';

/** « Je n'ai pas pu venir », for the candidate. No-break spaces are written `\u00a0`. */
export const excuseTexts = {
  title: "Je n'ai pas pu venir",
  back: 'Ma convocation',
  lead: 'Dites pourquoi, et joignez un justificatif si vous en avez un. Une absence justifiée peut ouvrir droit à une épreuve de remplacement\u00a0: une personne décide et vous répond.',
  who: "Ce que vous écrivez ici et vos documents sont lus par le seul service qui lit les certificats médicaux. Votre gestionnaire, le chef de bureau et le jury ne les voient pas\u00a0: qui décide lit seulement si l'empêchement est établi.",
  delay:
    "Aucun texte ne fixe de délai\u00a0: ce que vous envoyez est pris, quel que soit le jour. N'attendez pas pour autant, les épreuves de remplacement ont un calendrier.",
  none: "Aucune épreuve n'a commencé",
  noneText:
    "Cette page sert après le début d'une épreuve de votre convocation. Si vous savez déjà que vous ne pourrez pas venir, dites-le sur la page de votre convocation.",
  form: 'Dire pourquoi',
  again: 'Envoyer une autre explication',
  units: "Épreuves auxquelles vous n'avez pas pu venir",
  unitsMissing: "Cochez au moins une épreuve à laquelle vous n'avez pas pu venir.",
  unit: (title: string, startsAt: string): string => {
    const at = Temporal.Instant.from(startsAt);
    return `${title}, ${dayInWords(parisDay(at))}, ${clockTime(at)}`;
  },
  words: 'Ce qui vous a empêché de venir',
  wordsHint: 'En quelques mots. Le justificatif se joint juste après.',
  wordsMissing: 'Dites ce qui vous a empêché de venir.',
  submit: 'Envoyer',
  sent: 'Ce que vous avez envoyé',
  of: (at: Temporal.Instant): string => `Envoyé le ${shortInstant(at)}`,
  states: {
    sent: 'Envoyé, pas encore ouvert',
    reading: 'En cours de lecture',
    read: 'Lu, le rectorat va décider',
    withdrawn: 'Retiré',
  } as const satisfies Readonly<Record<ExcuseState, string>>,
  answers: {
    granted: 'Acceptée\u00a0: vous repassez cette unité',
    refused: 'Refusée\u00a0: le motif et les recours sont dans vos messages',
    marked: 'Notée',
    waiting: 'Réponse attendue',
  } as const satisfies Readonly<Record<UnitAnswer, string>>,
  answer: (words: string): string => `. ${words}`,
  marked:
    "Une copie à votre nom a été notée\u00a0: le rectorat n'a plus d'absence à juger. Si vous n'êtes pas venu à cette épreuve, écrivez-le tout de suite au rectorat.",
  messages: 'Mes messages',
  erased: 'Vos mots sont effacés\u00a0: le temps de les garder est passé.',
  documents: 'Justificatifs',
  noDocument:
    "Aucun justificatif joint. Ce n'est pas obligatoire pour envoyer\u00a0; cela peut l'être pour que l'absence soit reconnue justifiée.",
  file: 'Fichier',
  add: 'Joindre un justificatif',
  budget: `${MOST.documents} documents au plus.`,
  receipt: (receipt: string, size: string, at: Temporal.Instant): string =>
    `${size}, reçu le ${shortInstant(at)}, numéro de dépôt ${receipt}`,
  waiting: (receipt: string, size: string, at: Temporal.Instant): string =>
    `${size}, numéro de dépôt ${receipt}. ${keptFileTexts.waits(at)}`,
  giveAnother: 'Joignez-en un autre\u00a0: il sera lu, même si une réponse vous a été donnée.',
  infected: "L'antivirus l'a trouvé infecté\u00a0: il ne s'ouvre plus. Joignez-en un autre.",
  fileErased: 'Effacé\u00a0: le temps de le garder est passé.',
  withdraw: 'Retirer cet envoi',
  withdrawText: `Il ne sera plus lu, et ses documents seront effacés dans ${lengthsInWords.court}. Vous pourrez en faire un autre.`,
  withdrawSubmit: "Retirer l'envoi et ses documents",
  kept: 'Vos mots et vos documents sont effacés un an après la fin de la session.',
  due: {
    proof: {
      label: 'Joindre un justificatif à ce que vous avez dit de votre absence',
      title: 'Une démarche à compléter',
      mail: 'Une démarche reste à compléter dans votre espace',
      detail: "aucun texte ne fixe de date\u00a0; n'attendez pas, les épreuves de remplacement ont un calendrier",
      otherwise: "Sans justificatif, l'absence peut ne pas être reconnue justifiée. C'est une personne qui décide.",
    },
    reading: { label: 'Ce que vous avez dit de votre absence', title: '', mail: null, otherwise: null },
  },
  flash: {
    envoye: 'Envoyé. Vous pouvez maintenant joindre un justificatif.',
    ajoute: 'Justificatif reçu.',
    retire: 'Envoi retiré.',
  },
} as const;

/** For the service that reads, then for who decides. */
export const readingTexts = {
  title: 'Absences expliquées',
  nav: 'Absences',
  navCount: 'à lire',
  lead: 'Ce que des candidats disent de leur absence à une épreuve. Vous seuls le lisez\u00a0: le chef de bureau, qui décide, lit votre conclusion et les mots que vous lui écrivez.',
  count: (count: number): string => plural(count, 'absence expliquée', 'absences expliquées'),
  empty: "Aucune absence n'attend",
  emptyText: "Les candidats s'expliquent sur la page de leur convocation, une fois l'épreuve commencée.",
  cut: `Les ${MOST.listed} premières lignes sont montrées, celles à lire d'abord.`,
  columns: ['Candidat', 'Épreuves', 'Envoyé le', 'État'],
  states: {
    sent: 'À lire',
    reading: 'Ouverte, à conclure',
    read: 'Conclue',
    withdrawn: 'Retirée',
  } as const satisfies Readonly<Record<ExcuseState, string>>,
  back: 'Absences expliquées',
  units: 'Épreuves',
  sentAt: 'Envoyé le',
  words: 'Ce que dit le candidat',
  erased: 'Ces mots sont effacés.',
  documents: 'Justificatifs',
  noDocument: 'Aucun justificatif joint.',
  waiting: (size: string, at: Temporal.Instant): string => `${size}, reçu le ${shortInstant(at)}, pas encore lu`,
  unreadable: (at: Temporal.Instant): string =>
    `Reçu le ${shortInstant(at)}, n'a pas pu être lu. Le candidat en est averti et peut en joindre un autre.`,
  conclude: 'Conclusion pour qui décide',
  afterReading:
    "Un justificatif est reçu et n'est pas encore lu\u00a0: la conclusion viendra après. Rechargez la page dans un moment.",
  concludeLead:
    "Elle ne décide rien. Dites si l'empêchement est établi pour le jour de l'épreuve, et rien de sa cause.",
  conclusion: 'Ce qui est arrivé',
  conclusions: {
    established: 'Établit que le candidat ne pouvait pas venir ce jour-là',
    'not-established': "Ne l'établit pas",
  } as const satisfies Readonly<Record<Conclusion, string>>,
  conclusionMissing: "Dites si l'empêchement est établi.",
  said: 'Mots pour le chef de bureau',
  saidHint: "Ni maladie, ni lieu de soins\u00a0: par exemple «\u00a0le document est d'un autre jour\u00a0».",
  submit: 'Enregistrer la conclusion',
  flash: { conclue: 'Conclusion enregistrée\u00a0: le chef de bureau la lit.' },
  shut: {
    'being-read': "Ce fichier est reçu et n'est pas encore lu. Rouvrez-le dans un moment.",
    'being-scanned': "L'antivirus n'a pas encore lu ce fichier. Rouvrez-le dans un moment.",
    infected: "L'antivirus a trouvé ce fichier infecté\u00a0: il ne s'ouvre pas.",
    erased: 'Ce fichier est effacé\u00a0: le temps de le garder est passé.',
  },
  notShown: "Ce fichier ne s'ouvre pas pour l'instant. Réessayez dans un moment.",
  /** To the head. */
  forHead: {
    sent: (at: Temporal.Instant): string =>
      `Le candidat s'est expliqué le ${shortInstant(at)}. Le service qui lit n'a pas encore conclu\u00a0: vous pouvez décider sans attendre.`,
    read: (at: Temporal.Instant, conclusion: Conclusion, said: string): string =>
      `Le candidat s'est expliqué le ${shortInstant(at)}. Service qui a lu${NBSP}: ${conclusion === 'established' ? "l'empêchement est établi pour ce jour" : "l'empêchement n'est pas établi"}${said === '' ? '.' : `. ${quoted(said)}`}`,
  },
} as const;

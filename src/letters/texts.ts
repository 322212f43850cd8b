import { daysInWords } from '../law/index.ts';
import { letterTexts } from '../papers/index.ts';
import { listing, plural, quoted } from '../platform/french/french.ts';
import { MOST_COUNTED } from '../scope/index.ts';
import { type LetterFilter, type LetterSort, NEWS_DAYS } from './rules/letterFilter.ts';

/** The words of *Courriers à imprimer et poster*, for the office. */
export const lettersTexts = {
  title: 'Courriers à imprimer et poster',
  lead: "Les décisions qui partent par lettre recommandée, et les lettres à qui n'a pas d'adresse mail\u00a0: elles disent ce qu'un mail dit aux autres.",
  help: "Les décisions dans l'ordre des noms, puis les lettres, la dernière d'abord. Les décisions retirées n'y sont plus.",
  count: (count: number): string => plural(count, 'courrier', 'courriers'),
  /** Of the service of accommodations. */
  decisionsToPost: (count: number): string =>
    `${plural(count, "décision d'aménagement n'est pas encore notée postée", "décisions d'aménagement ne sont pas encore notées postées")}, en recommandé\u00a0: aucun délai ne court avant.`,
  home: (count: number): string =>
    `${count > MOST_COUNTED ? 'Beaucoup de lettres attendent' : plural(count, 'lettre attend', 'lettres attendent')} d'être ${count === 1 ? 'imprimée et postée' : 'imprimées et postées'}, à des candidats sans adresse mail.`,
  see: 'Voir les courriers',
  withoutNews: (count: number): string =>
    `${count > MOST_COUNTED ? 'Beaucoup de lettres suivies sont parties' : plural(count, 'lettre suivie est partie', 'lettres suivies sont parties')} depuis plus de ${daysInWords(NEWS_DAYS)}, sans nouvelles\u00a0: lisez leur numéro de suivi chez La Poste et notez ce qu'elles sont devenues. Jusque-là, aucun délai ne court.`,
  filter: 'État',
  filters: {
    'to-post': 'À imprimer et poster',
    posted: 'Parties, sans nouvelles',
    deposited: 'Déposées en ligne, pas encore notifiées',
    notified: 'Remises, ou notifiées',
    told: 'Dites par téléphone',
    over: 'Sans objet, jamais parties',
  } satisfies Readonly<Record<LetterFilter, string>>,
  sort: 'Nature',
  everySort: 'Décisions et lettres',
  sorts: { decisions: 'Décisions recommandées', lettres: 'Lettres sans mail' } satisfies Readonly<
    Record<LetterSort, string>
  >,
  show: 'Afficher',
  list: 'Courriers',
  columns: ['Dossier', 'Courrier', 'Adresse'],
  standing: 'Où il en est',
  standingAndTracking: 'Où il en est, numéro de suivi',
  tracking: 'Numéro de suivi',
  /** After it, for who can't see the row. */
  trackingOf: (number: string, reference: string): string => `de la lettre ${reference} pour ${number}`,
  /** Of a list that isn't the one to print. */
  titleOf: (filter: string): string => `Courriers\u00a0: ${filter.slice(0, 1).toLowerCase()}${filter.slice(1)}`,
  tick: (reference: string): string => `Choisir la lettre ${reference}`,
  tickAll: 'Cocher toute la page',
  decision: 'Décision, en recommandé',
  empty: 'Rien ici',
  emptyText: {
    'to-post':
      "Rien n'est à imprimer ni à poster. Une lettre vient ici quand quelque chose est dit à qui n'a pas d'adresse mail.",
    posted: "Aucune lettre n'est en chemin.",
    deposited: "Aucune décision déposée en ligne n'attend d'être lue.",
    notified: "Aucune lettre n'est notée remise pour le moment.",
    told: "Rien n'a été dit par téléphone au lieu d'une lettre.",
    over: "Aucune lettre n'est devenue sans objet avant de partir.",
  } satisfies Readonly<Record<LetterFilter, string>>,
  printTitle: '1. Imprimer et signer',
  printText:
    "Cochez les courriers, imprimez-les sur le recto seul, signez chaque lettre à la main, ou faites-la signer par qui sa ligne nomme. Chacune est suivie des documents qu'elle annonce.",
  print: 'Imprimer ce qui est coché (PDF)',
  noneToPrint: "Cochez au moins un courrier à imprimer. Rien n'a été imprimé.",
  forExam: (numbers: readonly string[]): string =>
    `Une convocation dit comment se passe l'examen d'une personne\u00a0: le chef de bureau l'imprime. Décochez ${listing(numbers)}. Rien n'a été imprimé.`,
  postTitle: '2. Noter ce qui est parti',
  postText:
    "Cochez ce qui est parti ce jour-là. Recopiez le numéro de suivi s'il y en a un\u00a0: une décision en a toujours. Le reste attend encore.",
  submit: 'Noter ces lettres parties',
  none: "Cochez au moins une lettre, ou recopiez un numéro de suivi. Rien n'a été enregistré.",
  badTracking: (number: string, typed: string): string =>
    `${number}\u00a0: ${quoted(typed)} n'est pas un numéro de suivi. Il a de 8 à 20 lettres et chiffres\u00a0; recopiez celui de l'étiquette. Rien n'a été enregistré.`,
  twice: (number: string, typed: string): string =>
    `${number}\u00a0: le numéro ${typed} est écrit deux fois. Rien n'a été enregistré.`,
  refused: (number: string, why: string): string => `${number}\u00a0: ${why}`,
  someDone: (count: number): string =>
    `${plural(count, 'autre lettre est notée partie', 'autres lettres sont notées parties')}.`,
  flash: { 'lettres-parties': 'Les lettres sont notées parties.', ...letterTexts.flash },
  what: (filter: string, session: string): string => `courriers, ${filter}, ${session}`,
  labelsTitle: (session: string): string => `Étiquettes des courriers, ${session}`,
  one: {
    title: 'Lettre à un candidat sans adresse mail',
    words: 'Ce que dit la lettre',
    onFile: 'Courriers de ce dossier',
    columns: ['Lettre', 'Du', 'Où elle en est'],
  },
} as const;

/** The same tray for who alone reads of somebody's health. */
export const healthLettersTexts = {
  title: 'Courriers confidentiels à poster',
  lead: "Les décisions d'aménagements qui partent par lettre recommandée, et ce que votre service écrit à qui n'a pas d'adresse mail. Vous seuls les lisez\u00a0: le bureau des examens ne les voit ni ne les compte.",
} as const;

import { dayInWords, exactInstant, listing, plural, quoted, shortDay, shortInstant } from '../ui/index.ts';
import type { DecisionAuthor } from './decision.ts';

/** Every French sentence of this room. No-break spaces are written `\u00a0`. */
export const texts = {
  /** « Anne Martin, cheffe de la division des examens (Division des examens et concours), par délégation … » */
  author: authorInWords,
  takenBy: (author: DecisionAuthor): string => `Décision prise par ${authorInWords(author)}.`,
  words: (words: string): string => `Motifs\u00a0: ${words}`,
  ground: (ground: string): string => `Fondement\u00a0: ${ground.replace(/\.$/, '')}.`,
  read: 'Lire la décision et ses recours, dans mes documents',
  authorTitle: 'Qui a pris cette décision',
  delegated: (grantor: string, title: string, publishedOn: Temporal.PlainDate): string =>
    `par délégation ${ofGrantor(grantor)} (${title}, publié le ${shortDay(publishedOn)})`,
  signing: {
    you: (author: string): string =>
      `Vous signez cette décision\u00a0: ${author}. Votre nom et votre qualité y seront imprimés.`,
    none: (title: string): string => `Vous n'avez pas de délégation de signature pour cet acte\u00a0: ${lower(title)}.`,
    ended: (end: Temporal.PlainDate | Temporal.Instant): string => `La vôtre a pris fin le ${endInWords(end)}.`,
    who: (names: readonly string[]): string => `Peut signer\u00a0: ${listing(names)}.`,
    nobody:
      "Aucune des personnes qui lisent ces dossiers n'en a aujourd'hui\u00a0: demandez au chef du bureau d'en enregistrer une pour l'une d'elles, depuis la page «\u00a0Personnel\u00a0».",
  },
  prepared: "La décision est préparée. Elle n'a aucun effet avant d'être signée, et le candidat n'en voit rien.",
  prepare: 'Préparer pour signature',
  prepareText:
    "Vous pouvez la préparer\u00a0: qui peut signer la lit, la corrige, puis la signe ou vous la renvoie. D'ici là, rien ne change.",
  /** Of one that is prepared. */
  one: {
    prepared: (who: string, at: Temporal.Instant): string => `Préparée par ${who}, le ${shortInstant(at)}.`,
    changed:
      'Le dossier a changé depuis que cette décision est préparée\u00a0: elle ne peut plus être signée telle quelle. Lisez le dossier, puis renvoyez-la.',
    sendBack: "Renvoyer à qui l'a préparée",
    word: 'Pourquoi',
    wordHint: 'Ce qui est à vérifier ou à récrire. Le candidat ne le lit pas.',
    wordMissing: 'Écrivez en quelques mots pourquoi vous la renvoyez.',
    sentBack: (who: string, at: Temporal.Instant, words: string): string =>
      `Renvoyée par ${who}, le ${shortInstant(at)}\u00a0: ${words}`,
  },
  refusals: {
    reason:
      "Écrivez la raison en une phrase\u00a0: les faits, puis ce qu'ils entraînent. Trois mots ne suffisent pas à une personne pour comprendre.",
    unsaid: (what: readonly string[]): string =>
      `Cette décision imprime où la contester (code de justice administrative, article R421-5), et les règles de l'académie ne le disent pas encore\u00a0: ${listing(what.map(quoted))}. Le chef de bureau ou un administrateur complète d'abord «\u00a0Ce que la loi fait écrire\u00a0», dans les règles de l'académie (/gestion/regles), et les fait publier\u00a0; signez ensuite. Rien n'a été enregistré.`,
    fileChanged:
      "Le dossier a changé depuis que cette page est ouverte. Rien n'a été enregistré\u00a0: relisez-le, puis recommencez.",
    preparedAlready:
      "Cette décision est déjà préparée pour ce dossier, en d'autres mots ou par une autre personne\u00a0: elle est dans «\u00a0À signer\u00a0». Rien n'a été enregistré.",
    preparedClosed:
      "Cette décision préparée n'attend plus\u00a0: quelqu'un l'a signée, renvoyée ou réécrite depuis que cette page est ouverte. Rien n'a été enregistré.",
    preparedChanged:
      "Le dossier a changé depuis que cette décision est préparée. Rien n'a été enregistré\u00a0: lisez le dossier, puis renvoyez-la pour qu'elle soit préparée de nouveau.",
    unknownPerson: "Cette personne n'est pas du personnel de l'académie, ou son accès est fermé.",
    past: "Le dernier jour ne peut pas être avant aujourd'hui\u00a0: ce qui a été signé reste signé.",
    order:
      "Une délégation vaut au plus tôt le lendemain de sa publication au recueil (code de l'éducation, article D222-20).",
    heldAlready: (title: string, from: Temporal.PlainDate): string =>
      `Cette personne a déjà une délégation ces jours-là pour l'un de ces actes\u00a0: ${title}, en vigueur depuis le ${shortDay(from)}. Mettez-y d'abord fin, ou décochez cet acte. Rien n'a été enregistré.`,
    untilOrder: 'Le dernier jour vient avant le premier.',
  },
  delegations: {
    title: 'Délégations de signature',
    lead: "Pour signer une décision, il faut une délégation du recteur en vigueur ce jour-là. La décision porte le prénom, le nom et la qualité de la personne qui signe (code des relations entre le public et l'administration, articles L212-1 et L212-2).",
    columns: { who: 'Qui', acts: 'Pour quels actes', text: 'Texte', days: 'En vigueur', end: 'Fin' },
    days: (from: Temporal.PlainDate, until: Temporal.PlainDate | null): string =>
      until === null ? `depuis le ${shortDay(from)}` : `du ${shortDay(from)} au ${shortDay(until)} inclus`,
    to: (from: Temporal.PlainDate): string => `à partir du ${shortDay(from)}`,
    over: (end: Temporal.PlainDate | Temporal.Instant): string => `a pris fin le ${endInWords(end)}`,
    source: (title: string, grantor: string, publishedOn: Temporal.PlainDate): string =>
      `${title}, publié le ${shortDay(publishedOn)}, ${grantor}`,
    acts: (count: number): string => plural(count, 'acte', 'actes'),
    account: (name: string): string => `Compte\u00a0: ${name}`,
    gone: 'compte fermé',
    none: 'Aucune délégation',
    noneText:
      "Tant qu'aucune n'est enregistrée, personne ne peut signer de décision. Recopiez ici l'arrêté du recteur.",
    add: 'Enregistrer une délégation',
    person: 'Personne',
    personMissing: 'Choisissez la personne qui reçoit la délégation.',
    firstName: 'Prénom',
    firstNameWhat: 'le prénom',
    firstNameMissing: 'Indiquez son prénom.',
    surname: 'Nom',
    surnameWhat: 'le nom',
    surnameMissing: 'Indiquez son nom.',
    capacity: 'Qualité',
    capacityHint: 'Celle que les décisions imprimeront.',
    capacityExample: 'cheffe de la division des examens et concours',
    capacityMissing: 'Indiquez sa qualité.',
    grantor: 'De qui',
    grantorExample: "le recteur de l'académie",
    grantorMissing: 'Indiquez de qui vient la délégation.',
    text: 'Arrêté',
    textExample: 'arrêté du 1er septembre 2023',
    textMissing: "Indiquez l'arrêté qui donne la délégation.",
    publishedOn: 'Publié au recueil le',
    publishedMissing: 'Indiquez le jour de la publication au recueil des actes administratifs.',
    from: 'Premier jour',
    fromHint: 'Au plus tôt le lendemain de la publication.',
    fromMissing: 'Indiquez le premier jour.',
    until: 'Dernier jour',
    untilHint: "Vide\u00a0: jusqu'à ce que vous y mettiez fin.",
    actsAsked: 'Actes',
    actsHint: "Cochez ceux que l'arrêté énumère, et ceux-là seulement.",
    actsMissing: 'Cochez au moins un acte.',
    submit: 'Enregistrer',
    end: 'Y mettre fin',
    endOf: (name: string): string => `Mettre fin à la délégation de ${name}`,
    endTitle: (name: string): string => `Mettre fin à la délégation de ${name}\u00a0?`,
    endText:
      'Elle cesse aussitôt\u00a0: ce qui est signé reste signé, et cette personne ne signe plus rien à partir de cet instant.',
    keep: 'La garder',
    back: 'Délégations de signature',
    flash: { enregistree: 'La délégation est enregistrée.', terminee: 'La délégation a pris fin.' },
  },
} as const;

function authorInWords({ firstName, surname, capacity, service, delegated }: DecisionAuthor): string {
  return `${`${firstName} ${surname}`.trim()}, ${capacity} (${service})${delegated === null ? '' : `, ${delegated}`}`;
}

/** Its last day, whole; or the minute at which it was ended. */
function endInWords(end: Temporal.PlainDate | Temporal.Instant): string {
  return end instanceof Temporal.Instant ? exactInstant(end) : dayInWords(end);
}

function lower(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** « du recteur de l'académie … », « de la rectrice … » */
function ofGrantor(grantor: string): string {
  return grantor.startsWith('le ') ? `du ${grantor.slice(3)}` : `de ${grantor}`;
}

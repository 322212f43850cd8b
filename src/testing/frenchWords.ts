/** What no candidate reads, and what is said instead. */
export const FORBIDDEN: readonly {
  readonly word: RegExp;
  readonly instead: string;
}[] = [
  { word: /\bCFD\b/, instead: '« code du diplôme »' },
  { word: /\bNOR\b/, instead: 'no number of a text' },
  { word: /SHA-?256/, instead: '« empreinte », explained' },
  { word: /\bregroupements?\b/i, instead: 'the pieces that go together' },
  { word: /\b(?:le|du|au) bureau\b/i, instead: '« le rectorat », as everywhere' },
  { word: /’/, instead: 'a straight apostrophe' },
  { word: /[^\u00a0\u202f\s] ?[»;:!?](?!\S)(?<! [:;])|« /, instead: 'a no-break space' },
  {
    word: /(?<![\d\p{L}.-])(?:\d{1,3} (?:an|jour|mois|pièce|heure|minute|unité|page|fichier|note|candidat|document|message|question)s?\b|\d+ %)/u,
    instead: 'a no-break space between figure and noun',
  },
];

/** Sentences that may be longer than others, or hold what others don't: each with its reason. */
export const EXCUSED: readonly { readonly where: RegExp; readonly why: string }[] = [
  { where: /par la méthode SHA-256/, why: 'the help, for whoever has to prove what they sent' },
  { where: /R\.408 de la Caisse nationale/, why: 'the words of the notice, which the rules repeat' },
  { where: /SPÉCIMEN|\b\d{5}\u00a0?\p{Lu}| \d{5} [A-Z]/u, why: 'an address' },
  {
    where: /par délégation du recteur/,
    why: 'who signs, with the capacity and the order that delegates, as the law has it printed',
  },
];

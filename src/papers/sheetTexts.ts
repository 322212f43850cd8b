import type { SheetDoubt, SheetReading } from './rules/sheetReading.ts';

/** « 1 », « 1 et 2 », « 1, 2 et 3 » */
const list = new Intl.ListFormat('fr');
const pages = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'page' : 'pages'}\u00a0${list.format(numbers.map(String))}`;

/** For the officer: what a machine read, which decides nothing. */
export function sheetForOfficer({ state, version, pages: read, missing, empty }: SheetReading): string {
  if (state === 'none') return "Code carré\u00a0: aucun n'a été lu sur ce fichier.";
  if (state === 'other') return "Code carré\u00a0: celui d'une autre inscription, ou d'un autre document.";
  if (state === 'older') return `Code carré\u00a0: version\u00a0${version}, ce n'est pas la dernière.`;
  const left = missing.length === 0 ? '' : `\u00a0; ${pages(missing)} non ${missing.length === 1 ? 'lue' : 'lues'}`;
  const code = `Code carré\u00a0: ${pages(read)} de la version\u00a0${version} ${read.length === 1 ? 'lue' : 'lues'}${left}.`;
  return [code, ...boxes(empty, (words) => `Peut-être vide\u00a0: ${words}.`)].join(' ');
}

const kept = 'Votre fichier est bien déposé\u00a0; une personne le regardera.';

/** For the candidate who has just given it; null: all is there. The file is taken whatever it says. */
export function sheetForCandidate({ state, version, missing, empty }: SheetReading): string | null {
  if (state === 'none')
    return `Nous n'avons pas lu le code carré de votre confirmation signée. ${kept} Si la photo est floue ou coupée, déposez-en une autre.`;
  if (state === 'other')
    return `Ce fichier semble être un autre document, ou la confirmation d'une autre inscription. ${kept} Vérifiez que c'est la bonne feuille.`;
  if (state === 'older')
    return `Ce fichier semble être la version\u00a0${version} de votre confirmation, et non la dernière. ${kept} Signez et déposez la dernière version.`;
  const [the, they] = missing.length === 1 ? ['la', 'elle manque'] : ['les', 'elles manquent'];
  const said = [
    ...(missing.length === 0
      ? []
      : [`Nous n'avons pas lu ${the} ${pages(missing)}\u00a0: si ${they}, déposez toutes les pages.`]),
    ...boxes(
      empty,
      (words) =>
        `Nous n'avons pas vu d'encre sous ${words}\u00a0: si la feuille n'est pas signée, signez-la et déposez-la de nouveau.`,
    ),
  ];
  return said.length === 0 ? null : [...said, kept].join(' ');
}

/** Beside a file that doesn't seem to be what is to be signed. */
export function sheetNote({ state, version }: SheetReading): string | null {
  if (state === 'older') return `Ce fichier semble être la version\u00a0${version}, et non la dernière.`;
  return state === 'other' ? 'Ce fichier semble être un autre document.' : null;
}

/** What is to be looked at, and done: a line of what remains. `latest`: the version to sign. */
export function doubtInWords(doubt: SheetDoubt, latest: number): string {
  if (doubt.is === 'older')
    return `feuille de la version\u00a0${doubt.version}\u00a0: signez la version\u00a0${latest}`;
  if (doubt.is === 'other')
    return "le fichier semble être une autre feuille, ou celle de quelqu'un d'autre\u00a0: déposez la vôtre";
  const words = list.format(doubt.boxes.map((one) => `«\u00a0${one}\u00a0»`));
  return `nous n'avons pas vu d'encre sous ${words}\u00a0: si la feuille n'est pas signée, signez-la et déposez-la de nouveau`;
}

export const doubtTexts = {
  check: (what: string): string => `Vérifier ma confirmation signée (${what})`,
  title: 'Une confirmation à vérifier',
  mail: (what: string): string => `Vérifier la confirmation signée que vous avez déposée (${what})`,
  waits: 'Confirmation signée déposée, à vérifier',
  byOffice: 'par le rectorat',
  kept: 'Votre fichier est bien déposé, à sa date\u00a0; une personne le regardera, et rien ne se décide avant.',
} as const;

/** One sentence of the boxes without ink, « Signature du candidat »; none where there is none. */
function boxes(empty: SheetReading['empty'], sentence: (words: string) => string): readonly string[] {
  const words = (empty ?? []).map((one) => `«\u00a0${one}\u00a0»`);
  return words.length === 0 ? [] : [sentence(list.format(words))];
}

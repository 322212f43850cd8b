import type { RowFault, RowMeaning } from './row.ts';

const plural = (count: number, one: string, many: string): string => `${count}\u00a0${count < 2 ? one : many}`;

/** The French of what follows each key, on the server and in the browser. */
export const words = {
  left: (count: number): string =>
    count === 0 ? 'Aucune unité à passer' : plural(count, 'unité à passer', 'unités à passer'),
  aim: (average: string): string => `\u00a0: il faut ${average} de moyenne.`,
  outOfReach: (from: number): string => `. Avec ces notes, une moyenne générale de ${from} ne peut plus être atteinte.`,
  unknown: (count: number): string =>
    `. La moyenne à viser n'est pas calculable\u00a0: ${plural(count, "coefficient n'est pas connu", 'coefficients ne sont pas connus')}.`,
  tradeAim: (average: string): string => `Il faut aussi ${average} sur les seules unités professionnelles.`,
  tradeOutOfReach: (from: number): string =>
    `Une moyenne de ${from} sur les seules unités professionnelles ne peut plus être atteinte.`,
  sit: 'À passer.',
  keep: 'Note gardée (bénéfice).',
  keepAny: 'Note gardée.',
  carry: 'Note reportée.',
  exempt: 'Dispense demandée\u00a0: ne compte plus dans la moyenne.',
  faults: {
    both: "Une note ou une dispense\u00a0: effacez l'une des deux.",
    'no-mark': 'Écrivez la note.',
    'no-day': 'Écrivez la date du relevé.',
    mark: 'Note à corriger\u00a0: de 0 à 20, au demi-point.',
    day: 'Date à corriger, par exemple 05/07/2022.',
    'too-low': "Trop basse pour être gardée dans cette forme de passage\u00a0: effacez-la, vous passez l'épreuve.",
    'too-old': 'Trop ancienne pour cet examen.',
    future: "Date dans l'avenir.",
  } satisfies Record<RowFault, string>,
} as const;

/** What becomes of a unit, in its row. */
export function rowInWords(meaning: RowMeaning, keptFrom: number | null): string {
  if (meaning.code === 'faulty') return words.faults[meaning.why];
  return meaning.code === 'keep' && keptFrom === null ? words.keepAny : words[meaning.code];
}

import { cellOf, protect, type Sum, type TableSheet } from '../../../statistics/index.ts';
import { dashboardTexts } from '../dashboardTexts.ts';
import type { Picture } from './picture.ts';

const say = dashboardTexts.registered;

/** Registered by speciality with their sum, the heading first; for others than the office no number of a few. */
export function specialitiesSheet(
  { specialities, registered, incomplete }: Pick<Picture, 'specialities' | 'registered' | 'incomplete'>,
  nameOf: (cfd: string) => string,
  forOthers: boolean,
): TableSheet {
  const lines = [...specialities, { key: '', ...registered, incomplete }];
  const isCompared = registered.before !== null;
  const values = lines.map(({ count, before, incomplete: lacking }) => [
    count,
    ...(before === null ? [] : [before]),
    lacking,
  ]);
  const cells = values.flat();
  const width = isCompared ? 3 : 2;
  const sums = Array.from({ length: width }, (_, column): Sum => {
    const at = (row: number): number => row * width + column;
    return [at(specialities.length), ...specialities.map((_line, row) => at(row))];
  });
  const shown = forOthers ? protect(cells, sums) : cells;
  return [
    [dashboardTexts.code, say.column, say.count, ...(isCompared ? [say.before] : []), say.incomplete],
    ...lines.map(({ key }, row) => [
      key,
      row === specialities.length ? say.total : nameOf(key),
      ...shown.slice(row * width, (row + 1) * width).map(cellOf),
    ]),
  ];
}

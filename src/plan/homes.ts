import { deliveredText } from '../catalogue/index.ts';
import { kilometres, type Position } from './placing/problem.ts';

let known: ReadonlyMap<string, Position> | null = null;

/** Where a postcode is, about; null: it is in no table. */
export function positionOf(postcode: string | null): Position | null {
  known ??= readPostcodes();
  return postcode === null ? null : (known.get(postcode) ?? null);
}

/** As the crow flies, in whole kilometres; null: one of the two isn't known. */
export function kilometresApart(one: string | null, other: string | null): number | null {
  const [here, there] = [positionOf(one), positionOf(other)];
  return here === null || there === null ? null : Math.round(kilometres(here, there));
}

function readPostcodes(): ReadonlyMap<string, Position> {
  const lines = (deliveredText('postcodes.tsv') ?? '').split('\n');
  return new Map(
    lines.flatMap((line): readonly [string, Position][] => {
      const [postcode = '', latitude = '', longitude = ''] = line.split('\t');
      return /^\d{5}$/.test(postcode) ? [[postcode, { latitude: Number(latitude), longitude: Number(longitude) }]] : [];
    }),
  );
}

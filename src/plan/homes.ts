import { deliveredText } from '../catalogue/index.ts';
import type { Position } from './placing/problem.ts';

let known: ReadonlyMap<string, Position> | null = null;

/** Where a postcode is, about; null: it is in no table. */
export function positionOf(postcode: string | null): Position | null {
  known ??= readPostcodes();
  return postcode === null ? null : (known.get(postcode) ?? null);
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

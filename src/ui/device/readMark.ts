import { ok, type Result, refuse } from '../../platform/result.ts';

export type MarkFault = 'unreadable' | 'by-half-points' | 'out-of-range';

const MARK = /^(\d{1,2})(?:[.,](\d{1,2}))?(?:\s*\/\s*20)?$/;

/** The half points (0 to 40) of a mark as people write it, on the server and in the browser: `10,5`, `10.5`, `10,5/20` are 21. */
export function readMark(text: string): Result<number, MarkFault> {
  const parts = MARK.exec(text);
  if (parts === null) return refuse('unreadable');
  const hundredths = Number((parts[2] ?? '').padEnd(2, '0'));
  if (hundredths % 50 !== 0) return refuse('by-half-points');
  const halfPoints = Number(parts[1]) * 2 + hundredths / 50;
  return halfPoints > 40 ? refuse('out-of-range') : ok(halfPoints);
}

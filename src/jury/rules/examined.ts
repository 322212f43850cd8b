import type { Account } from '../../results/index.ts';
import type { JuryPoint } from '../verdict.ts';

type Before = { readonly account: Pick<Account, 'units'>; readonly points: readonly JuryPoint[] };

/** What a jury has before its eyes: the marks as they came, without its own points. One of them changed: it is another text. */
export function marksBefore({ account, points }: Before): string {
  const given = new Map(points.map(({ unit, before }) => [unit, before]));
  return account.units
    .map(({ id, outcome }) => {
      const mark = given.get(id) ?? ('halfPoints' in outcome ? outcome.halfPoints : '');
      return `${id} ${outcome.code} ${mark}`;
    })
    .join('\n');
}

/** Examined: points were given that still fit, or somebody said so of these very marks (`ticked`). */
export function isExamined(one: Before, ticked: string | undefined): boolean {
  return one.points.length > 0 || ticked === marksBefore(one);
}

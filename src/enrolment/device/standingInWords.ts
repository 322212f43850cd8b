import type { PassMarks } from '../../catalogue/index.ts';
import { averageToAimFor, type CountedUnit, isOutOfReach, type TargetAverage, targetInWords } from '../rules/target.ts';
import { words as say } from './words.ts';

/** « 4 unités à passer : il faut 8,6 de moyenne. » `trade`: the professional units, where they count alone too. */
export function standingInWords(units: readonly CountedUnit[], trade: readonly CountedUnit[], pass: PassMarks): string {
  const left = units.filter(({ halfPoints }) => halfPoints === null).length;
  const whole = aimInWords(averageToAimFor(units, pass.average), {
    ...say,
    outOfReach: say.outOfReach(pass.average / 2),
  });
  if (pass.professional === null) return `${say.left(left)}${whole ?? '.'}`;
  const outOfReach = say.tradeOutOfReach(pass.professional / 2);
  const own = aimInWords(averageToAimFor(trade, pass.professional), {
    aim: say.tradeAim,
    outOfReach,
    unknown: () => null,
  });
  return `${say.left(left)}${whole ?? '.'}${own === null ? '' : ` ${own}`}`;
}

type Said = {
  readonly aim: (average: string) => string;
  readonly outOfReach: string;
  readonly unknown: (missingCoefficients: number) => string | null;
};

/** null: there is nothing to say. */
function aimInWords(target: TargetAverage | null, { aim, outOfReach, unknown }: Said): string | null {
  if (target === null) return null;
  if (!target.known) return unknown(target.missingCoefficients);
  return isOutOfReach(target) ? outOfReach : aim(targetInWords(target));
}

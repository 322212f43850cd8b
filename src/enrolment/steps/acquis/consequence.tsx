import type { JSX } from 'preact';
import type { PassMarks } from '../../../catalogue/index.ts';
import { Alert } from '../../../ui/index.ts';
import { isOutOfReach } from '../../creditTexts.ts';
import { type Credit, countedUnits, slotsToSit } from '../../rules/credits.ts';
import { isProfessional, type Slot } from '../../rules/slots.ts';
import { averageToAimFor, type Target, targetInWords } from '../../rules/target.ts';
import { texts as say } from './texts.ts';

/** « Il vous reste 5 unités, il vous faut 10,4 de moyenne. » Then the same of the professional units, where they count alone. */
export function Consequence({
  slots,
  credits,
  pass,
}: {
  readonly slots: readonly Slot[];
  readonly credits: ReadonlyMap<string, Credit>;
  readonly pass: PassMarks;
}): JSX.Element {
  const target = averageToAimFor(countedUnits(slots, credits), pass.average);
  const trade =
    pass.professional === null
      ? null
      : averageToAimFor(countedUnits(slots.filter(isProfessional), credits), pass.professional);
  return (
    <Alert tone="info">
      <p>
        {say.left(slotsToSit(slots, credits).length)}{' '}
        {inWords(target, say.target, say.targetOutOfReach(pass.average / 2))}
      </p>
      {trade !== null && (
        <p>{inWords(trade, say.tradeTarget, say.tradeTargetOutOfReach((pass.professional ?? 0) / 2))}</p>
      )}
    </Alert>
  );
}

function inWords(target: Target | null, aim: (average: string) => string, outOfReach: string): string | null {
  if (target === null) return null;
  if (!target.known) return say.targetUnknown(target.missingCoefficients);
  return isOutOfReach(target) ? outOfReach : aim(targetInWords(target));
}

import type { JSX } from 'preact';
import { Alert } from '../../../ui/index.ts';
import { isOutOfReach } from '../../creditTexts.ts';
import { type Credit, countedUnits, slotsToSit } from '../../rules/credits.ts';
import type { Slot } from '../../rules/slots.ts';
import { averageToAimFor, targetInWords } from '../../rules/target.ts';
import { texts as say } from './texts.ts';

/** « Il vous reste 5 unités, il vous faut 10,4 de moyenne. » */
export function Consequence({
  slots,
  credits,
}: {
  readonly slots: readonly Slot[];
  readonly credits: ReadonlyMap<string, Credit>;
}): JSX.Element {
  const target = averageToAimFor(countedUnits(slots, credits));
  return (
    <Alert tone="info">
      <p>
        {say.left(slotsToSit(slots, credits).length)}{' '}
        {target !== null &&
          (target.known
            ? isOutOfReach(target)
              ? say.targetOutOfReach
              : say.target(targetInWords(target))
            : say.targetUnknown(target.missingCoefficients))}
      </p>
    </Alert>
  );
}

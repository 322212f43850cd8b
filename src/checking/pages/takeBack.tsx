import type { JSX } from 'preact';
import { ActionForm, Button } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueueFilter } from '../checking.ts';
import { takeBackTexts } from '../takeBackTexts.ts';

/** In the hidden field: the decision that was seen. */
export const REVIEW = 'decision-prise';

/** A decision that its officer may still take back. */
export type TakeBack = {
  readonly pieceId: string;
  readonly reviewId: string;
  /** Whole seconds for which it is offered. */
  readonly seconds: number;
};

/** The button; a script takes it away when its time is over. */
export function TakeBackForm({
  takeBack,
  filter,
  csrf,
}: {
  readonly takeBack: TakeBack | null;
  readonly filter: QueueFilter;
  readonly csrf: string;
}): JSX.Element | null {
  if (takeBack === null) return null;
  return (
    <div data-take-back={takeBack.seconds}>
      <ActionForm
        action={checkingAddresses.takeBack(takeBack.pieceId, filter)}
        csrf={csrf}
        hidden={{ [REVIEW]: takeBack.reviewId }}
      >
        <Button kind="secondary">{takeBackTexts.button}</Button>
      </ActionForm>
    </div>
  );
}

import type { JSX } from 'preact';
import { Alert } from '../../ui/index.ts';
import { addresses as checkingAddresses } from '../addresses.ts';
import type { QueueFilter } from '../checking.ts';
import { reviewTexts } from '../reviewTexts.ts';
import { type TakeBack, TakeBackForm } from './takeBack.tsx';

const say = reviewTexts;

/** The decision that led here. */
export type DoneLine = {
  readonly pieceId: string;
  readonly enrolmentId: string;
  readonly refused: boolean;
  readonly text: string;
  readonly takeBack: TakeBack | null;
};

/** Said once, with the way back: a slip of the finger is mended at once. */
export function Done({
  done,
  filter,
  csrf,
}: {
  readonly done: DoneLine | null;
  readonly filter: QueueFilter;
  readonly csrf: string;
}): JSX.Element | null {
  if (done === null) return null;
  return (
    <div class="done" role="status">
      <Alert tone={done.refused ? 'info' : 'ok'}>
        <p>
          {done.text} <a href={checkingAddresses.piece(done.pieceId, filter)}>{say.returnTo}</a>
        </p>
        <TakeBackForm takeBack={done.takeBack} filter={filter} csrf={csrf} />
      </Alert>
    </div>
  );
}

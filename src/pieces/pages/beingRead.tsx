import type { JSX } from 'preact';
import { keptFileTexts } from '../../keptFiles/index.ts';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { PieceWithFiles } from '../piece.ts';
import { isBeingRead, unreadFiles } from '../rules/pieceState.ts';

const say = keptFileTexts.reading;

/** Files that are received and that wait to be read: the page follows by itself, or by a press. */
export function BeingRead({
  pieces,
  enrolmentId,
}: {
  readonly pieces: readonly PieceWithFiles[];
  readonly enrolmentId: string;
}): JSX.Element | null {
  const unread = pieces.filter(isBeingRead);
  const waiting = unread.reduce((sum, piece) => sum + unreadFiles(piece), 0);
  if (waiting === 0) return null;
  return (
    <div data-reading={addresses.reading(enrolmentId)} data-state={String(waiting)}>
      <Alert tone="info" title={say.title(waiting)}>
        <p>
          {say.text} {say.ifNot(unread.every(({ givenAgainAt }) => givenAgainAt === null))}
        </p>
        <ButtonLink kind="secondary" href={addresses.list(enrolmentId)}>
          {say.go}
        </ButtonLink>
      </Alert>
    </div>
  );
}

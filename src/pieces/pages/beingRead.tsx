import type { JSX } from 'preact';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Deposit, PieceWithFiles } from '../piece.ts';
import { texts } from '../texts.ts';

/** Files that are received and that wait to be read: the page follows by itself, or by a press. */
export function BeingRead({
  pieces,
  enrolmentId,
}: {
  readonly pieces: readonly PieceWithFiles[];
  readonly enrolmentId: string;
}): JSX.Element | null {
  const unread = pieces.filter(({ files }) => files.some(isUnread));
  const waiting = unread.flatMap(({ files }) => files.filter(isUnread)).length;
  if (waiting === 0) return null;
  return (
    <div data-reading={addresses.reading(enrolmentId)} data-state={String(waiting)}>
      <Alert tone="info" title={texts.reading.title(waiting)}>
        <p>
          {texts.reading.text} {texts.reading.ifNot(unread.every(({ givenAgainAt }) => givenAgainAt === null))}
        </p>
        <ButtonLink kind="secondary" href={addresses.list(enrolmentId)}>
          {texts.reading.go}
        </ButtonLink>
      </Alert>
    </div>
  );
}

function isUnread({ kept }: Deposit): boolean {
  return kept.unread === true;
}

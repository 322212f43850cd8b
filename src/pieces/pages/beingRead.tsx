import type { JSX } from 'preact';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Deposit } from '../piece.ts';
import { texts } from '../texts.ts';

/** Files that are received and that wait to be read: the page follows by itself, or by a press. */
export function BeingRead({
  files,
  enrolmentId,
}: {
  readonly files: readonly Deposit[];
  readonly enrolmentId: string;
}): JSX.Element | null {
  const waiting = files.filter(({ kept }) => kept.unread === true).length;
  if (waiting === 0) return null;
  return (
    <div data-reading={addresses.reading(enrolmentId)} data-state={String(waiting)}>
      <Alert tone="info" title={texts.reading.title(waiting)}>
        <p>{texts.reading.text}</p>
        <ButtonLink kind="secondary" href={addresses.list(enrolmentId)}>
          {texts.reading.go}
        </ButtonLink>
      </Alert>
    </div>
  );
}

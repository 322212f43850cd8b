import type { JSX } from 'preact';
import { Alert, ButtonLink } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { ResultNews } from '../news.ts';
import { texts } from '../texts.ts';

const say = texts.own;

/** For the hub: the way to the result, or when it comes. */
export function ResultNotice({
  enrolmentId,
  news,
  kind = 'primary',
}: {
  readonly enrolmentId: string;
  readonly news: ResultNews;
  /** Secondary, where the page has something more urgent to do. */
  readonly kind?: 'primary' | 'secondary';
}): JSX.Element {
  const href = addresses.own(enrolmentId);
  switch (news.state) {
    case 'available':
      return (
        <Alert tone="info" title={say.available}>
          <ButtonLink kind={kind} href={href}>
            {say.see}
          </ButtonLink>
        </Alert>
      );
    case 'suspended':
      return (
        <Alert tone="warn">
          <p>
            <a href={href}>{say.suspendedTitle}</a>
          </p>
        </Alert>
      );
    case 'announced':
      return (
        <Alert tone="info">
          <p>
            <a href={href}>{say.announced(news.at)}</a>
          </p>
        </Alert>
      );
  }
}

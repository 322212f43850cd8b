import type { Author } from '../decisions/index.ts';
import { enrolmentAddresses } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import { type About, post, valuesOf } from '../post/index.ts';
import type { AccommodationActDeps } from './deps.ts';
import { texts } from './texts.ts';

export type News = 'received' | 'unsent' | 'infected' | 'unreadable' | 'asked' | 'decided' | 'decidedAgain';

/** Where the hub says what is to be done. */
const LINE = '#a-faire';

/**
 * A mailbox has other readers: no mail of this room says what it is about, its template and its link neither. The link leads to the
 * enrolment, which leads on. A letter is sealed, for who reads no page of ours: it says what it is about.
 */
export async function tell(
  deps: Pick<AccommodationActDeps, 'outbox' | 'publicUrl'>,
  tx: Tx,
  about: About,
  eventId: string,
  news: News,
  {
    until = '',
    words = '',
    author,
  }: { readonly until?: string; readonly words?: string; readonly author?: Author } = {},
): Promise<void> {
  const { civility, name, number, link } = valuesOf(
    deps,
    about,
    `${enrolmentAddresses.hub(about.enrolment.id)}${LINE}`,
  );
  const letter = texts.mails[news]({ civility, name, number, link, until });
  const behind = texts.posted[news]({ until, words });
  const by = author === undefined ? {} : { author };
  await post(deps, tx, about, { eventId, template: 'space.message', behind, ...by }, letter);
}

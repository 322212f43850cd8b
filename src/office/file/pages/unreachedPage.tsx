import type { JSX } from 'preact';
import {
  BackLink,
  EmptyState,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { MOST_UNREACHED } from '../../rules/counts.ts';
import type { Unreached } from '../../store/refusedMails.ts';
import { texts } from '../../texts.ts';

const say = texts.unreached;

export type UnreachedView = PageFrame & { readonly people: readonly Unreached[] };

/** Whom to telephone: candidates whose mail box refuses our mails. */
export function UnreachedPage({ people, ...view }: UnreachedView): JSX.Element {
  return (
    <Page {...view} layout="wide" title={say.title}>
      <BackLink href={addresses.home}>{texts.home.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {people.length === 0 ? (
        <EmptyState title={say.empty} />
      ) : (
        <Table
          caption={say.title}
          captionUnseen
          columns={Object.values(say.columns).map((label) => ({ label }))}
          rows={people.map(({ id, number, name, address, since }) => ({
            key: id,
            cells: [
              <a key="number" href={addresses.file(id)}>
                <Identifier>{number}</Identifier>
              </a>,
              <TypedWords key="name">{name}</TypedWords>,
              <TypedWords key="address">{address}</TypedWords>,
              shortInstant(since),
            ],
          }))}
        />
      )}
      {people.length === MOST_UNREACHED && <p class="muted">{say.cut(MOST_UNREACHED)}</p>}
    </Page>
  );
}

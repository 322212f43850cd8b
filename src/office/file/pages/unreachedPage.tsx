import type { JSX } from 'preact';
import { addressInWords } from '../../../accounts/index.ts';
import {
  BackLink,
  EmptyState,
  Identifier,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { MOST_UNREACHED } from '../../rules/counts.ts';
import type { WaitingRecovery } from '../../store/recoveries.ts';
import type { Unreached } from '../../store/refusedMails.ts';
import { texts } from '../../texts.ts';
import { addressTexts } from '../addressTexts.ts';

const say = texts.unreached;

export type UnreachedView = PageFrame & {
  readonly people: readonly Unreached[];
  /** Changes of address that this person may approve. */
  readonly waiting: readonly WaitingRecovery[];
};

/** Whom to telephone: candidates whose mail box refuses our mails. */
export function UnreachedPage({ people, waiting, ...view }: UnreachedView): JSX.Element {
  return (
    <Page {...view} layout="wide" title={say.title}>
      <BackLink href={addresses.home}>{texts.home.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {waiting.length > 0 && <Waiting waiting={waiting} />}
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
              <TypedWords key="address">{addressInWords({ address })}</TypedWords>,
              shortInstant(since),
            ],
          }))}
        />
      )}
      {people.length === MOST_UNREACHED && <p class="muted">{say.cut(MOST_UNREACHED)}</p>}
    </Page>
  );
}

function Waiting({ waiting }: { readonly waiting: readonly WaitingRecovery[] }): JSX.Element {
  const words = addressTexts.waiting;
  return (
    <Section title={words.title} id="adresses">
      <Table
        caption={words.title}
        captionUnseen
        columns={Object.values(words.columns).map((label) => ({ label }))}
        rows={waiting.map(({ id, number, name, proposedAt }) => ({
          key: id,
          cells: [
            <a key="number" href={addresses.address(id)}>
              <Identifier>{number}</Identifier>
            </a>,
            <TypedWords key="name">{name}</TypedWords>,
            shortInstant(proposedAt),
          ],
        }))}
      />
    </Section>
  );
}

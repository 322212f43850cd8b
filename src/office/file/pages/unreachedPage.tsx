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
import { homeTexts } from '../../desk/homeTexts.ts';
import { MOST_UNREACHED } from '../../rules/counts.ts';
import type { Waiting as WaitingFile } from '../../store/recoveries.ts';
import type { Unreached } from '../../store/refusedMails.ts';
import { paperTexts } from '../../typing/paperTexts.ts';
import { addressTexts } from '../addressTexts.ts';
import { unreachedTexts } from '../unreachedTexts.ts';

const say = unreachedTexts;

export type UnreachedView = PageFrame & {
  readonly people: readonly Unreached[];
  /** Changes of address that this person may approve. */
  readonly waiting: readonly WaitingFile[];
  /** Letters with a code that this person may print. */
  readonly letters: readonly WaitingFile[];
};

/** Whom to telephone: candidates whose mail box refuses our mails. */
export function UnreachedPage({ people, waiting, letters, ...view }: UnreachedView): JSX.Element {
  return (
    <Page {...view} layout="wide" title={say.title}>
      <BackLink href={addresses.home}>{homeTexts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {waiting.length > 0 && <Waiting words={addressTexts.waiting} at={addresses.address} waiting={waiting} />}
      {letters.length > 0 && (
        <Waiting words={paperTexts.letter.waiting} at={addresses.accessLetter} waiting={letters} />
      )}
      {people.length === 0 ? (
        <EmptyState title={say.empty} />
      ) : (
        <Section title={say.listTitle}>
          <Table
            caption={say.listTitle}
            columns={Object.values(say.columns)}
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
        </Section>
      )}
      {people.length === MOST_UNREACHED && <p class="muted">{say.cut(MOST_UNREACHED)}</p>}
    </Page>
  );
}

/** What a second person is to agree to, each with the page where they do. */
function Waiting({
  words,
  at,
  waiting,
}: {
  readonly words: { readonly title: string; readonly columns: Readonly<Record<'number' | 'name' | 'since', string>> };
  readonly at: (id: string) => string;
  readonly waiting: readonly WaitingFile[];
}): JSX.Element {
  return (
    <Section title={words.title}>
      <Table
        caption={words.title}
        columns={Object.values(words.columns)}
        rows={waiting.map(({ id, number, name, askedAt }) => ({
          key: id,
          cells: [
            <a key="number" href={at(id)}>
              <Identifier>{number}</Identifier>
            </a>,
            <TypedWords key="name">{name}</TypedWords>,
            shortInstant(askedAt),
          ],
        }))}
      />
    </Section>
  );
}

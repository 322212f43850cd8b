import type { JSX } from 'preact';
import { addressInWords } from '../../../accounts/index.ts';
import { deskAddresses, deskTexts, MOST_UNREACHED, type Unreached } from '../../../scope/index.ts';
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
import { addresses as personAddresses } from '../../addresses.ts';
import { WaitingTable } from '../../pages/waitingTable.tsx';
import type { RecoveryToAgree as WaitingFile } from '../../store/recoveries.ts';
import { addressTexts } from '../addressTexts.ts';
import { unreachedTexts } from '../unreachedTexts.ts';

const say = unreachedTexts;

export type UnreachedView = PageFrame & {
  readonly people: readonly Unreached[];
  /** Changes of address that this person may approve. */
  readonly waiting: readonly WaitingFile[];
};

/** Whom to telephone: candidates whose mail box refuses our mails. */
export function UnreachedPage({ people, waiting, ...view }: UnreachedView): JSX.Element {
  return (
    <Page {...view} layout="wide" title={say.title}>
      <BackLink href={deskAddresses.home}>{deskTexts.home}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {waiting.length > 0 && (
        <WaitingTable words={addressTexts.waiting} at={personAddresses.address} waiting={waiting} />
      )}
      {people.length === 0 ? (
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      ) : (
        <Section title={say.listTitle}>
          <Table
            caption={say.listTitle}
            columns={Object.values(say.columns)}
            rows={people.map(({ id, number, name, address, since }) => ({
              key: id,
              cells: [
                <a key="number" href={deskAddresses.file(id)}>
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

import type { JSX } from 'preact';
import { shortInstant } from '../../platform/french/dates.ts';
import { listing } from '../../platform/french/french.ts';
import type { People } from '../../scope/index.ts';
import { EmptyState, Identifier, Page, type PageFrame, PageTitle, Section, Table } from '../../ui/index.ts';
import { addresses as signingAddresses } from '../addresses.ts';
import { signingTexts as say } from '../texts.ts';
import type { DecisionToSign, ToSign } from '../toSign.ts';

export type ToSignView = PageFrame & { readonly toSign: ToSign; readonly people: People };

/** What waits for this person's signature, for somebody else's, and what came back. */
export function ToSignPage({ toSign, people, ...view }: ToSignView): JSX.Element {
  const { yours, others, back } = toSign;
  const parts = [
    [say.yours, yours],
    [say.back, back],
    [say.others, others],
  ] as const;
  return (
    <Page {...view} layout="wide" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {parts.every(([, some]) => some.length === 0) && <EmptyState title={say.none}>{say.noneText}</EmptyState>}
      {parts.map(
        ([title, some]) =>
          some.length > 0 && (
            <Part key={title} title={title} some={some} people={people} showsSigners={some === others} />
          ),
      )}
    </Page>
  );
}

function Part({
  title,
  some,
  people,
  showsSigners,
}: {
  readonly title: string;
  readonly some: readonly DecisionToSign[];
  readonly people: People;
  readonly showsSigners: boolean;
}): JSX.Element {
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={showsSigners ? [...say.columns, say.signer] : say.columns}
        rows={some.map(({ prepared, signable, name, number, signers }) => ({
          key: prepared.id,
          cells: [
            <a key="one" href={signingAddresses.prepared(prepared.id)}>
              {signable.declared.title}
            </a>,
            <span key="who">
              {name}, <Identifier>{number}</Identifier>
            </span>,
            people('staff', prepared.preparedBy),
            shortInstant(prepared.preparedAt),
            ...(showsSigners ? [signers.length === 0 ? say.nobody : listing(signers)] : []),
          ],
        }))}
      />
    </Section>
  );
}

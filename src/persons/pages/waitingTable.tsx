import type { JSX } from 'preact';
import { Identifier, Section, shortInstant, Table, TypedWords } from '../../ui/index.ts';
import type { RecoveryToAgree as WaitingFile } from '../store/recoveries.ts';

/** What a second person is to agree to, each with the page where they do. */
export function WaitingTable({
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

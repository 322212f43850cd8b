import type { JSX } from 'preact';
import { enrolmentAddresses, type ShownVersion, type TypedEntry } from '../../enrolment/index.ts';
import {
  BackLink,
  type Chrome,
  EmptyState,
  Page,
  PageTitle,
  Section,
  shortInstant,
  Table,
  TypedWords,
} from '../../ui/index.ts';
import { entriesTexts as say } from '../entriesTexts.ts';

/** What an officer typed in the candidate's name: what was asked, and each answer before and after. */
export function EntriesPage(props: {
  readonly chrome: Chrome;
  readonly enrolmentId: string;
  readonly entries: readonly TypedEntry[];
  readonly versions: readonly ShownVersion[];
}): JSX.Element {
  const { enrolmentId, entries } = props;
  return (
    <Page chrome={props.chrome} title={say.title}>
      <BackLink href={enrolmentAddresses.hub(enrolmentId)}>{say.back}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {entries.length === 0 && <EmptyState title={say.empty}>{say.emptyText}</EmptyState>}
      {entries.map((entry) => (
        <Section key={entry.id} title={say.asked[entry.way](entry.receivedOn)}>
          <p>
            {say.words}
            {'\u00a0: '}
            <TypedWords>{entry.words}</TypedWords>
          </p>
          <Outcome entry={entry} versions={props.versions} />
        </Section>
      ))}
      <p>{say.wrong}</p>
      <p class="muted">{say.arrangements}</p>
    </Page>
  );
}

function Outcome({
  entry,
  versions,
}: {
  readonly entry: TypedEntry;
  readonly versions: readonly ShownVersion[];
}): JSX.Element {
  const made = versions.find(({ version }) => version === entry.version);
  if (made === undefined) return <p>{entry.endedAt === null ? say.underWay : say.left}</p>;
  const title = say.version(made.version, shortInstant(made.registeredAt));
  if (made.version === 1)
    return (
      <p>
        {title}. {say.first}
      </p>
    );
  if (made.changes.length === 0)
    return (
      <p>
        {title}. {say.none}
      </p>
    );
  return (
    <Table
      caption={title}
      captionShown
      columns={Object.values(say.columns)}
      rows={made.changes.map(({ label, before, after }) => ({
        key: label + before + after,
        cells: [label, <TypedWords key="before">{before}</TypedWords>, <TypedWords key="after">{after}</TypedWords>],
      }))}
    />
  );
}

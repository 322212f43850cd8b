import type { JSX } from 'preact';
import {
  Alert,
  BackLink,
  ButtonLink,
  Details,
  EmptyState,
  Page,
  type PageFrame,
  PageTitle,
  Section,
  shortInstant,
  Table,
  wholeNumber,
} from '../../../ui/index.ts';
import { addresses } from '../../addresses.ts';
import { ERASED, type ErasedName } from '../../events.ts';
import { journalTexts } from '../journalTexts.ts';
import { nightsTexts as say } from '../nightsTexts.ts';

export type NightsView = PageFrame & {
  readonly coming: readonly { readonly what: ErasedName; readonly count: number }[];
  readonly past: readonly { readonly at: Temporal.Instant; readonly what: string }[];
  /** Entries that don't fit their chain; null: nobody asked. */
  readonly broken: number | null;
  readonly lengths: readonly { readonly label: string; readonly value: string }[];
};

/** What nights erase: what the coming one would, what the last ones did, and why then. */
export function NightsPage({ chrome, flash, coming, past, broken, lengths }: NightsView): JSX.Element {
  const due = coming.filter(({ count }) => count > 0);
  const nothing = coming.filter(({ count }) => count === 0);
  return (
    <Page chrome={chrome} flash={flash} layout="wide" title={say.title}>
      <BackLink href={addresses.journal()}>{journalTexts.title}</BackLink>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      {broken !== null && (
        <div role="status">
          <Alert tone={broken === 0 ? 'ok' : 'danger'}>{broken === 0 ? say.intact : say.broken(broken)}</Alert>
        </div>
      )}
      <Section title={say.coming}>
        {due.length > 0 && (
          <Table
            caption={say.coming}
            columns={Object.values(say.columns)}
            rows={due.map(({ what, count }) => ({ key: what, cells: [ERASED[what], wholeNumber(count)] }))}
          />
        )}
        {nothing.length > 0 && (
          <Details summary={say.nothing(nothing.length)}>
            <ul>
              {nothing.map(({ what }) => (
                <li key={what}>{ERASED[what]}</li>
              ))}
            </ul>
          </Details>
        )}
        <p class="muted">{say.comingHint}</p>
      </Section>
      <Section title={say.past}>
        {past.length === 0 ? (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        ) : (
          <>
            <Table
              caption={say.past}
              columns={Object.values(say.pastColumns)}
              rows={past.map(({ at, what }, index) => ({ key: String(index), cells: [shortInstant(at), what] }))}
            />
            <ButtonLink kind="secondary" href={addresses.nights({ verifier: 1 })}>
              {say.verify}
            </ButtonLink>
            <p class="muted">{say.verifyHint}</p>
          </>
        )}
      </Section>
      <Details summary={say.lengths}>
        <Table
          caption={say.lengths}
          columns={Object.values(say.lengthColumns)}
          rows={lengths.map(({ label, value }) => ({ key: label, cells: [label, value] }))}
        />
      </Details>
    </Page>
  );
}

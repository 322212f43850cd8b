import type { JSX } from 'preact';
import { Alert, Section, Table } from '../../ui/index.ts';
import type { MovedDate } from '../rules/extension.ts';
import { texts as say } from '../texts/extensions.ts';

/** What an extension does to one session, worked out from the rules in force. */
export type ExtendedSession = {
  readonly code: string;
  readonly label: string;
  readonly dates: readonly MovedDate[];
  readonly corrections: { readonly open: number; readonly moved: boolean; readonly last: Temporal.Instant };
  readonly reminders: readonly string[];
  readonly registered: number;
  readonly drafts: number;
};

/** Every date that follows, and who is told. */
export function Consequences(props: {
  readonly reason: string;
  readonly sessions: readonly ExtendedSession[];
}): JSX.Element {
  return (
    <>
      <Alert tone="info">
        <p class="typed">{props.reason}</p>
      </Alert>
      {props.sessions.map(({ code, label, dates, corrections, reminders, registered, drafts }) => (
        <Section key={code} title={say.dates(label)}>
          <Table
            caption={say.dates(label)}
            columns={say.dateColumns.map((column) => ({ label: column }))}
            rows={dates.map((one) => ({
              key: `${one.kind} ${one.group}`,
              cells: [say.date(one), say.end(one.was), <strong key="is">{say.end(one.is)}</strong>],
            }))}
          />
          <ul>
            <li>
              {corrections.moved
                ? say.corrections(corrections.open, corrections.last)
                : say.correctionsStay(corrections.open)}
            </li>
            <li>{say.reminders(reminders)}</li>
            <li>{say.mails(registered, drafts)}</li>
          </ul>
        </Section>
      ))}
      <p>{say.everywhere}</p>
      <p>{say.forever}</p>
    </>
  );
}

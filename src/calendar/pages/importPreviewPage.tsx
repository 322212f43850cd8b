import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { type HeldTime, MOST, type Sitting } from '../../places/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  dayInWords,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import type { Preview } from '../actions/previewOf.ts';
import { calendarTexts } from '../calendarTexts.ts';

const say = calendarTexts.preview;

type Hours = HeldTime & Pick<Sitting, 'speciality' | 'unit'> & { readonly roomId: string | null };
export type ImportPreviewView = ExamFrame & {
  readonly session: string;
  /** The table, as it was read: it comes back with what was seen of it. */
  readonly sent: string;
  readonly preview: Preview;
  readonly titleOf: (sitting: Hours) => string;
  readonly roomOf: (sitting: Hours) => string | null;
};

/** What a table moves and takes away, and of how many people, before anything is written. */
export function ImportPreviewPage(view: ImportPreviewView): JSX.Element {
  const { session, preview, titleOf, roomOf } = view;
  const { added, changed, removed, persons, seen } = preview;
  const hours = (one: Hours): string => {
    const room = roomOf(one);
    const when = `${dayInWords(parisDay(one.startsAt))}, ${calendarTexts.hours(one)}`;
    return room === null ? when : `${when}, ${room}`;
  };
  return (
    <ExamPage {...view} tab="calendar" title={say.title}>
      <PageTitle lead={say.lead}>{say.title}</PageTitle>
      <Alert tone={persons === 0 ? 'info' : 'warn'} title={say.counts(added.length, changed.length, removed.length)}>
        <p>{say.persons(persons)}</p>
      </Alert>
      {changed.length > 0 && (
        <Section title={say.changed} id="change">
          <Table
            caption={say.changed}
            columns={say.columns.changed}
            rows={changed.slice(0, MOST.faultsShown).map(({ sitting, line }) => ({
              key: sitting.id,
              cells: [titleOf(sitting), hours(sitting), hours(line)],
            }))}
          />
          <More count={changed.length} />
        </Section>
      )}
      {removed.length > 0 && (
        <Section title={say.removed} id="enleve">
          <Table
            caption={say.removed}
            columns={say.columns.removed}
            rows={removed.slice(0, MOST.faultsShown).map((sitting) => ({
              key: sitting.id,
              cells: [titleOf(sitting), hours(sitting)],
            }))}
          />
          <More count={removed.length} />
        </Section>
      )}
      <ActionForm
        action={addresses.importConfirmed({ session })}
        csrf={view.csrf}
        hidden={{ tableau: view.sent, vu: seen }}
      >
        <Actions>
          <Button>{say.confirm}</Button>
          <ButtonLink kind="secondary" href={addresses.calendar({ session })}>
            {say.back}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </ExamPage>
  );
}

function More({ count }: { readonly count: number }): JSX.Element | null {
  return count > MOST.faultsShown ? <p>{say.more(count - MOST.faultsShown)}</p> : null;
}

import type { JSX } from 'preact';
import { type ExamFrame, ExamPage } from '../../exam/index.ts';
import { type HeldTime, MOST, type Sitting } from '../../places/index.ts';
import { parisDay } from '../../platform/time.ts';
import {
  ActionForm,
  Actions,
  Alert,
  Button,
  ButtonLink,
  Details,
  dayInWords,
  type Hidden,
  PageTitle,
  Section,
  Table,
} from '../../ui/index.ts';
import type { Preview } from '../actions/previewOf.ts';
import { hoursByPlan } from '../byPlan.ts';
import { calendarTexts } from '../calendarTexts.ts';

const say = calendarTexts.preview;

type Hours = HeldTime & Pick<Sitting, 'speciality' | 'unit'> & { readonly roomId: string | null };
export type PreviewView = ExamFrame & {
  readonly session: string;
  readonly title: string;
  /** Of a table of what changes: what it is, as it stands, as it will be. */
  readonly columns: readonly string[];
  readonly preview: Preview;
  /** Tests that candidates of two sessions could no longer both sit, a sentence each. */
  readonly clashes?: readonly string[];
  /** Where what was seen is confirmed, with what comes back unchanged. */
  readonly confirm: Hidden & { readonly action: string; readonly label: string };
  readonly leave: { readonly href: string; readonly label: string };
  readonly titleOf: (sitting: Pick<Sitting, 'speciality' | 'unit'>) => string;
  readonly roomOf: (sitting: Hours) => string | null;
};

/** What changes of the calendar, and for how many people, before anything is written. */
export function PreviewPage(view: PreviewView): JSX.Element {
  const { title, preview, titleOf, roomOf, clashes = [], leave } = view;
  const { label, ...sent } = view.confirm;
  const { added, changed, removed, persons, named, byPlan, seen } = preview;
  const hours = (one: Hours): string => whenInWords(one, roomOf(one));
  return (
    <ExamPage {...view} tab="calendar" title={title}>
      <PageTitle lead={say.lead}>{title}</PageTitle>
      <Alert tone={persons === 0 ? 'info' : 'warn'} title={say.counts(added.length, changed.length, removed.length)}>
        <p>{say.persons(persons)}</p>
        {named.length > 0 && (
          <Details summary={say.who}>
            <ul>
              {named.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            {persons > named.length && <p>{say.more(persons - named.length)}</p>}
          </Details>
        )}
      </Alert>
      {clashes.length > 0 && <Clashes clashes={clashes} />}
      {byPlan.length > 0 && (
        <Clashes
          title={calendarTexts.byPlan.title}
          clashes={byPlan.map(({ line, others }) =>
            calendarTexts.byPlan.test(
              titleOf(line),
              roomOf(line) ?? '',
              others.map((one) => calendarTexts.byPlan.other(titleOf(one), hoursByPlan(one))),
            ),
          )}
        />
      )}
      {changed.length > 0 && (
        <Section title={say.changed} id="change">
          <Table
            caption={say.changed}
            columns={view.columns}
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
            columns={view.columns.slice(0, 2)}
            rows={removed.slice(0, MOST.faultsShown).map((sitting) => ({
              key: sitting.id,
              cells: [titleOf(sitting), hours(sitting)],
            }))}
          />
          <More count={removed.length} />
        </Section>
      )}
      <ActionForm {...sent} csrf={view.csrf} hidden={{ ...sent.hidden, vu: seen }}>
        <Actions>
          <Button>{label}</Button>
          <ButtonLink kind="secondary" href={leave.href}>
            {leave.label}
          </ButtonLink>
        </Actions>
      </ActionForm>
    </ExamPage>
  );
}

function More({ count }: { readonly count: number }): JSX.Element | null {
  return count > MOST.faultsShown ? <p>{say.more(count - MOST.faultsShown)}</p> : null;
}

/** « lundi 3 juin 2024, 9 h 00 à 11 h 00 (2 h), LYC-1, Salle 1 » */
export function whenInWords(one: HeldTime, room: string | null): string {
  const when = `${dayInWords(parisDay(one.startsAt))}, ${calendarTexts.hours(one)}`;
  return room === null ? when : `${when}, ${room}`;
}

/** What can't be at once, a sentence each; by default of people who sit in two sessions. */
export function Clashes({
  clashes,
  title = calendarTexts.clashes,
}: {
  readonly clashes: readonly string[];
  readonly title?: string;
}): JSX.Element {
  return (
    <Alert tone="warn" title={title}>
      <ul>
        {clashes.slice(0, MOST.faultsShown).map((clash) => (
          <li key={clash}>{clash}</li>
        ))}
      </ul>
    </Alert>
  );
}

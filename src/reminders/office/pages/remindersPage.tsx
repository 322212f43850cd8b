import type { ComponentChildren, JSX } from 'preact';
import type { Reminder } from '../../../catalogue/index.ts';
import type { ListedFile } from '../../../scope/index.ts';
import { listFilters } from '../../../scope/index.ts';
import {
  Button,
  EmptyState,
  FilterSelect,
  Form,
  Identifier,
  ListHead,
  type Option,
  Page,
  type PageFrame,
  Pagination,
  Section,
  shortInstant,
  Table,
  TypedWords,
  wholeNumber,
} from '../../../ui/index.ts';
import { type Exclusion, type ReminderProof, stepCode } from '../../reminder.ts';
import { addresses as reminderDesk } from '../addresses.ts';
import { reminderStep, reminderTexts as say } from '../remindersTexts.ts';
import type { SentStep } from '../store.ts';

/** A step of the plan before the closing, with what came of it. */
export type ShownStep = {
  readonly step: Reminder;
  readonly until: Temporal.Instant;
  readonly at: Temporal.Instant;
  readonly sent: number;
  readonly opened: number;
  readonly needless: number;
  readonly excluded: number;
};

export type RemindedFile = ListedFile & {
  /** What is missing, by code: what the nearest deadline asks, and what is due after it. */
  readonly codes: readonly string[];
  readonly later: readonly string[];
  readonly until: Temporal.Instant;
  readonly next: { readonly step: Reminder; readonly at: Temporal.Instant } | null;
  readonly last: ReminderProof | null;
  readonly exclusion: Exclusion | null;
};

export type RemindersView = PageFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly closesAt: Temporal.Instant;
  readonly steps: readonly ShownStep[];
  readonly files: readonly RemindedFile[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** *Relances*: when who is reminded of what, and what came of it. */
export function RemindersPage(view: RemindersView): JSX.Element {
  const { session, files } = view;
  return (
    <Page chrome={view.chrome} flash={view.flash} layout="wide" title={say.title}>
      <ListHead title={say.title} count={say.count(view.total)}>
        {view.sessions.length > 1 && (
          <Form action={reminderDesk.reminders()} method="get" label={say.session}>
            {view.sessions.length > 1 && (
              <FilterSelect
                {...listFilters.session}
                options={view.sessions}
                every={say.everySession}
                chosen={session}
              />
            )}
            <Button kind="secondary">{say.show}</Button>
          </Form>
        )}
      </ListHead>
      <Plan view={view} />
      <Section title={say.people}>
        {files.length === 0 ? (
          <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
        ) : (
          togetherByDates(files).map((group) => <SameDates key={group[0]?.id} files={group} />)
        )}
        <Pagination page={view.page} pages={view.pages} href={(page) => reminderDesk.reminders({ session, page })} />
      </Section>
    </Page>
  );
}

function Plan({ view: { steps, session, closesAt } }: { readonly view: RemindersView }): JSX.Element {
  const title = say.plan(closesAt);
  if (steps.length === 0)
    return (
      <Section title={title}>
        <p>{say.noPlan}</p>
      </Section>
    );
  return (
    <Section title={title}>
      <Table
        caption={title}
        columns={say.planColumns.map((label, index) => ({ label, figures: index > 1 }))}
        rows={steps.map(({ step, until, at, sent, opened, needless, excluded }) => ({
          key: `${until} ${at}`,
          cells: [
            until.equals(closesAt) ? say.before(step) : reminderStep(stepCode(step), until),
            shortInstant(at),
            listOf({ session, until, step: stepCode(step) }, sent),
            listOf({ session, until, step: stepCode(step), brought: 'opened' }, opened),
            wholeNumber(needless),
            wholeNumber(excluded),
          ],
        }))}
      />
    </Section>
  );
}

/** A number, and those whom it counts. */
function listOf(step: SentStep, count: number): ComponentChildren {
  return count === 0 ? wholeNumber(count) : <a href={reminderDesk.sent(step)}>{wholeNumber(count)}</a>;
}

/** Who has the same dates stands together, the next to be reminded first: dates are said once. */
function togetherByDates(files: readonly RemindedFile[]): readonly (readonly RemindedFile[])[] {
  const groups = Map.groupBy(files, ({ until, next, exclusion }) =>
    [next?.at ?? '', until, exclusion === null ? '' : 'excluded', next?.step.unit ?? ''].join(' '),
  );
  const soonest = ([file]: readonly RemindedFile[]): number =>
    file?.exclusion === null && file.next !== null ? file.next.at.epochMilliseconds : Number.POSITIVE_INFINITY;
  return [...groups.values()].toSorted((one, other) => {
    const [first, second] = [soonest(one), soonest(other)];
    return first === second ? 0 : first - second;
  });
}

function SameDates({ files }: { readonly files: readonly RemindedFile[] }): JSX.Element | null {
  const [first] = files;
  if (first === undefined) return null;
  const { until, next, exclusion } = first;
  const reminded = exclusion !== null ? say.excluded : next === null ? say.noNext : say.next(next.at, next.step);
  const title = say.dates(until, reminded, files.length);
  return (
    <>
      <h3>{title}</h3>
      <Table
        caption={title}
        columns={say.columns}
        rows={files.map(({ id, number, name, codes, later, last }) => ({
          key: id,
          cells: [
            <a key="number" href={reminderDesk.reminder(id)}>
              <Identifier>{number}</Identifier>
            </a>,
            <TypedWords key="name">{name}</TypedWords>,
            say.missing(codes, later),
            last === null ? say.never : say.last(last),
          ],
        }))}
        compact
      />
    </>
  );
}

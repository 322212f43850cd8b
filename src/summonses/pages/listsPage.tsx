import { Fragment, type JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  AheadFirst,
  Alert,
  BackLink,
  Details,
  EmptyState,
  ListHead,
  type Option,
  Table,
  TypedWords,
  wholeNumber,
} from '../../ui/index.ts';
import { listTexts as say } from '../listTexts.ts';
import { LIST_KINDS } from '../printLists.ts';
import type { CentreDay } from '../store/lists.ts';

export type ListsView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly days: readonly CentreDay[];
  readonly today: Temporal.PlainDate;
  readonly refused: string | null;
};

/** What a centre prints for a day: to sign, for the doors, for the tables. */
export function ListsPage(view: ListsView): JSX.Element {
  const { session, days, today } = view;
  const byDay = [...Map.groupBy(days, ({ day }) => day.toString())].map(([day, centres]) => ({
    day: Temporal.PlainDate.from(day),
    centres,
  }));
  const isOver = ({ day }: Pick<CentreDay, 'day'>): boolean => Temporal.PlainDate.compare(day, today) < 0;
  const next = byDay.find((one) => !isOver(one));
  const distinct = (of: (one: CentreDay) => string): number => new Set(days.map(of)).size;
  return (
    <ExamPage {...view} tab="summonses" title={say.title}>
      <BackLink href={addresses.summonses({ session })}>{say.back}</BackLink>
      <ListHead
        title={say.title}
        count={say.count(
          distinct(({ day }) => day.toString()),
          distinct(({ centreId }) => centreId),
        )}
        help={say.help}
      >
        <SessionChoice action={addresses.lists()} sessions={view.sessions} session={session} />
      </ListHead>
      {view.refused !== null && <Alert tone="danger">{view.refused}</Alert>}
      {days.length === 0 && <EmptyState title={say.none}>{say.noneText}</EmptyState>}
      <AheadFirst all={byDay} isOver={isOver} over={say.past}>
        {(some) =>
          some.map((one) => (
            <Details
              key={one.day.toString()}
              summary={say.ofDay(one.day, one.centres.length)}
              open={days.length <= SHOWN || one === next}
            >
              <DayTable session={session} {...one} />
            </Details>
          ))
        }
      </AheadFirst>
    </ExamPage>
  );
}

/** So many lines are shown at once; more are folded, a day each, but the next. */
const SHOWN = 10;

function DayTable(props: {
  readonly session: string;
  readonly day: Temporal.PlainDate;
  readonly centres: readonly CentreDay[];
}): JSX.Element {
  const { session, day } = props;
  return (
    <Table
      caption={say.day(day)}
      columns={say.columns.map((label, index) => ({
        label,
        figures: index === 1 || index === 2,
        narrow: index === 1 || index === 2,
      }))}
      rows={props.centres.map(({ centreId, code, name, seats, rooms }) => ({
        key: centreId,
        cells: [
          <TypedWords key="centre">{say.centre(code, name)}</TypedWords>,
          wholeNumber(seats),
          wholeNumber(rooms),
          <span key="kinds">
            {LIST_KINDS.map((kind, index) => (
              <Fragment key={kind}>
                {index > 0 && ' · '}
                <a href={addresses.list(kind, { session, centre: centreId, jour: day.toString() })} download>
                  {say.kinds[kind]}
                  <span class="unseen">, {say.about(day, code)}</span>
                </a>
              </Fragment>
            ))}
          </span>,
        ],
      }))}
    />
  );
}

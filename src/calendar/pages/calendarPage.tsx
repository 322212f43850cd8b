import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { ListActs, type Sitting } from '../../places/index.ts';
import { parisDay } from '../../platform/time.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  AheadFirst,
  Details,
  dayInWords,
  EmptyState,
  FilterSelect,
  ListHead,
  type Option,
  Table,
} from '../../ui/index.ts';
import { calendarTexts as say } from '../calendarTexts.ts';
import { beginsEarly, lateWithAThird } from '../rules/late.ts';
import { Clashes } from './previewPage.tsx';
import { Views } from './views.tsx';

export type CalendarLine = Sitting & {
  readonly title: string;
  readonly room: string | null;
  /** What somebody has to settle of it; null: nothing. */
  readonly toSettle: string | null;
};
export type CalendarView = ExamFrame & {
  readonly sessions: readonly Option[];
  readonly session: string;
  readonly specialities: readonly Option[];
  readonly speciality: string | null;
  readonly lines: readonly CalendarLine[];
  readonly today: Temporal.PlainDate;
  /** Of people who sit in two sessions, a sentence each. */
  readonly clashes: readonly string[];
};

/** So many sittings are shown at once; more are folded, a day each, but those of which something is to be settled. */
const SHOWN = 20;

/** When each unit is sat, day by day. */
export function CalendarPage(view: CalendarView): JSX.Element {
  const { lines, session, isHead } = view;
  const days = [...Map.groupBy(lines, ({ startsAt }) => parisDay(startsAt).toString())].map(([day, some]) => ({
    day: Temporal.PlainDate.from(day),
    some,
  }));
  return (
    <ExamPage {...view} tab="calendar" title={say.title} sheets={['calendar']}>
      <Views session={session} />
      <ListHead
        title={say.title}
        count={say.count(lines.length, days.length)}
        help={say.help}
        action={
          isHead && (
            <ListActs
              add={{ href: addresses.newSitting({ session }), label: say.add }}
              what="sittings"
              session={session}
            />
          )
        }
      >
        <SessionChoice action={addresses.calendar()} sessions={view.sessions} session={session}>
          {view.specialities.length > 1 && (
            <FilterSelect
              name="specialite"
              label={say.speciality}
              every={say.anySpeciality}
              options={view.specialities}
              chosen={view.speciality}
            />
          )}
        </SessionChoice>
      </ListHead>
      {view.clashes.length > 0 && <Clashes clashes={view.clashes} />}
      {lines.length === 0 && <EmptyState title={say.empty}>{isHead ? say.emptyText : say.emptyForOthers}</EmptyState>}
      <AheadFirst
        all={days}
        isOver={({ day, some }) => Temporal.PlainDate.compare(day, view.today) < 0 && !some.some(isToSettle)}
        over={say.past}
      >
        {(shown) =>
          shown.map(({ day, some }) => (
            <Details
              key={day.toString()}
              summary={say.ofDay(day, some.length, some.filter(isToSettle).length)}
              open={lines.length <= SHOWN || some.some(isToSettle)}
            >
              <DayTable view={view} day={day} lines={some} />
            </Details>
          ))
        }
      </AheadFirst>
    </ExamPage>
  );
}

function isToSettle({ toSettle }: CalendarLine): boolean {
  return toSettle !== null;
}

/** And when the longest end, where that is late. */
function hoursOf(line: CalendarLine): string {
  const late = lateWithAThird(line);
  const warned = [...(late === null ? [] : [say.late(late)]), ...(beginsEarly(line) ? [say.early] : [])];
  return [say.hours(line), warned.join(' ')].filter((part) => part !== '').join('. ');
}

function DayTable(props: {
  readonly view: CalendarView;
  readonly day: Temporal.PlainDate;
  readonly lines: readonly CalendarLine[];
}): JSX.Element {
  const { session, isHead } = props.view;
  return (
    <Table
      caption={dayInWords(props.day)}
      columns={say.columns}
      rows={props.lines.map((line) => ({
        key: line.id,
        cells: [
          isHead ? (
            <a key="title" href={addresses.sitting(line.id, { session })}>
              {line.title}
            </a>
          ) : (
            line.title
          ),
          hoursOf(line),
          [line.room ?? (line.kind === '' ? '' : say.asksFor(line.kind)), line.toSettle ?? '']
            .filter((part) => part !== '')
            .join(', '),
          line.material,
        ],
      }))}
    />
  );
}

import type { JSX } from 'preact';
import { examAddresses as addresses, type ExamFrame, ExamPage } from '../../exam/index.ts';
import { ListActs, MOST } from '../../places/index.ts';
import { SessionChoice } from '../../scope/index.ts';
import {
  Alert,
  dayInWords,
  EmptyState,
  FilterSelect,
  ListHead,
  numericDay,
  type Option,
  Shape,
} from '../../ui/index.ts';
import { calendarTexts } from '../calendarTexts.ts';
import { drawingTexts as say } from '../drawingTexts.ts';
import { type CalendarDay, cellsOf, hoursAround, lanesOf, type Span, STEP } from '../rules/drawing.ts';
import { Views } from './views.tsx';

/** What has a room, or none, from when until when. */
export type Block = Span & {
  readonly key: string;
  /** « U20 », of what: « Coiffure », with its session where it is another one's. */
  readonly unit: string;
  readonly of: string;
  /** « 9 h 00 à 11 h 00 », then « écrit, 28 candidats ». */
  readonly hours: string;
  readonly words: string;
  /** « LYC-1, Salle 1 »; null: no room is kept. */
  readonly room: string | null;
  /** `own`: of this session. `other`: of another one, or of another academy. `plan`: where the published plan has candidates of a test for which no room is kept. */
  readonly kind: 'own' | 'other' | 'plan';
  /** What somebody has to settle, a sentence each. */
  readonly faults: readonly string[];
  /** Where it is moved, and when it begins, in minutes since midnight; null: nobody moves it here. */
  readonly move: { readonly href: string; readonly startsAt: number } | null;
};
/** `id` null: no room is kept. */
export type DrawnRoom = {
  readonly id: string | null;
  readonly name: string;
  readonly note: string;
  readonly blocks: readonly Block[];
};
export type DrawnCentre = { readonly key: string; readonly name: string; readonly rooms: readonly DrawnRoom[] };

export type DrawingView = ExamFrame & {
  readonly session: string;
  readonly sessions: readonly Option[];
  readonly all: boolean;
  readonly centres: readonly Option[];
  readonly centre: string | null;
  readonly count: number;
  readonly days: readonly CalendarDay[];
  /** Null: the calendar is empty. */
  readonly day: Temporal.PlainDate | null;
  readonly drawn: readonly DrawnCentre[];
  /** Rooms that are free on that day, and so many that they aren't drawn. */
  readonly free: number;
  /** May they be drawn all the same, of all centres? */
  readonly mayDraw: boolean;
  /** What was just moved, and where it is moved back. */
  readonly moved: { readonly said: string; readonly undo: string } | null;
};

/** The calendar as a drawing: a day, a line a room, the hours across. */
export function DrawingPage(view: DrawingView): JSX.Element {
  const { session, day, drawn, days, isHead } = view;
  const blocks = drawn.flatMap(({ rooms }) => rooms.flatMap((room) => room.blocks));
  const toSettle = blocks.filter(({ faults }) => faults.length > 0);
  return (
    <ExamPage {...view} tab="calendar" title={calendarTexts.title} sheets={['calendar']} scripts={['calendar.js']}>
      {view.moved !== null && (
        <div role="status">
          <Alert tone="ok">
            <p>
              {view.moved.said} <a href={view.moved.undo}>{say.move.undo}</a>
            </p>
          </Alert>
        </div>
      )}
      <Views session={session} drawn />
      <ListHead
        title={calendarTexts.title}
        count={calendarTexts.count(view.count, days.length)}
        help={say.help}
        action={
          isHead && (
            <ListActs
              add={{ href: addresses.newSitting({ session }), label: calendarTexts.add }}
              what="sittings"
              session={session}
            />
          )
        }
      >
        <SessionChoice action={addresses.drawing()} sessions={view.sessions} session={session}>
          {day !== null && <input type="hidden" name="jour" value={day.toString()} />}
          <FilterSelect
            name="toutes"
            label={say.whose}
            every={say.mine}
            options={[{ value: 'oui', label: say.all }]}
            chosen={view.all ? 'oui' : null}
          />
          {view.centres.length > 1 && (
            <FilterSelect
              name="centre"
              label={say.centre}
              every={say.anyCentre}
              options={view.centres}
              chosen={view.centre}
            />
          )}
        </SessionChoice>
      </ListHead>
      {day === null ? (
        <EmptyState title={calendarTexts.empty}>
          {isHead ? calendarTexts.emptyText : calendarTexts.emptyForOthers}
        </EmptyState>
      ) : (
        <>
          <Days view={view} day={day} />
          <h2>{dayInWords(day)}</h2>
          {toSettle.length > 0 && (
            <Alert tone="warn" title={say.settle} level={3}>
              <ul>
                {toSettle.slice(0, MOST.faultsShown).map(({ key, unit, of, hours, room, faults, move }) => (
                  <li key={key}>
                    {move === null ? `${of}, ${unit}` : <a href={move.href}>{`${of}, ${unit}`}</a>}
                    {room === null ? `, ${hours}` : `, ${hours}, ${room}`}
                    {'\u00a0: '}
                    {faults.join('\u00a0; ')}.
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          <Drawing day={day} drawn={drawn} blocks={blocks} />
          {view.free > 0 && (
            <p class="muted">
              {say.free(view.free)}{' '}
              {view.mayDraw ? (
                <a
                  href={addresses.drawing({
                    session,
                    jour: day.toString(),
                    toutes: view.all ? 'oui' : null,
                    libres: 'oui',
                  })}
                >
                  {say.drawFree(view.free)}
                </a>
              ) : (
                say.chooseCentre(view.free)
              )}
            </p>
          )}
        </>
      )}
    </ExamPage>
  );
}

/** Each day, month by month, and of how many of its tests something is to be settled. */
function Days({ view, day }: { readonly view: DrawingView; readonly day: Temporal.PlainDate }): JSX.Element {
  const { session, all, centre } = view;
  const days = view.days.map((one) => ({ ...one, on: Temporal.PlainDate.from(one.day) }));
  return (
    <nav class="days" aria-label={say.days}>
      {[...Map.groupBy(days, ({ on }) => say.month(on))].map(([month, some]) => (
        <div key={month}>
          <p>{month}</p>
          <ol>
            {some.map(({ on, count, toSettle }) => (
              <li key={on.toString()}>
                <a
                  href={addresses.drawing({ session, jour: on.toString(), toutes: all ? 'oui' : null, centre })}
                  aria-current={on.equals(day) ? 'date' : undefined}
                  title={say.day(count)}
                >
                  <small>{say.weekday(on)}</small> <strong>{on.day}</strong>
                  <span class="unseen">
                    {' '}
                    {month}, {say.day(count)}
                  </span>
                  {toSettle > 0 && (
                    <span class="fault" title={say.toSettle(toSettle)}>
                      <Shape name="triangle" />
                      <span class="unseen">{say.toSettle(toSettle)}</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

function Drawing(props: {
  readonly day: Temporal.PlainDate;
  readonly drawn: readonly DrawnCentre[];
  readonly blocks: readonly Block[];
}): JSX.Element {
  const { day, drawn, blocks } = props;
  const hours = hoursAround(blocks);
  const marks = Array.from({ length: (hours.to - hours.from) / 60 }, (_, index) => hours.from + index * 60);
  const width = (hours.to - hours.from) / STEP;
  return (
    <table
      class="drawing"
      data-day={numericDay(day)}
      data-from={hours.from}
      data-to={hours.to}
      data-moving={say.moving}
      data-left={say.left}
    >
      <caption class="unseen">{dayInWords(day)}</caption>
      <colgroup>
        <col class="rooms" />
        <col span={width} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{say.rooms}</th>
          {marks.map((minute) => (
            <th key={minute} scope="col" colspan={60 / STEP} data-hour>
              {say.hour(minute)}
            </th>
          ))}
        </tr>
      </thead>
      {drawn.map((centre) => (
        <tbody key={centre.key}>
          <tr class="centre">
            <th scope="rowgroup" colspan={width + 1}>
              {centre.name}
            </th>
          </tr>
          {centre.rooms.map((room) => (
            <RoomLines key={room.id ?? ''} room={room} hours={hours} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** As many lines as are needed for nothing to be drawn over another. */
function RoomLines({ room, hours }: { readonly room: DrawnRoom; readonly hours: Span }): JSX.Element {
  const lanes = room.blocks.length === 0 ? [[]] : lanesOf(room.blocks);
  return (
    <>
      {lanes.map((lane, index) => (
        <tr key={index} class={lane.length === 0 ? 'free' : undefined} data-room={room.id ?? ''} data-name={room.name}>
          {index === 0 && (
            <th scope="row" rowspan={lanes.length}>
              {room.name} {room.note !== '' && <small>{room.note}</small>}
            </th>
          )}
          {cellsOf(lane, hours).map(({ from, columns, one }) =>
            one === null ? (
              <td key={from} colspan={columns} class={from % 60 === 0 ? 'hour' : undefined} />
            ) : (
              <td key={from} colspan={columns} class="taken">
                <BlockOf block={one} />
              </td>
            ),
          )}
        </tr>
      ))}
    </>
  );
}

function BlockOf({ block }: { readonly block: Block }): JSX.Element {
  const { unit, of, hours, words, kind, faults, move } = block;
  const title = [of, unit].filter((part) => part !== '').join(', ');
  const inside = (
    <>
      <span>
        <strong>{unit}</strong> {of}
      </span>{' '}
      <span>{hours}</span> <span>{words}</span>
      {faults.length > 0 && (
        <em>
          {' '}
          <Shape name="triangle" />
          {say.fault}
        </em>
      )}
    </>
  );
  const drawn = `block ${kind}${faults.length > 0 ? ' faulty' : ''}`;
  const whole = [[title, hours, words].filter((part) => part !== '').join(', '), ...faults].join('\n');
  return move === null ? (
    <div class={drawn} title={whole}>
      {inside}
    </div>
  ) : (
    <a class={drawn} title={whole} href={move.href} data-start={move.startsAt} data-title={title}>
      {inside}
    </a>
  );
}

import type { JSX } from 'preact';
import { BackLink, EmptyState, Page, type PageFrame, PageTitle } from '../../ui/index.ts';
import { addresses } from '../addresses.ts';
import type { Acting, ShownRoom } from '../device/acting.ts';
import type { CentreDay, ShownLine } from '../device/day.ts';
import { PhoneList } from '../device/phoneView.tsx';
import { Lines, RoomList, RoomView } from '../device/roomView.tsx';
import { words } from '../device/words.ts';
import { texts as say } from '../texts.ts';

export type FoundRoom = { readonly room: ShownRoom; readonly startsAt: string; readonly lines: readonly ShownLine[] };

export type DayView = PageFrame & {
  readonly day: CentreDay;
  readonly days: readonly Temporal.PlainDate[];
  readonly rooms: readonly ShownRoom[];
  readonly room: ShownRoom | null;
  readonly sought: string;
  /** What the search found, room by room; null: nothing is looked for. */
  readonly found: readonly FoundRoom[] | null;
  readonly acting: Acting;
  /** Nothing is kept on the device, and no script takes it over. */
  readonly isExample?: boolean;
};

/** The lists of one centre and one day: its rooms, one room, or whom somebody looks for. A script takes the part in `#pointage` over. */
export function DayPage(view: DayView): JSX.Element {
  const { day, days, room, found } = view;
  return (
    <Page
      chrome={view.chrome}
      flash={view.flash}
      title={words.title}
      scripts={view.isExample === true ? [] : ['attendance.js']}
      sheets={['checkin']}
      faulty={view.acting.fault !== null}
    >
      <div id="pointage" class="checkin-page" data-owner={day.owner} data-day={day.day}>
        <PageTitle kicker={day.centre} lead={day.title}>
          {room === null ? words.title : room.name}
        </PageTitle>
        {days.length > 1 && <Days days={days} chosen={day.day} />}
        <Search view={view} />
        {found !== null ? (
          <FoundLines found={found} acting={view.acting} day={day.day} />
        ) : room === null ? (
          <>
            <PhoneList calls={day.calls} acting={view.acting} />
            <RoomList rooms={view.rooms} href={(id) => addresses.day({ jour: day.day, salle: id })} />
          </>
        ) : (
          <>
            <BackLink href={addresses.day({ jour: day.day })}>{words.back}</BackLink>
            <PhoneList calls={day.calls} acting={view.acting} />
            <RoomView room={room} acting={view.acting} />
          </>
        )}
      </div>
    </Page>
  );
}

function Days({
  days,
  chosen,
}: {
  readonly days: readonly Temporal.PlainDate[];
  readonly chosen: string;
}): JSX.Element {
  return (
    <nav class="parts" aria-label={words.days}>
      <ul>
        {days.map((day) => (
          <li key={day.toString()}>
            <a
              href={addresses.day({ jour: day.toString() })}
              aria-current={day.toString() === chosen ? 'page' : undefined}
            >
              {say.day(day)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Search({ view }: { readonly view: DayView }): JSX.Element {
  return (
    <form class="form inline" method="get" action="/centre">
      <input type="hidden" name="jour" value={view.day.day} />
      {view.room !== null && <input type="hidden" name="salle" value={view.room.id} />}
      <div class="field">
        <label for="recherche">{words.search}</label>
        <input id="recherche" name="recherche" type="search" value={view.sought} autocomplete="off" maxlength={100} />
      </div>
      <button type="submit" class="button secondary">
        {words.find}
      </button>
    </form>
  );
}

function FoundLines({
  found,
  acting,
  day,
}: {
  readonly found: readonly FoundRoom[];
  readonly acting: Acting;
  readonly day: string;
}): JSX.Element {
  const count = found.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <>
      <BackLink href={addresses.day({ jour: day })}>{words.back}</BackLink>
      <p role="status">{words.found(count)}</p>
      {count === 0 && <p>{words.foundNone}</p>}
      {found.map(({ room, startsAt, lines }) => (
        <Lines key={`${room.id} ${startsAt}`} room={room} sitting={{ startsAt, lines }} acting={acting} isAmongRooms />
      ))}
    </>
  );
}

/** No list to show: nobody was named, or no day is open. The script still erases and sends what a device holds. */
export function NoDayPage(
  view: PageFrame & { readonly owner: string; readonly title: string; readonly text: string },
): JSX.Element {
  return (
    <Page chrome={view.chrome} flash={view.flash} title={words.title} scripts={['attendance.js']} sheets={['checkin']}>
      <div id="pointage" class="checkin-page" data-owner={view.owner} data-day="">
        <PageTitle>{words.title}</PageTitle>
        <EmptyState title={view.title}>{view.text}</EmptyState>
      </div>
    </Page>
  );
}

/** What a device keeps to open without a network: no name, no list, no account. */
export function ShellPage({ chrome }: Pick<PageFrame, 'chrome'>): JSX.Element {
  return (
    <Page chrome={chrome} flash={null} title={words.title} scripts={['attendance.js']} sheets={['checkin']}>
      <div id="pointage" class="checkin-page" data-owner="" data-day="">
        <PageTitle>{say.shell.title}</PageTitle>
        <p>{say.shell.text}</p>
      </div>
    </Page>
  );
}

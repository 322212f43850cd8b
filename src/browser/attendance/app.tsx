import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Acting } from '../../attendance/device/acting.ts';
import {
  type CentreDay,
  type DayLine,
  foldedText,
  type Room,
  type StatementToSend,
  shownCall,
  shownLine,
} from '../../attendance/device/day.ts';
import { keyOf } from '../../attendance/device/lineRow.tsx';
import { PhoneList } from '../../attendance/device/phoneView.tsx';
import { RoomList, RoomView, shownRooms } from '../../attendance/device/roomView.tsx';
import { words as say } from '../../attendance/device/words.ts';
import type { DeviceState } from '../kept/store.ts';
import { type KeptProps, useKept } from '../kept/useKept.tsx';
import { Camera, Days, FoundLines } from './finding.tsx';

export type AppProps = Pick<KeptProps<CentreDay, StatementToSend>, 'page' | 'day' | 'over' | 'below'>;

export function App(props: AppProps): JSX.Element {
  const [day] = useState(props.day);
  const [roomId, setRoom] = useState(() => new URLSearchParams(location.search).get('salle'));
  const [sought, setSought] = useState(() => new URLSearchParams(location.search).get('recherche') ?? '');
  const { kept, own, isAlone, isBare, exchange, add, base, bar } = useKept({
    ...props,
    day,
    say: say.online,
    home: '/centre',
    nameOf: (one, { rooms }) =>
      one.kind === 'remark'
        ? null
        : (rooms
            .flatMap(({ sittings }) => sittings.flatMap(({ lines }) => lines))
            .find(({ enrolment }) => enrolment === one.enrolment)?.name ?? null),
    onBack: () => {
      const query = new URLSearchParams(location.search);
      setRoom(query.get('salle'));
      setSought(query.get('recherche') ?? '');
    },
  });
  const said = (label: string) => ({ ...base(label), day: kept?.day.day ?? day });
  const acting = (rooms: readonly { readonly id: string; readonly name: string }[]): Acting => ({
    hidden: () => ({}),
    now: Date.now() + (kept?.ahead ?? 0),
    fault: null,
    onTell: (line, { state, minutes }) => {
      const label = `${roomOf(kept, line)?.name ?? ''}, ${line.table === null ? line.title : say.table(line.table)}`;
      void add({
        ...said(label),
        kind: 'mark',
        enrolment: line.enrolment,
        unit: line.unit,
        seen: line.rank,
        state,
        minutes,
      });
    },
    onRemark: (room, text) =>
      void add({
        ...said(`${rooms.find(({ id }) => id === room.id)?.name ?? ''}, remarque`),
        kind: 'remark',
        room: room.id,
        text,
      }),
    onCall: (room, told) =>
      void add({ ...said(`${room.name}, ${say.calls.moved}`), kind: 'call', room: room.id, ...told }),
    onPhone: ({ enrolment, unit, rank }, isTold) =>
      void add({ ...said(say.phone.kind), kind: 'phoned', enrolment, unit, rank, isTold }),
  });
  const follow = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    if (link === null || link.pathname !== '/centre' || event.ctrlKey || event.metaKey) return;
    const query = new URLSearchParams(link.search);
    if ((query.get('jour') ?? day) !== kept?.day.day) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    setRoom(query.get('salle'));
    setSought('');
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('#pointage h1')?.focus();
  };
  if (!isAlone) return bar;
  // Until the list has come the page has its title all the same.
  if (kept === null)
    return isBare ? (
      <div class="checkin-page">
        <div class="page-title">
          <h1 tabIndex={-1}>{say.title}</h1>
        </div>
        {bar}
      </div>
    ) : (
      bar
    );
  const rooms = shownRooms(kept.day, (line) => shownLine(line, own)).map((room) => ({
    ...room,
    boards: (room.boards ?? []).map((board) => ({
      ...board,
      waiting: own.filter(
        (one) => one.kind === 'call' && one.refused === null && one.room === room.id && one.sitting === board.sitting,
      ).length,
    })),
    remarks: [
      ...room.remarks,
      ...own.flatMap((one) =>
        one.kind === 'remark' && one.room === room.id && one.refused === null
          ? [{ text: one.text, said: say.waits }]
          : [],
      ),
    ],
  }));
  const calls = (kept.day.calls ?? []).map((call) => shownCall(call, own, say.phone.here));
  const room = rooms.find(({ id }) => id === roomId) ?? null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its links are followed here, by the keyboard too
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div class="checkin-page" onClick={follow}>
      <div class="page-title">
        <div class="kicker">
          <p>{kept.day.centre}</p>
        </div>
        <h1 tabIndex={-1}>{room?.name ?? say.title}</h1>
        <p class="lead">{kept.day.title}</p>
      </div>
      {bar}
      <Days days={exchange.days()} chosen={kept.day.day} />
      <div class="field">
        <label for="recherche">{say.search}</label>
        <input
          id="recherche"
          type="search"
          autocomplete="off"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </div>
      <Camera onCode={setSought} />
      {foldedText(sought) !== '' ? (
        <FoundLines rooms={rooms} sought={sought} acting={acting(rooms)} onAll={() => setSought('')} />
      ) : room === null ? (
        <>
          <PhoneList calls={calls} acting={acting(rooms)} />
          <RoomList rooms={rooms} href={(id) => `/centre?jour=${kept.day.day}&salle=${id}`} />
        </>
      ) : (
        <>
          <p class="back">
            <a href={`/centre?jour=${kept.day.day}`}>{say.back}</a>
          </p>
          <PhoneList calls={calls} acting={acting(rooms)} />
          <RoomView room={room} acting={acting(rooms)} />
        </>
      )}
    </div>
  );
}

function roomOf(
  kept: DeviceState<CentreDay> | null,
  { enrolment, unit }: Pick<DayLine, 'enrolment' | 'unit'>,
): Room | undefined {
  const isHere = (line: DayLine): boolean => keyOf(line) === keyOf({ enrolment, unit });
  return kept?.day.rooms.find((room) => room.sittings.some(({ lines }) => lines.some(isHere)));
}

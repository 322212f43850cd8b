import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type DayLine, foldedText, type Room, type StatementToSend, shownLine } from '../../attendance/device/day.ts';
import { type Acting, keyOf, RoomList, RoomView, shownRooms } from '../../attendance/device/roomView.tsx';
import { words as say } from '../../attendance/device/words.ts';
import { Bar } from './bar.tsx';
import { type ExchangeEnd, exchanges, isOver, unsent } from './exchange.ts';
import { Camera, Days, FoundLines } from './finding.tsx';
import { guardSignOut } from './signOut.ts';
import type { DeviceState, Store } from './store.ts';

/** With nothing to send; else sooner: not every network says that it is back. */
const EVERY_MS = 30_000;

const SOON_MS = 5_000;

const told = new BroadcastChannel('registre-pointage');

type View = {
  readonly kept: DeviceState | null;
  readonly waiting: readonly StatementToSend[];
  readonly standing: ExchangeEnd | null;
};

type AppProps = {
  readonly store: Store;
  readonly owner: string;
  readonly first: string;
  readonly over: boolean;
  /** What of the server's stands below: that no list is open, or its list of a day, which gives way to this device's own. */
  readonly below: 'nothing' | 'words' | { readonly day: string; readonly giveWay: () => void };
};

export function App(props: AppProps): JSX.Element {
  const { store, owner, first, over } = props;
  const [view, setView] = useState<View>({ kept: null, waiting: [], standing: over ? 'over' : null });
  const [day] = useState(first);
  const [exchange] = useState(() => exchanges(store, () => owner));
  const [roomId, setRoom] = useState(() => new URLSearchParams(location.search).get('salle'));
  const [sought, setSought] = useState(() => new URLSearchParams(location.search).get('recherche') ?? '');

  const look = async (standing?: ExchangeEnd): Promise<void> => {
    const [kept, waiting] = [await store.kept(), await store.waiting()];
    setView((now) => {
      // Cut off after the end of the day, a device has nothing more to say than that it is over.
      const isStillOver = now.standing === 'over' && standing === 'cut' && kept === null;
      return { kept, waiting, standing: isStillOver ? 'over' : (standing ?? now.standing) };
    });
  };
  const run = async (): Promise<void> => {
    const kept = await store.kept();
    if (kept !== null && isOver(kept)) {
      await store.erase();
      await look('over');
    }
    const standing = owner === '' ? 'cut' : await exchange.run(day);
    if (standing === 'other') return reload();
    await look(standing);
    told.postMessage('changed');
  };

  useEffect(() => {
    void look().then(run);
    let last = Date.now();
    const timer = setInterval(async () => {
      if (Date.now() - last < EVERY_MS && (await unsent(store, owner)).length === 0) return;
      last = Date.now();
      await run();
    }, SOON_MS);
    const again = (): void => void run();
    const back = (): void => {
      const query = new URLSearchParams(location.search);
      setRoom(query.get('salle'));
      setSought(query.get('recherche') ?? '');
    };
    told.onmessage = () => void look();
    addEventListener('online', again);
    addEventListener('popstate', back);
    const guarded = guardSignOut({
      unsent: async () => {
        if ((await unsent(store, owner)).length > 0) await run();
        return (await unsent(store, owner)).length;
      },
      erase: () => store.erase(),
    });
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
      removeEventListener('popstate', back);
      guarded();
    };
  }, []);

  const { kept, waiting, standing } = view;
  const [below, setBelow] = useState(props.below);
  useEffect(() => {
    if (typeof below === 'string' || !givesWay(below.day, kept, standing)) return;
    below.giveWay();
    setBelow('nothing');
  }, [below, kept, standing]);
  const own = waiting.filter((one) => one.owner === owner);
  const add = async (one: StatementToSend): Promise<void> => {
    await store.add(one);
    await look();
    told.postMessage('changed');
    await run();
  };
  const base = (label: string) => ({
    id: crypto.randomUUID(),
    owner,
    keeper: kept?.day.keeper ?? '',
    day: kept?.day.day ?? day,
    saidAt: new Date(Date.now() + (kept?.ahead ?? 0)).toISOString(),
    heldSince: Date.now(),
    label,
    refused: null,
  });
  const acting = (rooms: readonly { readonly id: string; readonly name: string }[]): Acting => ({
    hidden: () => ({}),
    now: Date.now() + (kept?.ahead ?? 0),
    fault: null,
    onTell: (line, { state, minutes }) => {
      if (state === 'late' && (minutes === null || minutes < 1 || minutes > 600)) return;
      const label = `${roomOf(kept, line)?.name ?? ''}, ${line.table === null ? line.title : say.table(line.table)}`;
      void add({
        ...base(label),
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
        ...base(`${rooms.find(({ id }) => id === room.id)?.name ?? ''}, remarque`),
        kind: 'remark',
        room: room.id,
        text,
      }),
    onCall: (room, told) =>
      void add({ ...base(`${room.name}, ${say.calls.moved}`), kind: 'call', room: room.id, ...told }),
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
  const bar = (
    <Bar
      standing={standing}
      unsent={own.filter((one) => one.refused === null).length}
      refused={own.filter((one) => one.refused !== null)}
      others={waiting.filter((one) => one.owner !== owner && one.refused === null)}
      exchangedAt={kept?.exchangedAt ?? null}
      keeps={kept !== null}
      served={typeof below !== 'string'}
      onSend={() => void run()}
      onRead={(id) => void store.settle([id], new Map()).then(() => look())}
    />
  );
  if (typeof below !== 'string') return bar;
  // Until the list has come the page has its title all the same.
  if (kept === null)
    return below === 'nothing' ? (
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
        <RoomList rooms={rooms} href={(id) => `/centre?jour=${kept.day.day}&salle=${id}`} />
      ) : (
        <>
          <p class="back">
            <a href={`/centre?jour=${kept.day.day}`}>{say.back}</a>
          </p>
          <RoomView room={room} acting={acting(rooms)} />
        </>
      )}
    </div>
  );
}

/** The list of that day has come, or what came says that there is none any more. Cut off, what the server drew is all there is. */
function givesWay(day: string, kept: DeviceState | null, standing: ExchangeEnd | null): boolean {
  if (kept !== null && kept.day.day === day) return true;
  return standing !== null && standing !== 'cut' && standing !== 'out';
}

/** Somebody else is signed in: the page is theirs. Not twice in a row. */
function reload(): void {
  const last = Number(sessionStorage.getItem('pointage') ?? 0);
  sessionStorage.setItem('pointage', String(Date.now()));
  if (Date.now() - last > 10_000) location.reload();
}

function roomOf(kept: DeviceState | null, { enrolment, unit }: Pick<DayLine, 'enrolment' | 'unit'>): Room | undefined {
  const isHere = (line: DayLine): boolean => keyOf(line) === keyOf({ enrolment, unit });
  return kept?.day.rooms.find((room) => room.sittings.some(({ lines }) => lines.some(isHere)));
}

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Bar, type OnlineWords } from './bar.tsx';
import { type Exchange, type ExchangeEnd, exchanges, isOver, type KeptPage, unsent } from './exchange.ts';
import { guardSignOut } from './signOut.ts';
import type { DeviceState, KeptList, Waiting } from './store.ts';

/** With nothing to send; else sooner: not every network says that it is back. */
const EVERY_MS = 30_000;

const SOON_MS = 5_000;

export type KeptProps<List extends KeptList, One extends Waiting> = {
  readonly page: KeptPage<List, One>;
  readonly say: OnlineWords;
  readonly home: string;
  /** Which day is asked for; '': the server says. */
  readonly day: string;
  readonly over: boolean;
  /** What of the server's stands below: words that nothing is open, or its own list, which gives way to this device's. */
  readonly below: 'nothing' | 'words' | { readonly day: string; readonly giveWay: () => void };
  /** Whom something is said of, as long as the list is there: what waits bears no name; null: nobody. */
  readonly nameOf: (one: One, list: List) => string | null;
  /** Another tab of the page changed what is kept, or the browser went back. */
  readonly onBack: () => void;
};

export type Keeping<List, One> = {
  readonly kept: DeviceState<List> | null;
  /** What waits of whoever is signed in. */
  readonly own: readonly One[];
  /** False: what the server drew is still there, and the bar alone stands above it. */
  readonly isAlone: boolean;
  /** Nothing of the server's is there. */
  readonly isBare: boolean;
  readonly exchange: Exchange;
  readonly add: (one: One) => Promise<void>;
  /** What every act that is kept begins with. */
  readonly base: (label: string) => Waiting & { readonly saidAt: string };
  readonly bar: JSX.Element;
};

/** A list that this device keeps, goes on with without a network, and sends when it can; one tab at a time. */
export function useKept<List extends KeptList, One extends Waiting>(props: KeptProps<List, One>): Keeping<List, One> {
  const { page, say, day, over } = props;
  const { store, owner } = page;
  const [view, setView] = useState<{
    readonly kept: DeviceState<List> | null;
    readonly waiting: readonly One[];
    readonly standing: ExchangeEnd | null;
  }>({ kept: null, waiting: [], standing: over ? 'over' : null });
  const [exchange] = useState(() => exchanges(page));
  const [told] = useState(() => new BroadcastChannel(page.name));

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
    if (standing === 'other') return reload(page.name);
    await look(standing);
    told.postMessage('changed');
  };

  useEffect(() => {
    void look().then(run);
    let last = Date.now();
    const timer = setInterval(async () => {
      if (Date.now() - last < EVERY_MS && (await unsent(page)).length === 0) return;
      last = Date.now();
      await run();
    }, SOON_MS);
    const again = (): void => void run();
    told.onmessage = () => void look();
    addEventListener('online', again);
    addEventListener('popstate', props.onBack);
    const guarded = guardSignOut({
      say,
      unsent: async () => {
        if ((await unsent(page)).length > 0) await run();
        return (await unsent(page)).length;
      },
      erase: () => store.erase(),
    });
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
      removeEventListener('popstate', props.onBack);
      guarded();
    };
  }, []);

  const { kept, waiting, standing } = view;
  const [below, setBelow] = useState(props.below);
  useEffect(() => {
    if (typeof below === 'string' || !givesWay(below.day, day, kept, standing)) return;
    below.giveWay();
    setBelow('nothing');
  }, [below, kept, standing]);
  const own = waiting.filter((one) => one.owner === owner);
  const named = (one: One): One => {
    const name = kept === null ? null : props.nameOf(one, kept.day);
    return name === null ? one : { ...one, label: `${name}, ${one.label}` };
  };
  return {
    kept,
    own,
    isAlone: typeof below === 'string',
    isBare: below === 'nothing',
    exchange,
    add: async (one) => {
      await store.add(one);
      await look();
      told.postMessage('changed');
      await run();
    },
    base: (label) => ({
      id: crypto.randomUUID(),
      owner,
      keeper: kept?.day.keeper ?? '',
      saidAt: new Date(Date.now() + (kept?.ahead ?? 0)).toISOString(),
      heldSince: Date.now(),
      label,
      refused: null,
    }),
    bar: (
      <Bar
        say={say}
        home={props.home}
        standing={standing}
        unsent={own.filter((one) => one.refused === null).length}
        refused={own.filter((one) => one.refused !== null).map(named)}
        others={waiting.filter((one) => one.owner !== owner && one.refused === null)}
        exchangedAt={kept?.exchangedAt ?? null}
        keeps={kept !== null}
        served={typeof below !== 'string'}
        onSend={() => void run()}
        onRead={(id) => void store.settle([id], new Map()).then(() => look())}
      />
    ),
  };
}

/** The list of that day has come, or what came says that there is none any more. Cut off, what the server drew is all there is. */
function givesWay(
  drawn: string,
  asked: string,
  kept: DeviceState<KeptList> | null,
  standing: ExchangeEnd | null,
): boolean {
  if (kept !== null && dayOf(kept.day, asked) === drawn) return true;
  return standing !== null && standing !== 'cut' && standing !== 'out';
}

/** Lists of one day say which. */
function dayOf(list: KeptList, asked: string): string {
  return 'day' in list ? String(list.day) : asked;
}

/** Somebody else is signed in: the page is theirs. Not twice in a row. */
function reload(name: string): void {
  const last = Number(sessionStorage.getItem(name) ?? 0);
  sessionStorage.setItem(name, String(Date.now()));
  if (Date.now() - last > 10_000) location.reload();
}

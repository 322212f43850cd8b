import { type Alarm, createAlarm, type Node } from '../platform/alarm.ts';
import { type Antivirus, AntivirusFault } from '../platform/antivirus.ts';
import type { FileStore } from '../platform/files.ts';
import { type Scanner, type ScanSource, scanAgain, scanOne, scanRest, type ToScan } from './scanFiles.ts';

export type Scans = {
  /** Scans files of one sort; what it gives is the job of one of them. */
  readonly follow: <File extends ToScan>(source: ScanSource<File>) => (id: string) => Promise<void>;
  /** Tries the antivirus and scans what still waits. */
  readonly catchUp: () => Promise<void>;
  /** Scans once more what was found clean lately, as long as a night may take. */
  readonly lookAgain: (ms?: number) => Promise<void>;
  readonly stop: () => void;
};

/** All the works of a night have a quarter of an hour. */
const NIGHT_MS = 2 * 60_000;

type Given = { readonly files: FileStore; readonly antivirus: Antivirus; readonly node: Node };

/** The antivirus and the alarm of its absence, for the files of every room: none waits for it to be received, and none escapes it. */
export function openScans({ files, antivirus, node }: Given): Scans {
  const rests: (() => Promise<void>)[] = [];
  const again: ((untilMs: number) => Promise<void>)[] = [];
  const scanRests = async (): Promise<void> => {
    for (const rest of rests) await rest();
  };
  const alarm: Alarm = createAlarm(node, {
    sort: 'antivirus-away',
    begins: (fault) => `files can't be scanned, and the office opens no new one: ${fault.message}`,
    ends: 'files can be scanned again',
    tryAgain: () => antivirus.ping().then(() => null, asError),
    afterwards: scanRests,
  });
  const watched: Scanner = {
    files,
    antivirus: {
      scan: (content) =>
        antivirus.scan(content).catch(async (error: unknown) => {
          if (error instanceof AntivirusFault) await alarm.raise(error);
          throw error;
        }),
    },
  };
  const follow: Scans['follow'] = (source) => {
    rests.push(() => scanRest(watched, source));
    again.push((untilMs) => scanAgain(watched, source, untilMs));
    return (id) => scanOne(watched, source, id);
  };
  return {
    follow,
    catchUp: async () => {
      const fault = await antivirus.ping().then(() => null, asError);
      if (fault === null) await scanRests();
      else await alarm.raise(fault);
    },
    lookAgain: async (ms = NIGHT_MS) => {
      const until = performance.now() + ms;
      for (const look of again) await look(until);
    },
    stop: alarm.stop,
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

import { setTimeout as sleep } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createVisitor } from '../e2e/support/visitor.ts';
import { type Entry, look, type Patience } from './closingPerson.ts';

/** Strangers who look at pages that no two ask alike, one after the other without a pause, from `from` to `until`. */
export type Crowd = {
  readonly url: string;
  readonly people: number;
  readonly from: number;
  readonly until: number;
  readonly patience: Patience;
  /** Whose word is taken for who the site is, where it speaks TLS. */
  readonly trust?: string;
};

/** Who looked, each at one page, and what they were told until they saw it. */
export type Stranger = { readonly who: number; readonly ledger: readonly Entry[] };

/** Whoever is told that they ask for too much asks again at once, or nearly. */
const REFUSED_MS = 100;

/** In a thread of its own, so that it keeps nobody else of the campaign waiting. */
export function gather(crowd: Crowd): Promise<readonly Stranger[]> {
  if (crowd.people === 0) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: crowd }).once('message', resolve).once('error', reject);
  });
}

/** Whoever has seen their page is somebody else when they ask for the next: a place is waited for again. */
async function stand({ url, people, from, until, patience, trust }: Crowd): Promise<readonly Stranger[]> {
  const seen: Stranger[] = [];
  if (trust !== undefined) setDefaultCACertificates([...getCACertificates('default'), trust]);
  await sleep(Math.max(0, from - Date.now()));
  const one = async (rank: number): Promise<void> => {
    for (let page = 0; Date.now() < until; page += 1) {
      const visitor = createVisitor(url, `10.${200 + (page % 50)}.${rank >> 8}.${rank & 255}`);
      const stranger = { who: -1_000_000 - rank, hub: '', visitor, plan: 'saves' as const, ledger: [] as Entry[] };
      await look(stranger, `/specialites?metier=${rank}-${page}`, patience);
      seen.push({ who: stranger.who, ledger: stranger.ledger });
      if (stranger.ledger.some(({ outcome }) => outcome === 'refused')) await sleep(REFUSED_MS);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, rank) => one(rank)));
  return seen;
}

if (!isMainThread) parentPort?.postMessage(await stand(workerData as Crowd));

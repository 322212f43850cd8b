import type { Database } from '../platform/database/database.ts';
import { ok, type Result } from '../platform/result.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import type { PackFault } from './located.ts';
import type { Mails } from './mails.ts';
import {
  anchorSessions,
  type Delivered,
  lastPublication,
  openPack,
  type PackInForce,
  readAnchors,
  readPublished,
} from './publish.ts';

/** The rules in force as this node knows them. Another node's publication arrives within `LOOK_EVERY_MS`. */
export type LiveCatalogue = {
  readonly current: () => Catalogue;
  readonly inForce: () => PackInForce;
  readonly mails: Mails;
  /** Delivered files that wait for the office, because it published rules of its own. */
  readonly delivered: () => Delivered | null;
  /** Faults of the folder, when it was refused at the start. */
  readonly refused: readonly PackFault[];
  /** Looks at once whether other rules are in force. */
  readonly refresh: () => Promise<void>;
  /** Any pack with the anchors of this installation: for drafts and previews. */
  readonly catalogueOf: (pack: PackInForce['pack']) => Promise<Catalogue>;
  readonly stop: () => void;
};

export type LiveOptions = {
  readonly db: Database;
  /** A file of a later one stands in the place of that of an earlier one. */
  readonly folders: readonly string[];
  /** What the rooms send. */
  readonly mails: Mails;
  /** A demonstration: relative sessions exist, and what an academy hasn't said is invented. */
  readonly relativeSessions: boolean;
  /** What must stand in the database before the rules are used: series of numbers for its sessions. */
  readonly prepare: (catalogue: Catalogue) => Promise<void>;
  readonly say: (line: string) => void;
};

const LOOK_EVERY_MS = 3_000;

export async function openLiveCatalogue({
  db,
  folders,
  mails,
  relativeSessions,
  prepare,
  say,
}: LiveOptions): Promise<Result<LiveCatalogue, readonly PackFault[]>> {
  const opened = await openPack(db, folders, mails);
  if (!opened.ok) return opened;
  const { refused } = opened.value;
  let { delivered } = opened.value;
  const catalogueOf = async (pack: PackInForce['pack']): Promise<Catalogue> =>
    relativeSessions
      ? createCatalogue(pack, await readAnchors(db, pack), 'demonstration')
      : createCatalogue(pack, new Map(), 'production');
  const ready = async (pack: PackInForce['pack']): Promise<Catalogue> => {
    if (relativeSessions) await anchorSessions(db, pack);
    const catalogue = await catalogueOf(pack);
    await prepare(catalogue);
    return catalogue;
  };

  let inForce: PackInForce = opened.value;
  let current = await ready(inForce.pack);
  let unreadable: number | null = null;

  const look = async (): Promise<void> => {
    const last = await lastPublication(db);
    if (last === null || last === inForce.publication || last === unreadable) return;
    const read = await readPublished(db, last);
    if (!read.ok) {
      unreadable = last;
      say(`The rules of publication ${last} can't be read by this version: those of ${inForce.publication} stay.`);
      return;
    }
    const next = await ready(read.value.pack);
    current = next;
    inForce = read.value;
    if (delivered !== null && read.value.folder === delivered.fingerprint) delivered = null;
    say(`Other rules are in force: publication ${last}.`);
  };
  // One look after the other: two at once could end in the wrong order.
  let looking: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => {
    looking = looking.catch(() => undefined).then(look);
    return looking;
  };
  const timer = setInterval(() => void refresh().catch(() => undefined), LOOK_EVERY_MS);
  timer.unref();
  return ok({
    current: () => current,
    inForce: () => inForce,
    mails,
    delivered: () => delivered,
    refused,
    refresh,
    catalogueOf,
    stop: () => clearInterval(timer),
  });
}

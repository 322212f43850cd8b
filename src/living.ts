import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Configuration } from './configuration.ts';
import { beginningPage, type Filled, filledAt, readFilled } from './demonstration/index.ts';
import { cannotStart } from './platform/cannotStart.ts';
import { readNote, writeNote } from './platform/database/embedded/note.ts';
import { addressOf, remakeDatabase } from './platform/database/embedded/server.ts';
import { openStandIn } from './platform/http/standIn.ts';

/** Rules that only the living demonstration has: a session that has been open for weeks, and the one of the year before. */
const OVERLAY = ['living', 'catalogue'];

/** What the database remembers of it, as its comment: no table of ours, and gone with it. */
const NOTES = {
  begun: 'Registre: a living demonstration, half made',
  made: 'Registre: a living demonstration',
} as const;

export type Living = {
  /** With the rules of the office that stands in the database. */
  readonly configuration: Configuration;
  /** Until the site listens in its place, what answers. */
  readonly giveWay: () => Promise<void>;
};

export type LivingOptions = {
  readonly configuration: Configuration;
  readonly connection: pg.PoolConfig;
  /** The root of the sources or of the bundle. */
  readonly root: string;
  readonly staticFolder: string | null;
  readonly host: string;
  readonly say: (line: string) => void;
  /** The process that makes the office, so that it ends with us. */
  readonly follow: (maker: ChildProcess) => void;
};

/**
 * Before a demonstration opens for the first time it is filled with an office at work, where `beginning` asks for it: half a minute in which a
 * page says how far it is. One that was cut short is thrown away and begun again, or begins empty; one that began empty stays so. Errors: the maker's,
 * the port's.
 */
export async function beginLiving(options: LivingOptions): Promise<Living> {
  const { configuration, connection, root, say } = options;
  const asItIs: Living = { configuration, giveWay: async () => undefined };
  if (configuration.mode !== 'demonstration' || configuration.databaseUrl !== null) return asItIs;
  const living = {
    ...configuration,
    catalogueFolders: [...configuration.catalogueFolders, path.join(root, ...OVERLAY)],
  };
  const { note, isNew } = await readNote(connection);
  if (note === NOTES.made) return { ...asItIs, configuration: living };
  const isHalfMade = note === NOTES.begun;
  const isWanted = configuration.beginning === 'living';
  if (!isHalfMade && !(isNew && isWanted)) return asItIs;
  let filled: Filled = filledAt('year-before', 0);
  const standIn = await openStandIn({
    host: options.host,
    port: configuration.port,
    staticFolder: options.staticFolder,
    page: () => beginningPage(filled),
  });
  if (isHalfMade) {
    say('The demonstration was cut short while it was made: it begins again.');
    await remakeDatabase(connection);
    const files = fileURLToPath(configuration.filesUrl);
    if (existsSync(files)) rmSync(files, { recursive: true });
  }
  if (!isWanted) return { configuration, giveWay: standIn.close };
  await writeNote(connection, NOTES.begun);
  say(
    `Making a living demonstration, once, in half a minute or so; ${configuration.publicUrl.href} says how far it is.`,
  );
  await make(options, living, (next) => {
    filled = next;
  });
  await writeNote(connection, NOTES.made);
  return { configuration: living, giveWay: standIn.close };
}

async function make(
  { connection, follow }: LivingOptions,
  { catalogueFolders, publicUrl }: Configuration,
  told: (filled: Filled) => void,
): Promise<void> {
  const maker = fork(path.join(import.meta.dirname, 'living.js'), {
    env: {
      ...process.env,
      DATABASE_URL: addressOf(connection),
      CATALOGUE: catalogueFolders.join(path.delimiter),
      PUBLIC_URL: publicUrl.href,
    },
  });
  follow(maker);
  maker.on('message', (message) => {
    const filled = readFilled(message);
    if (filled !== null) told(filled);
  });
  const code = await new Promise((resolve) => maker.once('exit', resolve));
  if (code !== 0)
    throw cannotStart(
      'The living demonstration could not be made (its last words stand above). `npm start -- --empty` begins with nobody.',
    );
}

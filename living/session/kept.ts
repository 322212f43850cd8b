import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { EmbeddedServer } from '../../src/platform/database/embedded/server.ts';
import type { StageLine } from './stages.ts';

/** How far a session is: what is begun after it and not ended is undone by whoever takes it up again. */
export type Progress = {
  readonly candidates: number;
  /** The copy of the database that goes with it; null: nothing is worth one yet. */
  readonly copy: string | null;
  readonly done: readonly StageLine[];
  /** What a stage leaves to a later one, that no table says. */
  readonly notes: Readonly<Record<string, unknown>>;
};

type Cluster = Pick<EmbeddedServer, 'connection'>;

const FILE = 'session.json';

/** Null: nothing was kept there. */
export function readProgress(folder: string): Progress | null {
  const file = path.join(folder, FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : null;
}

/** Whole, or as it was. */
export function noteProgress(folder: string, progress: Progress): void {
  const file = path.join(folder, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(progress));
  renameSync(`${file}.new`, file);
}

/** Copies the database, which nobody may use meanwhile, then says so: whoever is killed in between finds the copy of before. */
export async function keepProgress(server: Cluster, folder: string, progress: Progress): Promise<void> {
  const copy = `${nameOf(server)}_at_${progress.done.length}`;
  const before = readProgress(folder)?.copy ?? null;
  await onCluster(server, async (run) => {
    await run(`drop database if exists ${copy}`);
    await copyDatabase(run, nameOf(server), copy);
  });
  noteProgress(folder, { ...progress, copy });
  if (before !== null && before !== copy) await onCluster(server, (run) => run(`drop database if exists ${before}`));
}

/** Brings the database back to where it was kept; where nothing was, to nothing. */
export async function takeUpAgain(server: Cluster, progress: Progress | null): Promise<void> {
  const name = nameOf(server);
  await onCluster(server, async (run) => {
    await run(`drop database if exists ${name} with (force)`);
    if (progress?.copy == null) await run(`create database ${name}`);
    else await copyDatabase(run, progress.copy, name);
  });
}

type Run = (statement: string) => Promise<void>;

async function copyDatabase(run: Run, from: string, to: string): Promise<void> {
  await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
  await run(`create database ${to} template ${from} strategy file_copy`);
}

function nameOf({ connection }: Cluster): string {
  return connection.database ?? '';
}

async function onCluster({ connection }: Cluster, work: (run: Run) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    await work(async (statement) => void (await client.query(statement)));
  } finally {
    await client.end();
  }
}

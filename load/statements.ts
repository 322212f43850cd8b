import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** One statement as the server received it. */
export type Statement = { readonly text: string; readonly values: readonly (string | null)[] };

/** What makes the server write down every statement, for `recordStatements`. */
export const RECORDING = {
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: 'log',
  log_rotation_size: '0',
};

/** The statements that the application sends while `work` runs, from the log of PostgreSQL itself. */
export async function recordStatements(
  cluster: string,
  connection: pg.ClientConfig,
  work: () => Promise<unknown>,
): Promise<readonly Statement[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const log = (): string => {
    const folder = path.join(cluster, 'log');
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
  };
  await client.query("alter system set log_statement = 'all'");
  await client.query('select pg_reload_conf()');
  await sleep(300);
  const before = log().length;
  await work();
  await sleep(300);
  const lines = log()
    .slice(before)
    .split('\n')
    .filter((line) => line !== '');
  await client.query('alter system reset log_statement');
  await client.query('select pg_reload_conf()');
  await client.end();
  return lines.flatMap((line) => read(JSON.parse(line) as Entry));
}

type Entry = { readonly application_name?: string; readonly message?: string; readonly detail?: string };

function read({ application_name: name, message = '', detail = '' }: Entry): readonly Statement[] {
  if (name !== 'registre') return [];
  const text = /^(?:execute \S+|statement): ([\s\S]*)$/.exec(message)?.[1];
  if (text === undefined) return [];
  const values = [...detail.matchAll(/\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g)].map(
    (found) => found[1]?.replaceAll("''", "'") ?? null,
  );
  return [{ text, values }];
}

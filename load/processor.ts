import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor, user and system, of a server and of what it started, by what each does (Linux: proc(5)). */
export type Processor = Readonly<Record<string, number>>;

const TICK_MS = 10;

export function processorOf(server: number | undefined, database: number | null): Processor {
  const all = processes();
  const spent: Record<string, number> = {};
  const add = (pid: number, role: string): void => {
    spent[role] = (spent[role] ?? 0) + (all.get(pid)?.ms ?? 0);
    for (const [child, { parent }] of all)
      if (parent === pid)
        add(child, role === 'database' ? role : (ROLES.find((one) => commandOf(child).includes(one)) ?? role));
  };
  if (server !== undefined) add(server, 'server');
  if (database !== null) add(database, 'database');
  return spent;
}

/** Programs that the server starts. */
const ROLES = ['documentProcess', 'pressProcess'] as const;

type Process = { readonly parent: number; readonly ms: number };

/** With what their children took that have ended. */
function processes(): ReadonlyMap<number, Process> {
  const found = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = read(`/proc/${name}/stat`)
      .replace(/^.*\) /s, '')
      .split(' ');
    if (fields.length < 15) continue;
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    found.set(Number(name), { parent: Number(fields[1]), ms: ticks * TICK_MS });
  }
  return found;
}

const commandOf = (pid: number): string => read(`/proc/${pid}/cmdline`);

/** Nothing of one that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const OWNER = 'owner.json';

/**
 * One Registre at a time may own an embedded cluster. After a `kill -9` its server may live on; it is then stopped, never
 * taken over, because its clients' transactions are not ours.
 */
export async function claimCluster(folder: string, cluster: string): Promise<void> {
  const other = otherOwner(folder);
  if (other !== null) {
    throw new Error(
      `The database in ${folder} is in use by another Registre (process ${other}). Stop it, or set DATA_DIR to another folder, or DATABASE_URL to share one database.`,
    );
  }
  await stopOrphan(cluster);
  writeFileSync(path.join(folder, OWNER), JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
}

export function releaseCluster(folder: string): void {
  rmSync(path.join(folder, OWNER), { force: true });
}

/** The living process, other than this one, that the cluster of a folder belongs to. */
export function otherOwner(folder: string): number | null {
  const owner = readOwner(path.join(folder, OWNER));
  return owner !== null && owner.pid !== process.pid && startOf(owner.pid) === owner.start ? owner.pid : null;
}

function readOwner(file: string): { pid: number; start: string } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { pid: number; start: string };
  } catch {
    return null;
  }
}

async function stopOrphan(cluster: string): Promise<void> {
  const lock = path.join(cluster, 'postmaster.pid');
  const pid = postmasterIn(lock);
  if (pid === null) return;
  for (const [signal, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!runsHere(pid, cluster)) break;
    try {
      process.kill(pid, signal);
    } catch {
      break;
    }
    for (let waited = 0; waited < seconds * 20 && runsHere(pid, cluster); waited++) await sleep(50);
  }
  // The process number may have been given to another program since: PostgreSQL would then refuse to start.
  if (!runsHere(pid, cluster)) rmSync(lock, { force: true });
}

function postmasterIn(lock: string): number | null {
  try {
    const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** Is this process a living PostgreSQL on our cluster? Without /proc, any living process counts. */
function runsHere(pid: number, cluster: string): boolean {
  const start = startOf(pid);
  if (start === null) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster);
  } catch {
    return process.platform !== 'linux';
  }
}

/** When a process started, in the kernel's ticks; null when it is dead or a zombie. Tells a reused number apart. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    if (process.platform === 'linux') return null;
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch {
    return null;
  }
}

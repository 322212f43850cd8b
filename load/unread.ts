import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

const LONGEST_MS = 15 * 60_000;

/** Files that were received and wait for their reader. */
export async function countUnread(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query('select count(*)::int as count from unread_file where kept_until is null');
  return rows[0].count;
}

/** Until all are read; how many milliseconds that took. */
export async function drain(pool: pg.Pool): Promise<number> {
  const from = performance.now();
  while ((await countUnread(pool)) > 0) {
    if (performance.now() > from + LONGEST_MS) throw new Error('some are never read');
    await pause(200);
  }
  return performance.now() - from;
}

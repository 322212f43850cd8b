import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';

/** What the server said that it had done, as each client wrote it down at that moment. */
export type Acknowledged =
  | { readonly act: 'signed up'; readonly address: string }
  | {
      readonly act: 'registered';
      readonly id: string;
      readonly number: string;
      readonly phone: string;
      readonly version: number;
    }
  | { readonly act: 'deposited'; readonly id: string; readonly receipt: string }
  | { readonly act: 'withdrawn'; readonly id: string };

/** One sentence for everything that was acknowledged and isn't there, or is there twice. */
export async function faultsIn(
  client: pg.Client,
  ledger: readonly Acknowledged[],
  files: string,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const entry of ledger) if (!(await stands(client, entry, files))) faults.push(`lost: ${JSON.stringify(entry)}`);
  const versions = new Map<string, number>();
  for (const entry of ledger) if (entry.act === 'registered') versions.set(entry.id, entry.version);
  for (const [id, version] of versions) faults.push(...(await doublesOf(client, id, version)));
  return faults;
}

async function stands(client: pg.Client, entry: Acknowledged, files: string): Promise<boolean> {
  const count = async (text: string, values: readonly unknown[]): Promise<number> =>
    Number((await client.query(`select count(*) from ${text}`, [...values])).rows[0]?.count);
  switch (entry.act) {
    case 'signed up':
      return (await count('auth_user where email = $1', [entry.address])) === 1;
    case 'registered':
      return (
        (await count(
          `enrolment join enrolment_version on enrolment_id = enrolment.id
            where id = $1 and number = $2 and enrolment_version.version = $3 and answers #>> '{identification,phone}' = $4`,
          [entry.id, entry.number, entry.version, entry.phone],
        )) === 1
      );
    case 'withdrawn':
      return (await count(`enrolment where id = $1 and status = 'withdrawn'`, [entry.id])) === 1;
    case 'deposited': {
      const { rows } = await client.query(
        'select file_key, sha256 from deposit where receipt = $1 and enrolment_id = $2',
        [entry.receipt, entry.id],
      );
      return rows.length === 1 && sha256Of(path.join(files, String(rows[0].file_key))) === rows[0].sha256;
    }
  }
}

function sha256Of(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
}

/** One act of the person, one version, one mail and one paper of it. */
async function doublesOf(client: pg.Client, id: string, version: number): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select version,
       (select count(*) from journal where stream = 'enrolment:' || $1 and name in ('enrolment.registered', 'enrolment.modified')) as events,
       (select count(*) from mail where template in ('enrolment.registered', 'enrolment.modified') and event_id in
         (select event_id from journal where stream = 'enrolment:' || $1)) as mails,
       (select count(*) from paper where enrolment_id = $1::uuid and kind = 'confirmation') as papers
     from enrolment where id = $1::uuid`,
    [id],
  );
  const found = rows[0] as { version: number; events: string; mails: string; papers: string };
  return [found.version, found.events, found.mails, found.papers].every((count) => Number(count) === version)
    ? []
    : [`${version} acts, but ${JSON.stringify(found)}`];
}

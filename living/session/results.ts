import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { columns, integer, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { offered, send, wordsOf } from './forms.ts';

/** Prepared and proposed by a head, approved by another, for an hour of Paris. Answers what the dry run says. */
export async function announce(
  { head, second }: { readonly head: Visitor; readonly second: Visitor },
  session: string,
  { jour, heure }: { readonly jour: string; readonly heure: string },
): Promise<string> {
  const list = `/gestion/publication?session=${session}`;
  const { html } = await head.get(list);
  const made = await send(head, list, '/gestion/publication/preparer', {
    session,
    specialites: offered(html, 'specialites'),
    sans: 'oui',
  });
  const publication = made.location.replace(/\?.*/, '');
  await send(head, publication, `${publication}/proposition`, { jour, heure });
  await send(second, publication, `${publication}/approbation`);
  return wordsOf((await head.get(publication)).html);
}

const OWN = columns({ enrolmentId: uuid, address: text });

/** Files of whom the records speak, with their candidate's mail address, in the order of their numbers. */
export function listJudged(
  db: Database,
  session: string,
  most: number,
): Promise<readonly { enrolmentId: string; address: string }[]> {
  return OWN.all(
    db,
    sql`select v.enrolment_id as "enrolmentId", a.email as address from jury_verdict v join enrolment e on e.id = v.enrolment_id
      join auth_user a on a.id = e.candidate_id where v.session = ${session} order by e.number limit ${most}`,
  );
}

const LOOK_SECONDS = 0.2;
const WAITING = columns({ count: integer });

/** Until everybody whose result is published has a transcript. Errors: after so many seconds there are still some without. */
export async function untilTranscripts(db: Database, expected: number, seconds: number): Promise<number> {
  for (let waited = 0; waited < seconds; waited += LOOK_SECONDS) {
    const [{ count } = { count: 0 }] = await WAITING.all(
      db,
      sql`select count(*)::integer as count from paper where kind = 'transcript'`,
    );
    if (count >= expected) return count;
    await sleep(LOOK_SECONDS * 1_000);
  }
  throw new Error(`Fewer than ${expected} transcripts after ${seconds} s`);
}

/** What somebody's page of results says. */
export async function ownResult(candidate: Visitor, enrolmentId: string): Promise<string> {
  return wordsOf((await candidate.get(`/candidatures/${enrolmentId}/resultats`)).html);
}

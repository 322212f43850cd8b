import { type RawBuilder, sql } from 'kysely';
import type { Decided, DecisionAuthor, DecisionId, DeclaredAct } from '../../decisions/index.ts';
import type { Enrolment, EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { LETTER_OUTCOMES } from '../notice.ts';

/** By the paper that is notified, or by a mail alone. `title`: as its person reads it. */
export type DecisionTelling = {
  readonly declared: Pick<DeclaredAct, 'remedies' | 'readers' | 'people'>;
  readonly title: string;
  readonly paperId: string | null;
  readonly eventId: string;
};

/** Remembers whom a decision was told to, and how; of one that its declaration gives no appeal against, nothing. */
export async function insertTold(
  tx: Tx,
  { id: decisionId, act }: Decided,
  { id: enrolmentId, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  { declared: { remedies, readers, people }, title, paperId, eventId }: DecisionTelling,
): Promise<void> {
  if (remedies?.door !== 'decision') return;
  await sql`insert into appealable_decision (decision_id, enrolment_id, academy, session, act, title, confidential, of_two, paper_id, event_id)
    values (${decisionId}, ${enrolmentId}, ${academy}, ${session}, ${act}, ${title}, ${readers === 'health'}, ${people === 2},
      ${paperId}::uuid, ${eventId}::uuid)
    on conflict do nothing`.execute(tx);
}

const TOLD = columns({
  id: present(id<DecisionId>()),
  enrolmentId: present(id<EnrolmentId>()),
  academy: present(text),
  session: present(text),
  act: present(text),
  title: present(text),
  confidential: present(flag),
  ofTwo: present(flag),
  paperId: nullable(uuid),
  toldAt: present(instant),
  letterId: nullable(uuid),
  takenAt: present(instant),
  authorId: nullable(uuid),
  author: present(json<DecisionAuthor>()),
  stands: present(flag),
  toUndo: present(flag),
});

/** What follows `from`. */
export function findTold(db: Database, which: RawBuilder<unknown>): Promise<readonly RowOf<typeof TOLD>[]> {
  return TOLD.all(
    db,
    sql`select t.decision_id as id, t.enrolment_id as "enrolmentId", t.academy, t.session, t.act, t.title, t.confidential, t.of_two as "ofTwo",
        t.paper_id as "paperId", t.told_at as "toldAt", l.id as "letterId", d.taken_at as "takenAt", d.author_id as "authorId", d.author,
        exists (select from standing_decision s where s.decision_id = t.decision_id and s.enrolment_id = t.enrolment_id) as stands,
        exists (select from decision_to_undo u where u.decision_id = t.decision_id and u.enrolment_id = t.enrolment_id) as "toUndo"
      from appealable_decision t join taken_decision d on d.id = t.decision_id left join told_by_post l on l.event_id = t.event_id
      where ${which} order by t.told_at desc, t.decision_id`,
  );
}

/** An appeal against it was accepted: somebody is to undo it, and it counts no more. */
export async function insertToUndo(
  tx: Tx,
  {
    id,
    enrolmentId,
    academy,
  }: { readonly id: DecisionId; readonly enrolmentId: EnrolmentId; readonly academy: string },
): Promise<void> {
  await sql`insert into decision_to_undo (decision_id, enrolment_id, academy) values (${id}, ${enrolmentId}, ${academy})
    on conflict do nothing`.execute(tx);
}

const LETTER = columns({
  letterId: present(uuid),
  outcome: nullable(oneOf(LETTER_OUTCOMES)),
  presentedOn: nullable(day),
  outcomeOn: nullable(day),
});

/** What became of letters that told a decision in the place of a mail. */
export function endsOfLetters(db: Database, letters: readonly string[]): Promise<readonly RowOf<typeof LETTER>[]> {
  return LETTER.all(
    db,
    sql`select letter_id as "letterId", outcome, presented_on as "presentedOn", outcome_on as "outcomeOn"
      from notice_letter where letter_id = any(${letters}::uuid[]) and taken_back_at is null order by posted_on, at, id`,
  );
}

const ACCEPTED = columns({
  decisionId: present(id<DecisionId>()),
  answerId: present(id<DecisionId>()),
  by: present(uuid),
});

/** Appeals that were accepted against decisions of these kinds of acts, which stand still; a few. */
export function listAccepted(db: Database, acts: readonly string[]): Promise<readonly RowOf<typeof ACCEPTED>[]> {
  return ACCEPTED.all(
    db,
    sql`select a.decision_id as "decisionId", a.answer_id as "answerId", a.answered_by as by
      from appeal_to_carry_out a join taken_decision d on d.id = a.decision_id
      where d.act = any(${acts}::text[]) and a.answer_id is not null order by a.decision_id limit 1000`,
  );
}

const UNREAD = columns({ enrolmentId: present(uuid) });

/** Whose decision that sets them aside, or has a piece given again, was deposited on line fifteen days ago, and isn't notified yet; a few. */
export async function listUnread(db: Database): Promise<readonly string[]> {
  const rows = await UNREAD.all(
    db,
    sql`select s.enrolment_id as "enrolmentId" from set_aside_notice s join electronic_notice n on n.paper_id = s.paper_id join paper p on p.id = n.paper_id
      join enrolment_file e on e.id = s.enrolment_id where e.status = 'registered' and p.issued_at < business_now() - interval '15 days'
    union select n.enrolment_id from piece_awaiting_notice w join electronic_notice n on n.enrolment_id = w.enrolment_id join paper p on p.id = n.paper_id
      where p.issued_at < business_now() - interval '15 days' limit 1000`,
  );
  return rows.map(({ enrolmentId }) => enrolmentId);
}

import { sql } from 'kysely';
import { columns, flag, instant, json, nullable, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const EFFECT = columns({
  enrolment: uuid,
  /** null while it is a draft. */
  number: nullable(text),
  sentences: json<readonly string[]>(),
  toldAt: nullable(instant),
});
/** What a publication did to an enrolment, and when its candidate was told. */
export type RuleEffect = RowOf<typeof EFFECT>;

const UNTOLD = columns({ enrolment: uuid, sentences: json<readonly string[]>(), health: flag });
/** What a candidate is to be told; `health`: also that something changed for them which only they read. */
export type UntoldEffects = RowOf<typeof UNTOLD>;

/** Lists what a publication touches; what is listed already stays as it is. */
export async function insertEffects(tx: Tx, publication: number, effects: readonly UntoldEffects[]): Promise<void> {
  for (const { enrolment, sentences, health } of effects)
    await sql`insert into rule_effect (publication, enrolment, sentences, health)
      values (${publication}, ${enrolment}, ${JSON.stringify(sentences)}::jsonb, ${health}) on conflict do nothing`.execute(
      tx,
    );
}

/** Enrolments whose candidates weren't told yet, a few at a time. */
export function listUntold(db: Database, publication: number, limit: number): Promise<readonly UntoldEffects[]> {
  return UNTOLD.all(
    db,
    sql`select ${UNTOLD} from rule_effect
    where publication = ${publication} and told_at is null order by enrolment limit ${limit}`,
  );
}

const TOLD = columns({ enrolment: uuid });

/**
 * Whose candidates were told of any rules that changed: they are told too when those come back that they registered under.
 * `shown`: without those told of nothing but their health data.
 */
export async function listEverTold(db: Database, of: 'all' | 'shown'): Promise<readonly string[]> {
  const told = await TOLD.all(
    db,
    sql`select distinct ${TOLD} from rule_effect
    where told_at is not null and (${of} = 'all' or jsonb_array_length(sentences) > 0)`,
  );
  return told.map(({ enrolment }) => enrolment);
}

/** False when somebody else told them already. */
export async function markTold(tx: Tx, publication: number, enrolment: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update rule_effect set told_at = now()
    where publication = ${publication} and enrolment = ${enrolment} and told_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** What a publication did, by number. Enrolments of other academies aren't shown, nor those that only their health data concerns. */
export function listEffects(db: Database, academy: string, publication: number): Promise<readonly RuleEffect[]> {
  return EFFECT.all(
    db,
    sql`select r.enrolment, e.number, r.sentences, r.told_at as "toldAt" from rule_effect r join enrolment_file e on e.id = r.enrolment
    where r.publication = ${publication} and e.academy = ${academy} and jsonb_array_length(r.sentences) > 0
    order by e.number nulls last, r.enrolment`,
  );
}

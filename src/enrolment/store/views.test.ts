import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accountMigrations } from '../../accounts/index.ts';
import { decisionMigrations } from '../../decisions/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import { createEventBus } from '../../platform/events.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import {
  aDraft,
  COIFFURE,
  MACON_WITH_HANDICAP,
  ORDINARY_DAY,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
} from '../../testing/enrolments.ts';
import { ENROLMENT_LIFE, type EnrolmentId } from '../enrolment.ts';
import { enrolmentMigrations } from '../migrations.ts';

const events = createEventBus();
const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const catalogue = await shippedCatalogue();
await setClock(db, ORDINARY_DAY);

const FILE = columns({
  id: id<EnrolmentId>(),
  academy: text,
  session: text,
  exam: text,
  candidate_id: uuid,
  status: oneOf(ENROLMENT_LIFE.states),
  number: nullable(text),
  version: integer,
  speciality: nullable(text),
  portfolio: nullable(text),
  form: nullable(text),
  reserve: nullable(oneOf(['pending', 'lifted', 'upheld'])),
  signed_version: nullable(integer),
  first_registered_at: nullable(instant),
  registered_at: nullable(instant),
  validated_at: nullable(instant),
  ended_at: nullable(instant),
  saved_at: instant,
});
const DECLARATION = columns({
  enrolment_id: id<EnrolmentId>(),
  handicap: flag,
  disabled_worker: flag,
  requested_on: nullable(day),
});

const CHOICE = columns({ enrolment_id: id<EnrolmentId>(), category: nullable(text), options: nullable(texts) });

describe('What other rooms read of an enrolment', () => {
  it('is where it stands, and none of its answers', async () => {
    const { enrolment: draft } = await aDraft(db, { events, catalogue });
    const { enrolment } = await registeredEnrolment(db, { events, catalogue });
    const files = await FILE.all(db, sql`select * from enrolment_file order by version`);
    expect(files).toMatchObject([
      { id: draft.id, status: 'draft', number: null, speciality: null },
      { id: enrolment.id, status: 'registered', number: enrolment.number, speciality: '45033608', form: 'GLOBAL' },
    ]);
  });

  it('is its category and its options, the same whatever is said of a handicap', async () => {
    const handicap = { informations: { ...COIFFURE.informations, handicap: 'oui' } };
    for (const answers of [{}, handicap]) {
      const { enrolment } = await registeredEnrolment(db, { events, catalogue, answers });
      const asked = sql`select ${CHOICE} from enrolment_choice where enrolment_id = ${enrolment.id}`;
      expect(await CHOICE.all(db, asked)).toEqual([
        { enrolment_id: enrolment.id, category: 'previous-candidate', options: ['U30A'] },
      ]);
    }
  });

  it('says of health only what is registered, by « oui » or not', async () => {
    await sql`truncate enrolment, enrolment_entry, unit_completion, enrolment_version, enrolment_reserve, accommodation_request, reserve_decision, same_person cascade`.execute(
      db,
    );
    await aDraft(db, { events, catalogue, answers: MACON_WITH_HANDICAP });
    const said = await registeredEnrolment(db, { events, catalogue, answers: MACON_WITH_HANDICAP });
    const not = await registeredEnrolment(db, { events, catalogue });
    await sql`insert into accommodation_request (enrolment_id, academy, session, received_on)
      values (${said.enrolment.id}, 'clermont', 'bp-2024-clermont', '2023-11-20')`.execute(db);
    expect(await DECLARATION.all(db, sql`select * from accommodation_declaration order by handicap desc`)).toEqual([
      {
        enrolment_id: said.enrolment.id,
        handicap: true,
        disabled_worker: true,
        requested_on: Temporal.PlainDate.from('2023-11-20'),
      },
      { enrolment_id: not.enrolment.id, handicap: false, disabled_worker: false, requested_on: null },
    ]);
  });
});

import { sql } from 'kysely';
import { planReminders, reminderMigrations } from '../reminders/index.ts';
import { emptyDatabase, type TestDatabase } from '../testing/database.ts';
import {
  type Answered,
  type Browser,
  PASSWORD,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
  type TestEnrolment,
} from '../testing/enrolments.ts';
import { mailsTo } from '../testing/papers.ts';
import { signedIn } from '../testing/staff.ts';
import { unsentRequests } from './subscribe.ts';
import { openSpace, ROOMS } from './testing.ts';

export type Person = TestEnrolment & { readonly browser: Browser; readonly at: string };
export type Reminding = Awaited<ReturnType<typeof openReminding>>;

/** The room, with the look of every minute for those who are to be told of a request that isn't sent. */
export async function openReminding() {
  const test: TestDatabase = await emptyDatabase([...ROOMS, reminderMigrations]);
  const catalogue = await shippedCatalogue();
  const space = await openSpace(test.db, catalogue);
  const kind = unsentRequests(space.papers);
  const making = { events: space.papers.events, catalogue };
  const ask = (): Promise<void> => planReminders(space.papers, [kind]);
  return {
    test,
    space,
    making,
    ask,
    /** At that moment, once those who are to be told are. */
    at: async (instant: string): Promise<void> => {
      await setClock(test.db, Temporal.Instant.from(instant));
      await ask();
      await space.papers.jobs.run();
    },
    /** Registered, before the page of the request. */
    someone: async (answers: Answered = {}, reserveRead: readonly string[] = []): Promise<Person> => {
      const made = await registeredEnrolment(test.db, { ...making, answers, reserveRead });
      const browser = await signedIn(space.site, made.candidate.address, PASSWORD);
      const at = `/candidatures/${made.enrolment.id}/amenagement`;
      await browser.get(at);
      return { ...made, browser, at };
    },
    told: async ({ candidate }: TestEnrolment) =>
      (await mailsTo(test.db, candidate.address)).filter(({ subject }) => subject.includes('une démarche vous attend')),
    states: async ({ enrolment }: TestEnrolment): Promise<readonly string[]> => {
      const { rows } = await sql<{ said: string }>`select step || ' ' || state as said from accommodation_reminder
        where enrolment_id = ${enrolment.id} order by planned_at, step`.execute(test.db);
      return rows.map(({ said }) => said);
    },
    end: async (): Promise<void> => {
      await space.end();
      await test.close();
    },
  };
}

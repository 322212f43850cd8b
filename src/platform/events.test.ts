import { expect, it } from 'vitest';
import { ownDatabase } from '../testing/database.ts';
import { createEventBus } from './events.ts';
import { readStream, SYSTEM } from './journal.ts';
import { platformMigrations } from './migrations.ts';

declare module './defineEvents.ts' {
  interface Events {
    'test.happened': { readonly number: number };
    'test.plain': { readonly number: number };
  }
  interface Carried {
    'test.happened': { readonly kept: string };
  }
}

const { db } = await ownDatabase([platformMigrations]);

const subject = { stream: 'test:1', academy: null, session: null };

it('What a change settles comes before what is told of it, whoever subscribed first', async () => {
  const events = createEventBus();
  const came: string[] = [];
  events.subscribe('test.plain', 'tell', async () => void came.push('mail'));
  events.subscribe('test.plain', 'settle', async () => void came.push('list'));
  events.subscribe('test.plain', 'tell', async () => void came.push('paper'));
  events.subscribe('test.plain', 'settle', async () => void came.push('excuses'));
  await db.transaction().execute((tx) => events.publish(tx, SYSTEM, 'test.plain', subject, { number: 1 }));
  expect(came).toEqual(['list', 'excuses', 'mail', 'paper']);
});

it('What an event carries reaches those who follow it, and not the journal', async () => {
  const events = createEventBus();
  const came: unknown[] = [];
  const carried = { kept: 'not in the journal' };
  events.subscribe('test.happened', 'settle', async (_, event) => void came.push(event.carried));
  events.subscribe('test.plain', 'settle', async (_, event) => void came.push(event.carried));
  await db.transaction().execute(async (tx) => {
    await events.publish(tx, SYSTEM, 'test.happened', subject, { number: 2 }, carried);
    await events.publish(tx, SYSTEM, 'test.plain', subject, { number: 3 });
  });
  expect(came).toEqual([carried, null]);
  const entries = await readStream(db, 'test:1', 10);
  expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('not in the journal');
});

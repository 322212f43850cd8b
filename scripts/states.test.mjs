import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { columns, text, texts } from '../src/platform/database/columns.ts';
import { emptyDatabase } from '../src/testing/database.ts';
import { wordsOf } from '../src/testing/tableTypes.ts';
import { diagramOf, machines, movesOf, pageOf } from './states.mjs';

const DOOR = {
  title: 'Door',
  file: 'src/doors/door.ts',
  column: 'door.state',
  words: 'doors/texts.ts',
  states: ['open', 'shut-up'],
  means: { open: 'one goes through', 'shut-up': 'one knocks' },
  acts: {
    build: { from: [], to: 'open', who: 'the mason' },
    shut: { from: ['open', 'shut-up'], to: 'shut-up', who: 'a visitor', undone: 'kick' },
    kick: { from: ['shut-up'], to: 'open', who: 'two visitors', people: 2 },
  },
};

describe('The drawing of the states', () => {
  it('has an arrow from state to state, and says in words who does what', () => {
    expect(diagramOf(DOOR)).toBe(
      [
        'stateDiagram-v2',
        'state "shut-up" as shut_up',
        '[*] --> open: build',
        'open --> shut_up: shut',
        'shut_up --> open: kick',
      ].join('\n  '),
    );
    expect(pageOf([DOOR])).toContain('| kick  | shut-up       | open    | two visitors | 2      |           |\n');
  });
  it('shows no state that nothing leads to, each with a name where somebody reads it', async () => {
    for (const machine of await machines()) {
      const { title, states, words } = machine;
      const reached = movesOf(machine).map(({ to }) => to);
      expect(
        states.filter((state) => !reached.includes(state)),
        title,
      ).toEqual([]);
      const named = words === null ? null : readFileSync(`src/${words}`, 'utf8');
      for (const state of named === null ? [] : states) expect(named, title).toMatch(new RegExp(`\\b${state}['"]?:`));
    }
  });
});

/** Columns of states that have no machine, with why. */
const OTHER = {
  'accommodation_document.state': 'it is there, or its candidate took it back',
  'accommodation_reminder.state': 'as a reminder, with fewer ends',
  'draft_reminder.state': 'as a reminder, with fewer ends',
  'attendance_act.state': 'what a centre said of somebody: each word stays, the last holds',
  'export_order.state': 'a job: planned, then ready or failed; asked for again it is planned anew',
  'office_queue.state': 'computed of its pieces by triggers',
};

describe('The states of the database', () => {
  let test;
  beforeAll(async () => {
    test = await emptyDatabase(migrations);
  });
  afterAll(() => test.close());

  it('are those of the machines, column by column; a column without one says why', async () => {
    const row = columns({ name: text, checks: texts });
    const checked = await row.all(
      test.db,
      sql`select c.relname || '.' || a.attname as name, array(select pg_get_constraintdef(k.oid) from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] order by k.conname) as checks
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by 1`,
    );
    const lists = new Map(
      checked.flatMap(({ name, checks }) => (wordsOf(checks) === null ? [] : [[name, wordsOf(checks)]])),
    );
    const kept = (await machines()).filter(({ column }) => column !== null);
    const columnsOfStates = [...lists.keys()].filter((name) => /\.(state|status)$/.test(name));
    const described = [...kept.map(({ column }) => column), ...Object.keys(OTHER)];
    expect(columnsOfStates.filter((name) => !described.includes(name))).toEqual([]);
    for (const { title, column, states } of kept)
      expect(lists.get(column)?.toSorted(), title).toEqual(states.toSorted());
  });
});

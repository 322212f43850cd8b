import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { COLUMNS } from '../rules/columns.ts';
import { createFormerReader } from './reader.ts';

const reader = createFormerReader(0);
afterAll(() => reader.close());

const TODAY = Temporal.PlainDate.from('2023-11-15');
const HEAD = COLUMNS.map(({ headings }) => headings[0] ?? '').join(';');
const rules = async () => ({ catalogue: await shippedCatalogue(), today: TODAY });
const takeNone = (): Promise<void> => Promise.reject(new Error('No line is given'));
const UNITS = ['U10', 'U20', 'U30A', 'U41', 'U42', 'U60'];
const fileOf = (lines: number, mark: (index: number) => string): Buffer =>
  Buffer.from(
    [
      HEAD,
      ...Array.from({ length: lines }, (_, index) => {
        const person = `${1_000_000 + Math.floor(index / UNITS.length)}`;
        return `${person};Durand;Zoé;30/05/1995;45033608;2023;05/07/2023;${UNITS[index % UNITS.length]};${mark(index)};Ajourné`;
      }),
    ].join('\r\n'),
  );

describe('A file of a hundred thousand former results', () => {
  it('is read beside the requests: others come between, and its lines come in parts that the database reads', async () => {
    let [turns, taking] = [0, 0];
    const parts: string[] = [];
    const timer = setInterval(() => (turns += 1), 5);
    const answer = await reader.read(
      fileOf(100_000, (index) => String(index % 20)),
      await rules(),
      async (part) => {
        taking += 1;
        expect(taking).toBe(1);
        await setTimeout(1);
        parts.push(part);
        taking -= 1;
      },
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
    if (!answer.ok) throw new Error(answer.error);
    const { faultCount, lines: count, persons } = answer.value;
    expect([faultCount, count, persons]).toEqual([0, 100_000, 16_667]);
    expect(parts.length).toBeGreaterThan(40);
    const lines = parts.flatMap((part) => JSON.parse(part) as readonly { at: number; until: string }[]);
    expect(lines).toHaveLength(100_000);
    expect(lines.at(-1)).toMatchObject({ at: 100_001, birthDate: '1995-05-30', unit: 'U41', until: '2028-07-05' });
  });

  it('with faults everywhere says two hundred of them, counts the others, and gives no line', async () => {
    const answer = await reader.read(
      fileOf(100_000, (index) => (index === 0 ? '12' : '10.25')),
      await rules(),
      takeNone,
    );
    if (!answer.ok) throw new Error(answer.error);
    const { faultCount, faults } = answer.value;
    expect([faultCount, faults.length, faults[0]?.line]).toEqual([99_999, 200, 3]);
  });

  it('is refused where there is no table, and once the server closes', async () => {
    expect(await reader.read(Buffer.from([0, 1]), await rules(), takeNone)).toEqual({
      ok: false,
      error: 'not-a-table',
    });
    const closing = createFormerReader();
    await closing.close();
    expect(
      await closing.read(
        fileOf(1, () => '12'),
        await rules(),
        takeNone,
      ),
    ).toEqual({ ok: false, error: 'busy' });
  });

  it('whose lines could not be taken is not read for nothing: what went wrong is thrown, and the next file is read', async () => {
    let tried = 0;
    const fails = async (): Promise<void> => {
      tried += 1;
      throw new Error('the database is away');
    };
    const file = fileOf(10_000, () => '12');
    await expect(reader.read(file, await rules(), fails)).rejects.toThrow('the database is away');
    expect(tried).toBe(1);
    expect(await reader.read(file, await rules(), async () => undefined)).toMatchObject({ value: { lines: 10_000 } });
  });
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Browser } from '../testing/enrolments.ts';
import { ODD_NAMES } from '../testing/oddNames.ts';
import { beyondMargins, hasWords, MARGINS, pagesOf } from '../testing/papers.ts';
import { stage } from '../testing/stage.ts';
import { fieldOn } from '../testing/words.ts';
import { aVerdict, COIFFURE, publicationRoom, SESSION } from './testing.ts';

const AT = '/gestion/publication';
const candidates: Browser[] = [];

const {
  db,
  papers,
  enter,
  someone,
  staff: { head, second },
  verdicts,
  setClock,
} = await stage(publicationRoom(), { staff: { head: 'head', second: 'head' } });
for (const [index, name] of ODD_NAMES.entries()) {
  const own = await someone({ status: { ...name, usageName: null } });
  candidates.push(own);
  verdicts.push(aVerdict(own.enrolment, index % 2 === 0 ? { U10: 12, U20: 10.5 } : { U10: 12, U20: 5 }));
}
await setClock('2024-07-02T10:00:00+02:00');
const page = (await head.get(AT)).body;
const key = fieldOn(page, 'cle');
const made = await head.post(`${AT}/preparer`, { session: SESSION, cle: key, specialites: COIFFURE });
const address = made.location.split('?')[0] ?? '';
const press = async (who: Browser, act: string, fields: Record<string, string> = {}) => {
  const version = fieldOn((await who.get(address)).body, 'version');
  expect((await who.post(`${address}/${act}`, { version, ...fields })).status).toBe(303);
};
await press(head, 'proposition', { jour: '05/07/2024', heure: '9 h' });
await press(second, 'approbation');
await setClock('2024-07-05T09:00:00+02:00');
await papers.jobs.run();

it('A session that is none, a name without end or with a null character, is refused and nothing prepared', async () => {
  const other = await enter('head');
  await other.get(AT);
  const endless = Array.from({ length: 9000 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 7919) % 20_000))).join('');
  for (const session of [`${SESSION}\0`, endless, '']) {
    const fields = { session, cle: randomUUID(), specialites: COIFFURE };
    expect((await other.post(`${AT}/preparer`, fields)).status, session.slice(0, 30)).toBe(404);
  }
});

it.each(ODD_NAMES.map((name, index) => ({ ...name, index })))(
  'The transcript and the certificate of $birthName $firstNames keep the whole name within their margins',
  async ({ birthName, firstNames, index }) => {
    const { rows } = await sql<{ id: string; kind: string; enrolment: string }>`
      select id, kind, enrolment_id as enrolment from paper where enrolment_id = ${verdicts[index]?.enrolmentId}
        and kind in ('transcript', 'success', 'blocks') order by kind`.execute(db);
    expect(rows.map(({ kind }) => kind)).toEqual(
      index % 2 === 0 ? ['success', 'transcript'] : ['blocks', 'transcript'],
    );
    for (const { id, enrolment } of rows) {
      const got = await candidates[index]?.get(`/candidatures/${enrolment}/documents/${id}/pdf`);
      const pdf = got?.bytes ?? Buffer.alloc(0);
      expect(await hasWords(pdf, `${firstNames.split(',')[0]} ${birthName}`)).toBe(true);
      expect(await beyondMargins(pdf, MARGINS)).toEqual([]);
      expect((await pagesOf(pdf)).length).toBe(1);
    }
  },
);

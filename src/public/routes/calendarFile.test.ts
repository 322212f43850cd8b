import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Catalogue, createCatalogue, type RulePack } from '../../catalogue/index.ts';
import { catalogueWithoutSessions, MOMENTS, openDoor, shippedCatalogue, siteAt, textOf } from '../testing.ts';

const SESSION = 'bp-2024-clermont';
const shipped = await shippedCatalogue();
type NoticeSession = RulePack['sessions'][number];

/** The shipped pack with its session changed. */
function changed(change: (session: NoticeSession) => NoticeSession): Catalogue {
  return createCatalogue({ ...shipped.pack, sessions: shipped.pack.sessions.map(change) });
}

async function fetched(
  catalogue: Catalogue,
  address = `/calendrier/${SESSION}.ics`,
  headers: Readonly<Record<string, string>> = {},
) {
  const { server, close } = await openDoor(siteAt(MOMENTS.open, catalogue));
  const answer = await server.inject({ url: address, headers });
  await close();
  return answer;
}

type Told = { readonly uid: string; readonly summary: string; readonly start: string; readonly end: string | null };
type Read = Told & { readonly description: string; readonly status: string; readonly reminder: string | null };

async function events(catalogue: Catalogue, address?: string): Promise<readonly Read[]> {
  const { body } = await fetched(catalogue, address);
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((one) => {
    const text = (name: string): string => String(one.getFirstPropertyValue(name));
    const alarm = one.getFirstSubcomponent('valarm');
    return {
      uid: text('uid').replace(/@localhost$/, ''),
      summary: text('summary').replaceAll('\u00a0', ' '),
      description: text('description').replaceAll('\u00a0', ' '),
      start: text('dtstart'),
      end: one.getFirstProperty('dtend') === null ? null : text('dtend'),
      status: text('status'),
      reminder: alarm === null ? null : String(alarm.getFirstPropertyValue('trigger')),
    };
  });
}

describe('The calendar file of a session', () => {
  it('has the dates of the notice, in UTC, with a reminder the day before each closing', async () => {
    const found = await events(shipped);
    expect(found.map(({ uid, start, end, status, reminder }) => [uid, start, end, status, reminder])).toEqual([
      [`${SESSION}-opening`, '2023-10-12T12:00:00Z', null, 'CONFIRMED', null],
      [`${SESSION}-closing`, '2023-12-01T16:00:00Z', null, 'CONFIRMED', '-P1D'],
      [`${SESSION}-pieces-confirmation`, '2023-12-01T16:00:00Z', null, 'CONFIRMED', '-P1D'],
      [`${SESSION}-corrections`, '2023-12-22T16:00:00Z', null, 'TENTATIVE', null],
      [`${SESSION}-pieces-travail-en-hauteur`, '2024-03-07', '2024-03-08', 'CONFIRMED', '-PT15H'],
      [`${SESSION}-exam`, '2024-06-01', '2024-07-01', 'TENTATIVE', null],
    ]);
  });

  it('puts a deadline at midnight on the last day that is left, and says so', async () => {
    const scaffolding = (await events(shipped)).find(({ uid }) => uid.endsWith('travail-en-hauteur'));
    expect(scaffolding?.summary).toBe('Dernier jour pour déposer des pièces · Brevet professionnel, session 2024');
    expect(scaffolding?.description).toMatch(
      /^Avant le vendredi 8 mars 2024, donc jusqu'au jeudi 7 mars 2024 inclus\.\nTravail en hauteur\. Sans l'attestation/,
    );
  });

  it('says in words what is not settled, and that the day of the results is not known', async () => {
    const found = await events(shipped);
    const exam = found.find(({ uid }) => uid.endsWith('-exam'));
    expect(exam?.summary).toContain("Mois des épreuves de l'examen (à confirmer)");
    expect(exam?.description).toMatch(
      /^Juin 2024\.\nMois habituel, à confirmer\.[\s\S]*la date n'est pas encore connue/,
    );
    expect(found.find(({ uid }) => uid.endsWith('-corrections'))?.summary).toContain('(à confirmer)');
    expect(found.some(({ uid }) => uid.endsWith('-results'))).toBe(false);
  });

  it('gives the exam its day and the results their hour once they are settled', async () => {
    const settled = changed((session) => ({
      ...session,
      examStartsOn: { ...session.examStartsOn, confidence: 'official' },
      resultsAt: { ...session.resultsAt, at: '2024-07-05T14:00', confidence: 'uncertain' },
    }));
    const found = (await events(settled)).slice(-2);
    expect(found.map(({ start, end, status }) => [start, end, status])).toEqual([
      ['2024-06-03', '2024-06-04', 'CONFIRMED'],
      ['2024-07-05T12:00:00Z', null, 'TENTATIVE'],
    ]);
    expect(found[0]?.description).not.toContain('pas encore connue');
    expect(found[1]?.description).toContain('Date à confirmer.');
  });

  it('keeps the name of each event when its date moves, so that it moves in calendars too', async () => {
    const moved = changed((session) => ({ ...session, window: { ...session.window, closesAt: '2023-12-08T17:00' } }));
    const [before, after] = [await events(shipped), await events(moved)];
    expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
    expect(after.find(({ uid }) => uid.endsWith('-closing'))?.start).toBe('2023-12-08T16:00:00Z');
  });
});

describe('The address of the calendar', () => {
  it('answers as a calendar that may be asked again for nothing', async () => {
    const first = await fetched(shipped);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'public, no-cache',
      'content-disposition': `inline; filename="${SESSION}.ics"`,
    });
    const etag = String(first.headers.etag);
    const again = await fetched(shipped, undefined, { 'if-none-match': `"other", ${etag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await fetched(shipped, undefined, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    const moved = changed((session) => ({ ...session, window: { ...session.window, closesAt: '2023-12-08T17:00' } }));
    expect((await fetched(moved, undefined, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('follows a new pack without a new start', async () => {
    let catalogue = shipped;
    const { server, close } = await openDoor({ ...siteAt(MOMENTS.open, shipped), catalogue: () => catalogue });
    const before = (await server.inject('/calendrier.ics')).headers.etag;
    catalogue = changed((session) => ({ ...session, window: { ...session.window, closesAt: '2023-12-08T17:00' } }));
    const after = await server.inject('/calendrier.ics');
    await close();
    expect(after.headers.etag).not.toBe(before);
    expect(after.body).toContain('DTSTART:20231208T160000Z');
  });

  it('has every session that the site shows in one file', async () => {
    const both = await shippedCatalogue(MOMENTS.open);
    const codes = both.sessions().map(({ code }) => code);
    expect(codes).toHaveLength(2);
    const uids = (await events(both, '/calendrier.ics')).map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    for (const code of codes) expect(uids).toContain(`${code}-closing`);
    const alone = (await events(both, `/calendrier/${SESSION}.ics`)).map(({ uid }) => uid);
    expect(alone).toEqual(uids.filter((uid) => uid.startsWith(SESSION)));
  });

  it.each(['/calendrier/bp-1999.ics', `/calendrier/${SESSION}`, '/calendrier/.ics', '/calendrier/%2e%2e.ics'])(
    'does not exist for %s',
    async (address) => {
      expect((await fetched(shipped, address)).statusCode).toBe(404);
    },
  );

  it('does not exist without a session, and the page then offers none', async () => {
    const empty = await catalogueWithoutSessions();
    expect((await fetched(empty, '/calendrier.ics')).statusCode).toBe(404);
    expect((await fetched(empty, '/calendrier')).body).not.toContain('webcal:');
  });

  it('stands on the page, to subscribe to or to download, with how to', async () => {
    const { body } = await fetched(shipped, '/calendrier');
    expect(body).toContain('href="webcal://localhost:3000/calendrier.ics"');
    expect(body).toContain('href="/calendrier.ics"');
    expect(body).toContain(`href="webcal://localhost:3000/calendrier/${SESSION}.ics"`);
    expect(textOf(body)).toContain('http://localhost:3000/calendrier.ics');
  });
});

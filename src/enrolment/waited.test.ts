import { describe, expect, it } from 'vitest';
import { accountMigrations } from '../accounts/index.ts';
import { decisionMigrations } from '../decisions/index.ts';
import { createAdmission } from '../platform/admission/admission.ts';
import { admitted, createPlaces, PLACE_COOKIE, placeFor, type WaitingPlace } from '../platform/admission/place.ts';
import { createEventBus } from '../platform/events.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { followedClock } from '../testing/clock.ts';
import { ownDatabase } from '../testing/database.ts';
import {
  aDraft,
  type Browser,
  COIFFURE,
  findCandidate,
  openSite,
  PASSWORD,
  reread,
  SERVER_SECRET,
  setClock,
  shippedCatalogue,
} from '../testing/enrolments.ts';
import { PLAIN_CHROME } from '../testing/plainChrome.ts';
import { fieldOn } from '../testing/words.ts';
import { enrolmentMigrations } from './migrations.ts';
import { enrolmentRoutes } from './routes.tsx';

const OPENING = Temporal.Instant.from('2023-10-12T14:00:00+02:00');
const CLOSING = Temporal.Instant.from('2023-12-01T17:00:00+01:00');
const SITE = new URL('http://registre.example');
const places = createPlaces(SERVER_SECRET, SITE);

let tokenOf: (cookie: string) => string | null;
const events = createEventBus();
const { db } = await ownDatabase([platformMigrations, accountMigrations, decisionMigrations, enrolmentMigrations]);
const catalogue = await shippedCatalogue();
const clock = await followedClock(db);
const site = await openSite(
  db,
  {},
  ({ guards }) =>
    enrolmentRoutes({
      db,
      events,
      catalogue: () => catalogue,
      clock,
      guards,
      findCandidate,
      suggestions: () => ({ typed: {}, learned: [] }),
      chrome: async (visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf(), address: visit.address }),
    }),
  (accounts) => {
    tokenOf = (cookie) => accounts.tokenOf({ cookies: { registre_session: cookie } } as never);
    const admission = createAdmission({ gauges: [], now: () => clock.now().epochMilliseconds });
    return { admission, places, tokenOf: accounts.tokenOf, budgets: null };
  },
);

const instantAt = (instant: Temporal.Instant, minutes: number): number => instant.add({ minutes }).epochMilliseconds;
const value = (place: WaitingPlace): string => /=([^;]*)/.exec(places.cookie(place))?.[1] ?? '';
const clockAt = (instant: Temporal.Instant, minutes: number): Promise<void> => setClock(db, instant.add({ minutes }));

/** Somebody signed in with a draft up to its first step. */
async function someone(at: Temporal.Instant = CLOSING.subtract({ hours: 2 })) {
  await setClock(db, at);
  const made = await aDraft(db, { events, catalogue }, 'identification');
  const browser = site.browser();
  await browser.get('/connexion');
  await browser.post('/connexion', { address: made.candidate.address, password: PASSWORD });
  const path = `/candidatures/${made.enrolment.id}/informations`;
  const { body } = await browser.get(path);
  const version = fieldOn(body, 'version');
  const sessionOf = (one: Browser): string =>
    places.holderOf(tokenOf(decodeURIComponent(one.cookies.get('registre_session') ?? '')));
  const saveIn = (one: Browser) => one.post(path, { version, ...COIFFURE.informations });
  return {
    browser,
    session: sessionOf(browser),
    save: () => saveIn(browser),
    saveIn,
    /** The same person in another browser, signed in and with the page of the step open. */
    another: async () => {
      const other = site.browser();
      await other.get('/connexion');
      await other.post('/connexion', { address: made.candidate.address, password: PASSWORD });
      await other.get(path);
      return { browser: other, session: sessionOf(other) };
    },
    saved: async () => (await reread(db, made.candidate, made.enrolment.id)).working?.informations !== undefined,
  };
}
/** In the waiting room from so many minutes before the closing to so many after it. */
const waited = (browser: Browser, holder: string, from: number, to: number): void =>
  void browser.cookies.set(
    PLACE_COOKIE.name,
    value(admitted(placeFor(null, holder, instantAt(CLOSING, from), (to - from) * 60_000), 4, instantAt(CLOSING, to))),
  );

describe('A step that somebody saves who was in the waiting room when the register closed', () => {
  it('counts, as far as they waited', async () => {
    const { browser, session, save, saved } = await someone();
    expect(session).not.toBe('');
    waited(browser, session, -5, 10);
    await clockAt(CLOSING, 12);
    expect((await save()).status).toBe(303);
    expect(await saved()).toBe(true);
    expect((await save()).status).not.toBe(303);
  });
  it.each<[string, number, number, number]>([
    ['later than what they waited', -5, 10, 16],
    ['half an hour after the closing', -29, 1, 30],
  ])('does not count %s', async (_, from, to, then) => {
    const { browser, session, save, saved } = await someone();
    waited(browser, session, from, to);
    await clockAt(CLOSING, then);
    expect((await save()).status).not.toBe(303);
    expect(await saved()).toBe(false);
  });
  it('counts in the session that waited, and opening others, before or after, gains none of them a minute', async () => {
    const { browser, session, saveIn, saved, another } = await someone();
    const [second, third] = [await another(), await another()];
    expect(new Set([session, second.session, third.session]).size).toBe(3);
    await clockAt(CLOSING, 4);
    waited(browser, session, -5, 3);
    // It waits since the closing, or with the place of the first.
    waited(second.browser, second.session, 1, 3);
    waited(third.browser, session, -5, 3);
    for (const one of [second, third]) expect((await saveIn(one.browser)).status).not.toBe(303);
    expect(await saved()).toBe(false);
    expect((await saveIn(browser)).status).toBe(303);
    expect(await saved()).toBe(true);
  });
  it("does not count by somebody else's place, nor by one taken before signing in", async () => {
    const [other, { browser, save, saved }] = [await someone(), await someone()];
    await clockAt(CLOSING, 2);
    for (const holder of [other.session, '']) {
      waited(browser, holder, -5, 2);
      expect((await save()).status).not.toBe(303);
    }
    expect(await saved()).toBe(false);
  });
});

describe('Whoever waited since before the opening', () => {
  it('isn’t early once it has opened', async () => {
    const { browser, session, save, saved } = await someone();
    const before = placeFor(null, session, instantAt(OPENING, -20), 21 * 60_000);
    browser.cookies.set(PLACE_COOKIE.name, value(admitted(before, 4, instantAt(OPENING, 1))));
    await clockAt(OPENING, -1);
    expect((await save()).status).not.toBe(303);
    await clockAt(OPENING, 2);
    expect((await save()).status).toBe(303);
    expect(await saved()).toBe(true);
  });
});

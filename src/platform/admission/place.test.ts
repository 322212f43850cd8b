import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  admitted,
  askedByHand,
  createPlaces,
  placeFor,
  type WaitingPlace,
  waitedOf,
  withMinutesGivenBack,
} from './place.ts';

const SITE = new URL('https://inscriptions.example.fr');
const places = createPlaces('a secret of thirty-two characters', SITE);
const MINUTE = 60_000;
const T = Date.parse('2023-12-01T15:50:00Z');

const sealed = (place: WaitingPlace): string => /=([^;]*)/.exec(places.cookie(place))?.[1] ?? '';
const somebody = places.holderOf('the token of a session');
/** Told to stay away for as long as it may. */
const place = placeFor(null, somebody, T, null);
const TOLD = 15_000;

describe('A place', () => {
  it('comes back from the browser as it was given, to another node and after a restart', () => {
    const another = createPlaces('a secret of thirty-two characters', SITE);
    expect(another.open(sealed(place), T + MINUTE)).toEqual(place);
    expect(places.cookie(place)).toMatch(
      /^__Host-registre_place=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600; Secure$/,
    );
  });

  it('that was made up, changed, or sealed by another house is none', () => {
    const good = sealed(place);
    const older = good.replace(String(T), String(T - MINUTE));
    expect(older).not.toBe(good);
    const elsewhere = createPlaces('another secret of thirty-two signs', SITE);
    for (const forged of [
      older,
      `${good}x`,
      good.slice(0, -1),
      '',
      '.',
      'a.b',
      good.replace(somebody, places.holderOf('x')),
    ])
      expect(places.open(forged, T)).toBeNull();
    expect(elsewhere.open(good, T)).toBeNull();
    expect(places.open(undefined, T)).toBeNull();
  });

  it('says nothing of the session that it is for', () => {
    expect(sealed(place)).not.toContain('session');
    expect(places.holderOf(null)).toBe('');
  });

  it('is kept a quarter of an hour from the last question, and no longer', () => {
    expect(places.open(sealed(place), T + 15 * MINUTE - 1)).not.toBeNull();
    expect(places.open(sealed(place), T + 15 * MINUTE)).toBeNull();
    const again = placeFor(place, somebody, T + 14 * MINUTE, TOLD);
    expect(again).toMatchObject({ id: place.id, at: T });
    expect(places.open(sealed(again), T + 28 * MINUTE)).not.toBeNull();
  });

  it('of a clock that was put back since is none; put back by seconds it stays, and has waited for nothing', () => {
    expect(places.open(sealed(place), T - 2 * MINUTE)).toBeNull();
    const held = places.open(sealed(place), T - 30_000);
    expect(waitedOf(held, somebody, T - 30_000)).toBe(0);
    expect(placeFor(held, somebody, T - 30_000, TOLD).at).toBe(T - 30_000);
  });
});

describe('What a place gives back', () => {
  it('is what its own session waited, while it waits and once it is let in', () => {
    expect(waitedOf(place, somebody, T + 12 * MINUTE)).toBe(12 * MINUTE);
    const letIn = admitted(place, 1, T + 12 * MINUTE);
    expect(waitedOf(letIn, somebody, T + 20 * MINUTE)).toBe(12 * MINUTE);
  });
  it('is half an hour at most, however far a clock was put on', () => {
    let waiting = place;
    for (let minutes = 10; minutes <= 100; minutes += 10)
      waiting = placeFor(waiting, somebody, T + minutes * MINUTE, null);
    expect(waitedOf(waiting, somebody, T + 100 * MINUTE)).toBe(30 * MINUTE);
  });
  it('is nothing to another session, to nobody, and once it was given', () => {
    const letIn = admitted(place, 1, T + 12 * MINUTE);
    for (const who of [places.holderOf('another session'), '']) expect(waitedOf(letIn, who, T + 13 * MINUTE)).toBe(0);
    expect(waitedOf(placeFor(null, '', T, null), '', T + 5 * MINUTE)).toBe(0);
    expect(waitedOf(withMinutesGivenBack(letIn, T + 13 * MINUTE), somebody, T + 14 * MINUTE)).toBe(0);
  });
  it('begins with the session: who signs in keeps the place, and is given what was waited since', () => {
    const stranger = placeFor(null, '', T, null);
    const signedIn = placeFor(stranger, somebody, T + 5 * MINUTE, null);
    expect(signedIn.at).toBe(T);
    expect(waitedOf(signedIn, somebody, T + 9 * MINUTE)).toBe(4 * MINUTE);
  });
  it('goes along to the next wait, where nothing was done in between', () => {
    const letIn = admitted(place, 1, T + 10 * MINUTE);
    const again = placeFor(letIn, somebody, T + 22 * MINUTE, null);
    expect(again.at).toBe(T + 22 * MINUTE);
    expect(waitedOf(again, somebody, T + 25 * MINUTE)).toBe(13 * MINUTE);
  });
  it('is nothing for the time that nobody made them wait: up to the last question and what they were told, let in since or not', () => {
    const crowded = placeFor(null, somebody, T, TOLD);
    expect(waitedOf(crowded, somebody, T + 10_000)).toBe(10_000);
    expect(waitedOf(crowded, somebody, T + 14 * MINUTE)).toBe(TOLD);
    expect(waitedOf(admitted(crowded, 4, T + 14 * MINUTE), somebody, T + 15 * MINUTE)).toBe(TOLD);
    const later = placeFor(crowded, somebody, T + 10 * MINUTE, TOLD);
    expect(waitedOf(later, somebody, T + 12 * MINUTE)).toBe(2 * TOLD);
  });
  it('leaves who has to press a minute to do so', () => {
    const byHand = askedByHand(placeFor(null, somebody, T, TOLD));
    expect(waitedOf(byHand, somebody, T + 14 * MINUTE)).toBe(TOLD + MINUTE);
  });
  it('of a version before counts up to its last question, and what it had given stays', () => {
    const key = createHmac('sha256', 'a secret of thirty-two characters').update('registre place').digest();
    const older = (admittedAt: number): WaitingPlace => {
      const content = ['an-id', T, T + 5 * MINUTE, somebody, T, admittedAt, 4].join('.');
      const mark = createHmac('sha256', key).update(content).digest().subarray(0, 16).toString('base64url');
      return places.open(`${content}.${mark}`, T + 9 * MINUTE) ?? expect.fail('none');
    };
    for (const admittedAt of [0, T + 5 * MINUTE])
      expect(waitedOf(older(admittedAt), somebody, T + 9 * MINUTE)).toBe(5 * MINUTE);
  });
  it('ends half an hour after it was let in', () => {
    const letIn = admitted(place, 1, T + 10 * MINUTE);
    expect(places.open(sealed(letIn), T + 40 * MINUTE - 1)).not.toBeNull();
    expect(places.open(sealed(letIn), T + 40 * MINUTE)).toBeNull();
  });
});

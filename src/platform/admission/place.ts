import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Cookie, cookieName, setCookie } from '../http/cookies.ts';

/**
 * A place in the waiting room. It is with the visitor's browser, signed, so that every node knows it and a restart loses nothing. Instants are
 * milliseconds of the database's clock, which the nodes share.
 */
export type WaitingPlace = {
  readonly id: string;
  /** The first arrival: the order in which places are admitted. */
  readonly at: number;
  /** Last asked about. */
  readonly seen: number;
  /** Whose session waits, as a digest of it; '' where nobody is signed in. */
  readonly holder: string;
  /** Since when that session waits: what it is given back is counted from there. */
  readonly since: number;
  /** 0 while it waits. */
  readonly admittedAt: number;
  /** The rank of the priority that it was admitted to. */
  readonly rank: number;
  /** Until when its wait counts, unless it asks again before. */
  readonly until: number;
};

export const PLACE_COOKIE: Cookie = {
  name: 'registre_place',
  path: 'host',
  seconds: 3600,
  purpose: "garder votre place dans la salle d'attente, aux heures d'affluence",
};

const MINUTE = 60_000;
/** Whoever doesn't ask for so long has left: a telephone may sleep meanwhile. */
const KEPT_MS = 15 * MINUTE;
/** Who was admitted isn't asked to wait again so soon. */
const PASS_MS = 10 * MINUTE;
/** Who asks again by a press, and not by a page that does so itself, has so much longer to do it. */
const PRESS_MS = MINUTE;
/** What a wait may give back at most, and until when after it: the half hour that what began before a closing has to end. */
const GIVEN_BACK_MS = 30 * MINUTE;
/** A clock that was put back by more than this makes every place of before a stranger. */
const SKEW_MS = MINUTE;

export type Places = {
  /** null: none, not ours, changed, or given up. */
  readonly open: (sealed: string | undefined, now: number) => WaitingPlace | null;
  readonly cookie: (place: WaitingPlace) => string;
  /** What a place holds instead of a session's token. */
  readonly holderOf: (token: string | null) => string;
  readonly nameOfCookie: string;
};

export function createPlaces(secret: string, publicUrl: URL): Places {
  const key = createHmac('sha256', secret).update('registre place').digest();
  const mark = (content: string): Buffer => createHmac('sha256', key).update(content).digest().subarray(0, 16);
  const seal = ({ id, at, seen, holder, since, admittedAt, rank, until }: WaitingPlace): string => {
    const content = [id, at, seen, holder, since, admittedAt, rank, until].join('.');
    return `${content}.${mark(content).toString('base64url')}`;
  };
  return {
    open: (sealed, now) => {
      const end = sealed?.lastIndexOf('.') ?? -1;
      if (sealed === undefined || end < 0) return null;
      const content = sealed.slice(0, end);
      const [expected, given] = [mark(content), Buffer.from(sealed.slice(end + 1), 'base64url')];
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      // A version before wrote no end of the wait: it counts up to the last question.
      const [id = '', at, seen, holder = '', since, admittedAt, rank, until = seen] = content.split('.');
      const place = {
        id,
        at: Number(at),
        seen: Number(seen),
        holder,
        since: Number(since),
        admittedAt: Number(admittedAt),
        rank: Number(rank),
        until: Number(until),
      };
      const last = place.admittedAt === 0 ? place.seen + KEPT_MS : place.admittedAt + GIVEN_BACK_MS;
      return now < last && place.seen <= now + SKEW_MS ? place : null;
    },
    cookie: (place) => setCookie(PLACE_COOKIE, publicUrl, seal(place)),
    holderOf: (token) =>
      token === null ? '' : createHash('sha256').update(`place ${token}`).digest('base64url').slice(0, 16),
    nameOfCookie: cookieName(PLACE_COOKIE, publicUrl),
  };
}

/** May who was admitted go on without waiting? To what waits no later than what they were admitted to. */
export function passes({ admittedAt, rank }: WaitingPlace, asked: number, now: number): boolean {
  return admittedAt > 0 && rank >= asked && now < admittedAt + PASS_MS;
}

/**
 * Milliseconds that this session waited and wasn't given back yet. Another session is given nothing by it, and nobody what they stayed away
 * longer than they were told to.
 */
export function waitedOf(place: WaitingPlace | null, holder: string, now: number): number {
  if (place === null || holder === '' || place.holder !== holder) return 0;
  const until = place.admittedAt === 0 ? now : place.admittedAt;
  return Math.min(GIVEN_BACK_MS, Math.max(0, Math.min(until, place.until) - place.since));
}

/**
 * The place of who has to wait: the one that they hold, where they wait already; else a new one at the end. What a wait before it
 * hasn't given back is carried over. `told`: the milliseconds after which they are told to ask again; null where nobody can tell, as long as it is kept.
 */
export function placeFor(held: WaitingPlace | null, holder: string, now: number, told: number | null): WaitingPlace {
  const owed = waitedOf(held, holder, now);
  const kept = held !== null && held.admittedAt === 0;
  const [id, at] = kept ? [held.id, Math.min(held.at, now)] : [randomBytes(6).toString('base64url'), now];
  return { id, at, seen: now, holder, since: now - owed, admittedAt: 0, rank: 0, until: now + (told ?? KEPT_MS) };
}

export function askedByHand(place: WaitingPlace): WaitingPlace {
  return { ...place, until: place.until + PRESS_MS };
}

export function admitted(place: WaitingPlace, rank: number, now: number): WaitingPlace {
  return { ...place, seen: now, admittedAt: now, rank };
}

/** Its minutes are given back: it gives no second act anything. */
export function withMinutesGivenBack(place: WaitingPlace, now: number): WaitingPlace {
  return { ...place, holder: '', since: now };
}

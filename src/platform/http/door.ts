import type { FastifyRequest } from 'fastify';
import type { Admission, HeldBack } from '../admission/admission.ts';
import {
  admitted,
  askedByHand,
  type Places,
  placeFor,
  type WaitingPlace,
  waitedOf,
  withMinutesGivenBack,
} from '../admission/place.ts';
import { levelOf, type Priority, rankOf } from '../admission/priority.ts';
import type { Budgets, Turn } from './budgets.ts';
import { ANY_SITE, type StandingPages } from './faultPages.ts';
import { networkOf } from './network.ts';
import { problem, type Reply, type Visit } from './visit.ts';

/** What stands before the routes when the node can't keep up. */
export type DoorOptions = {
  readonly admission: Admission;
  readonly places: Places;
  /** The token of the session that the browser holds, without asking the database. */
  readonly tokenOf: (visit: Visit) => string | null;
  /** null: nobody waits for what their network took. */
  readonly budgets: Budgets | null;
};

/** Set to this, a waiting page doesn't ask again by itself: who reads slowly, or has it read, is not interrupted. */
export const BY_HAND = { name: 'attente', value: 'manuelle' } as const;

declare module 'fastify' {
  interface FastifyRequest {
    /** Milliseconds that its sender waited in the waiting room before it. */
    waited: number;
    isSparing: boolean;
    place: WaitingPlace | null;
    /** What their browser is told of it. */
    placeCookie: string | null;
    /** The form of who has to wait: read, so that it can be given back. */
    heldForm: HeldBack | null;
    /** Of a page for who isn't signed in. */
    turn: Turn | null;
  }
  interface FastifyContextConfig {
    priority?: Priority | 'never-waits';
    kept?: (visit: Visit) => boolean;
  }
}

export type Door = {
  /** Before a byte of the body is read. A reply is the whole answer. */
  readonly enter: (request: FastifyRequest, visit: Visit) => Reply | null;
  /** When a page that is let in may begin: null is at once. */
  readonly turn: (request: FastifyRequest, visit: Visit) => Promise<void> | null;
  /** An act was done: what its sender waited was given back. */
  readonly done: (request: FastifyRequest) => void;
  /** We could not answer whoever goes on with a file: until they come back they wait, as those do who are told to. */
  readonly failed: (request: FastifyRequest, visit: Visit) => void;
};

/** Without options everybody is let in. */
export function openDoor(options: DoorOptions | undefined, pages: StandingPages): Door {
  if (options === undefined)
    return { enter: () => null, turn: () => null, done: () => undefined, failed: () => undefined };
  const { admission, places, tokenOf, budgets } = options;
  const set = (request: FastifyRequest, place: WaitingPlace): void => {
    request.place = place;
    request.placeCookie = places.cookie(place);
  };
  return {
    enter: (request, visit) => {
      const { config } = request.routeOptions;
      const priority = request.is404 ? 'browse' : config.priority;
      request.isSparing = admission.level() >= levelOf('browse');
      if (priority === undefined || priority === 'never-waits') return null;
      if (request.isSparing && config.kept?.(visit) === true) return null;
      const now = admission.now();
      const place = places.open(visit.cookies[places.nameOfCookie], now);
      request.place = place;
      // Whoever holds no place is let in or not without a look at their session.
      const holder = place === null && admission.level() < levelOf(priority) ? '' : places.holderOf(tokenOf(visit));
      const verdict = admission.admit({ priority, place, holder });
      if (verdict.is === 'in') {
        const isAct = rankOf(priority) >= rankOf('continue');
        // Whoever we failed, or who waited until nobody has to any more: they are answered again, and their wait ends here.
        const isBack = isAct && place?.admittedAt === 0 && holder !== '' && place.holder === holder;
        const answered = verdict.admitted ?? (isBack ? admitted(place, rankOf(priority), now) : null);
        if (answered !== null) set(request, answered);
        request.waited = isAct ? waitedOf(request.place, holder, now) : 0;
        return null;
      }
      if (verdict.is === 'wait') set(request, isByHand(visit) ? askedByHand(verdict.place) : verdict.place);
      if (isForm(visit)) {
        request.heldForm = verdict;
        return null;
      }
      return heldReply(verdict, visit, pages, config.open === true);
    },
    turn: (request, visit) => {
      // A form has its own pace, or waits for a password: it would hold a place of its network.
      const isPage = visit.method === 'GET' && request.routeOptions.config.priority !== 'never-waits';
      if (budgets === null || !isPage || tokenOf(visit) !== null) return null;
      request.turn = budgets.enter(networkOf(visit.ip));
      return request.turn.begins;
    },
    done: (request) => {
      if (request.waited > 0 && request.place !== null)
        set(request, withMinutesGivenBack(request.place, admission.now()));
    },
    failed: (request, visit) => {
      const { priority } = request.routeOptions.config;
      if (priority === undefined || priority === 'never-waits' || rankOf(priority) < rankOf('continue')) return;
      const holder = places.holderOf(tokenOf(visit));
      // It began when it came, and not when we gave up.
      const came = Math.floor(admission.now() - (performance.now() - request.arrivedAt));
      if (holder !== '') set(request, placeFor(request.place, holder, came, null));
    },
  };
}

/** 503 to whoever asks: browsers show its page, proxies keep it for nobody, and our own sender of files asks again by itself. */
function heldReply(held: HeldBack, visit: Visit, pages: StandingPages, open: boolean): Reply {
  const accepts = visit.header('accept') ?? '';
  if (!open && (accepts === '*/*' || accepts.includes('text/html'))) return pages.waiting(visit, held);
  const answer = problem(BUSY, 503);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(held.again), ...(open && ANY_SITE) } };
}

const BUSY = 'Beaucoup de personnes utilisent le registre en ce moment. Demandez de nouveau dans un instant.';

/** Does a person have to press for what was asked to be asked again? */
export function isByHand({ method, query }: Pick<Visit, 'method' | 'query'>): boolean {
  return method === 'POST' || query[BY_HAND.name] === BY_HAND.value;
}

function isForm({ method, header }: Visit): boolean {
  return method === 'POST' && header('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
}

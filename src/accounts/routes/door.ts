import { randomUUID } from 'node:crypto';
import type { JSX } from 'preact';
import { networkOf } from '../../platform/http/network.ts';
import { idempotencyKey } from '../../platform/http/once.ts';
import { actOf, type Reply, redirect, type Visit } from '../../platform/http/visit.ts';
import type { Act } from '../../platform/journal.ts';
import {
  type Chrome,
  type Field,
  type FormState,
  frameOf,
  type PageFrame,
  type ShownAgain,
  show,
  typedIn,
} from '../../ui/index.ts';
import { type OwnDoor, ownDoor, type SignedInPerson } from '../account.ts';
import type { Browser } from '../actions/openSession.ts';
import type { Submission } from '../actions/signUp.ts';
import type { AccountsDeps } from '../deps.ts';
import type { Guards, Sessions } from '../guards.ts';
import { passkeyTexts } from '../passkeyTexts.ts';
import { headersOf, type Refusal, refusals } from '../refusals.ts';
import { afterSignIn } from '../rules/afterSignIn.ts';
import type { PasswordPolicy } from '../rules/passwordPolicy.ts';
import type { RelyingParty } from '../rules/relyingParty.ts';
import { secondFactorTexts } from '../secondFactorTexts.ts';
import { texts } from '../texts.ts';

const messages = { ...texts.messages, ...secondFactorTexts.messages, ...passkeyTexts.messages };

/** How people make an account, and prove that they are its owner, as the installation sets it. */
type AccountPolicy = {
  readonly passwordPolicy: PasswordPolicy;
  /** `retype`: name, birth date, address typed twice as in the notice; `readback`: shown once more instead. */
  readonly confirmations: 'retype' | 'readback';
};

/** What the routes of this room share. */
export type Door = {
  readonly deps: AccountsDeps;
  readonly sessions: Sessions;
  readonly guards: Guards;
  readonly chrome: (visit: Visit, options: { readonly session: SignedInPerson | null }) => Chrome | Promise<Chrome>;
  /** The rules of accounts where this visitor comes in. */
  readonly policyAt: (visit: Visit) => AccountPolicy;
  /** For whom passkeys are made and used where this visitor comes in; null: nowhere there. */
  readonly relyingPartyAt: (visit: Visit) => RelyingParty | null;
  /** Where each lands after signing in. */
  readonly home: Readonly<Record<OwnDoor, string>>;
  /** Where the demonstration shows its mails; null: they really leave. */
  readonly mailbox: string | null;
};

export async function pageFrame(door: Door, visit: Visit): Promise<PageFrame> {
  return frameOf(await door.chrome(visit, { session: await door.sessions.sessionOf(visit) }), visit, messages);
}

export function showRefused(node: JSX.Element, refusal: Refusal): Reply {
  return show(node, refusals.status(refusal), headersOf(refusal));
}

/** A page with a form, shown again: where that is why, with how long to wait. An address: where to go instead. */
export function formAgain<At>(
  draw: (visit: Visit, at: At, state: FormState, refusal: Refusal | null) => Promise<JSX.Element | string>,
): {
  readonly refused: (refusal: Refusal | null, ...shown: ShownAgain<At>) => Promise<Reply>;
  readonly again: (...shown: ShownAgain<At>) => Promise<Reply>;
} {
  const shownFor = async (refusal: Refusal | null, ...[visit, at, state, status]: ShownAgain<At>): Promise<Reply> => {
    const drawn = await draw(visit, at, state, refusal);
    if (typeof drawn === 'string') return redirect(drawn);
    return show(drawn, status, refusal === null ? {} : headersOf(refusal));
  };
  return { refused: shownFor, again: (...shown: ShownAgain<At>) => shownFor(null, ...shown) };
}

/** The form again, as typed, with the reason of the refusal above it (or at a field). */
export function refused(
  fields: readonly Field[],
  visit: Visit,
  refusal: Refusal,
  field: string | null = null,
): FormState {
  return { typed: typedIn(fields, visit.body), faults: [{ field, message: refusals.inWords(refusal) }] };
}

export function newKey(): string {
  return randomUUID();
}

export function textIn(values: Readonly<Record<string, unknown>>, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function submissionOf(visit: Visit): Submission {
  return { network: networkOf(visit.ip), key: idempotencyKey(visit.body.cle) };
}

/** The browser that asks to come in. */
export function browserOf({ sessions }: Pick<Door, 'sessions'>, visit: Visit): Browser {
  return {
    network: networkOf(visit.ip),
    userAgent: visit.header('user-agent') ?? '',
    formerToken: sessions.tokenOf(visit),
  };
}

/** Where somebody wanted to go, unless it is behind the door of the others: nothing is there for them. */
export function placeFor({ home }: Door, own: OwnDoor, suite: unknown): string {
  const wanted = afterSignIn(suite);
  const isOthers = Object.entries(home).some(
    ([door, path]) => door !== own && path.slice(1) === wanted?.split(/[/?#]/)[1],
  );
  return wanted === null || isOthers ? home[own] : wanted;
}

export function doorOf(session: SignedInPerson): OwnDoor {
  return ownDoor(session.kind === 'staff' ? session.role : null);
}

export function visitorAct(visit: Visit): Act {
  return actOf(visit, 'visitor', null);
}

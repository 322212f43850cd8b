import type { Candidate } from '../accounts/index.ts';
import type { Subject } from '../platform/journal.ts';
import type { Enrolment, SignatureWay } from './enrolment.ts';
import type { EntryWay } from './entry.ts';
import type { RegisteredFile } from './registeredFile.ts';

declare module '../platform/events.ts' {
  interface Events {
    'enrolment.registered': Registering;
    'enrolment.modified': Registering;
    'enrolment.signed': EnrolmentEvent & { readonly version: number; readonly way: SignatureWay };
    'enrolment.withdrawn': EnrolmentEvent;
    /** The consent to publish one's results, as it is from now on. */
    'enrolment.disclosureChanged': EnrolmentEvent & { readonly online: boolean; readonly press: boolean };
    'enrolment.validated': EnrolmentEvent & { readonly version: number };
    /** An officer wrote the units of a candidate; and the candidate found them right: version n + 1. */
    'units.proposed': EnrolmentEvent & { readonly version: number };
    'units.confirmed': EnrolmentEvent & { readonly version: number };
    /** Only what was said of one's health changed: no version, no paper, nothing for the office to read. */
    'health.declared': { readonly enrolmentId: string };
    /** An officer's word on a reserve; the words themselves aren't in the journal, which can't be erased. */
    'reserve.lifted': EnrolmentEvent & { readonly version: number };
    'enrolment.setAside': EnrolmentEvent & { readonly version: number };
    'enrolment.reinstated': EnrolmentEvent & { readonly version: number };
    /** That decision is notified: the enrolment ended. And it wasn't, after all: it goes on. */
    'setAside.ended': EnrolmentEvent & { readonly version: number; readonly on: string | null };
    'setAside.resumed': EnrolmentEvent & { readonly version: number; readonly on: string | null };
    /** After the closing, by two people; and put back. */
    'enrolment.cancelled': EnrolmentEvent & { readonly version: number };
    'enrolment.restored': EnrolmentEvent & { readonly version: number };
    /** What a person of the office decided of two accounts, in the chain of each one's enrolment. */
    'person.same': AboutPerson;
    'person.different': AboutPerson;
    'person.undone': AboutPerson;
    /** The time to answer is over: one of the two enrolments ended, or nothing was left to end. */
    'person.ended': AboutPerson;
    'person.void': AboutPerson;
  }
  interface Carried {
    'enrolment.registered': RegisteredFile;
    'enrolment.modified': RegisteredFile;
    'health.declared': RegisteredFile;
    'units.confirmed': RegisteredFile;
    /** Held by who publishes; a draft isn't registered. */
    'rules.changed': Held;
    'window.extended': Held;
  }
}

type Held = { readonly enrolment: Enrolment; readonly candidate: Candidate };

/** `reserve`: what this version stands under; `met`: it was under reserve, and all conditions are met now; `again`: a
 * signed decision had set the former answers aside. */
type Registering = EnrolmentEvent & {
  readonly version: number;
  readonly reserve: 'pending' | 'lifted' | 'met' | 'again' | null;
  /** The codes of the conditions not met. */
  readonly unmet: readonly string[];
  /** How it was asked of the officer who typed it; absent: by the candidate's own hand. */
  readonly typedFor?: EntryWay;
  /** Of what was typed: the day of the call, at the counter or of the postmark, as `2023-12-01`. */
  readonly receivedOn?: string;
};

export type AboutPerson = EnrolmentEvent & {
  readonly decisionId: string;
  readonly decision: 'same' | 'different';
  /** What becomes of this enrolment. */
  readonly role: 'stays' | 'ends' | 'beside';
  /** When it ends. */
  readonly until: string | null;
  readonly reopened: boolean;
};

export type EnrolmentEvent = { readonly enrolmentId: string; readonly number: string };

/** The journal chain of an enrolment. */
export function enrolmentStream(id: string): string {
  return `enrolment:${id}`;
}

/**
 * The chain of what concerns a candidate's health. It is of no academy and of no enrolment's chain: neither the history of a
 * file nor the journal of the office holds it.
 */
export function healthSubjectOf({ id }: Pick<Enrolment, 'id'>): Subject {
  return { stream: `health:${id}`, academy: null, session: null };
}

export function subjectOf(enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>): Subject {
  return { stream: enrolmentStream(enrolment.id), academy: enrolment.academy, session: enrolment.session };
}

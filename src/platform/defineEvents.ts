import { type Json, memberOf } from './keys.ts';

/**
 * The closed list of events, each with what it carries. A room adds those that it defines, by declaration merging in its `events.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the contexts
export interface Events {}

/** What an event hands to those who follow it, beside what the journal keeps: they don't read it again. Filled as the list is. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the contexts
export interface Carried {}

export type EventName = keyof Events;

/**
 * What an entry of the journal carries, as its sentences ask for it: '', none, null or false for what it doesn't carry, and for what it carries
 * otherwise than today, as entries of before do.
 */
export type EntryWords<Key extends string = string> = {
  readonly text: (key: Key) => string;
  readonly list: (key: Key) => readonly string[];
  readonly number: (key: Key) => number | null;
  readonly isTrue: (key: Key) => boolean;
  readonly day: (key: Key) => Temporal.PlainDate | null;
  /** What these say of the text that it carries; null: they don't know it. */
  readonly word: <Value>(key: Key, known: Readonly<Record<string, Value>>) => Value | null;
  /** What the rules of its session call what bears this code; the code itself, where they don't know it. */
  readonly label: (key: Key) => string;
};

type Sentence<Key extends string = string, Said = string> = string | ((entry: EntryWords<Key>) => Said);

/** In what words several acts that followed one another on one day are told together; those with the same `words` are. */
export type SaidTogether = {
  readonly words: (count: number, things: string) => string;
  /** What this act is about. */
  readonly thing: string;
  /** Of the same thing more than once; null: it is named once. */
  readonly again: ((thing: string, count: number) => string) | null;
};

/** What the histories of both sides say of an event; null: it isn't there. */
type Said<Office, Candidate, Key extends string = string> = {
  readonly office: Office;
  readonly candidate: Candidate;
  /** For the candidate. */
  readonly together?: (entry: EntryWords<Key>) => SaidTogether | null;
};

/** Both sentences; the candidate's is null of an entry of which they were told by another one. */
type Both<Key extends string = string> = Said<Sentence<Key>, Sentence<Key, string | null>, Key>;

/** Whose history shows an event, and where the candidate's doesn't, why. */
export const READERS = {
  candidate: 'the candidate and the office',
  reading: 'the office; who looked at what of a file, the candidate reads on a page of its own',
  own: 'the office; the candidate did it, or finds it on the page that it is about',
  preparing: 'the office; the candidate is told what comes of it, by another event',
  work: 'the office; it is about its own work',
  health: 'neither: its chain is of no academy, and the pages of the service that reads it have their own words',
} as const;
export type EventReader = keyof typeof READERS;
type SaidTo<Who extends EventReader> = Who extends 'candidate'
  ? Both
  : Who extends 'health'
    ? Said<null, null>
    : Said<Sentence, null>;

/** What it carries is only a type: no value says it. */
type Shaped<Payload, Carried> = { readonly shape?: { readonly payload: Payload; readonly carried: Carried } };
type KeysOf<Payload> = Payload extends null ? never : Extract<keyof Payload, string>;

/**
 * An event: what the journal keeps of it (`Payload`), what it hands besides to those who follow it (`Carried`), and its sentences: both, the
 * office's alone, or none. They may ask only for what it carries.
 */
export function event<Payload, Carried = null>(said: Both<KeysOf<Payload>>): Both & Shaped<Payload, Carried>;
export function event<Payload, Carried = null>(
  said: Sentence<KeysOf<Payload>>,
): Said<Sentence, null> & Shaped<Payload, Carried>;
export function event<Payload, Carried = null>(): Said<null, null> & Shaped<Payload, Carried>;
export function event(
  said: Both | Sentence | null = null,
): Said<Sentence | null, Sentence<string, string | null> | null> {
  return said === null || typeof said === 'string' || typeof said === 'function'
    ? { office: said, candidate: null }
    : said;
}

/** As a history reads it; `kind`: what one looks for in the journal. */
export type DefinedEvent<Kind extends string = string> = Said<
  Sentence | null,
  Sentence<string, string | null> | null
> & {
  readonly kind: Kind;
  readonly reader: EventReader;
};
export type DefinedEvents<Kind extends string = string> = Readonly<Record<string, DefinedEvent<Kind>>>;

/** What a room publishes of one kind, read by the same people. */
export function defineEvents<
  const Kind extends string,
  Who extends EventReader,
  Defined extends Record<string, SaidTo<Who>>,
>(kind: Kind, reader: Who, events: Defined): { readonly [Name in keyof Defined]: Defined[Name] & DefinedEvent<Kind> } {
  const defined = Object.entries(events).map(([name, said]) => [name, { ...said, kind, reader }]);
  return Object.fromEntries(defined) as { readonly [Name in keyof Defined]: Defined[Name] & DefinedEvent<Kind> };
}

/** What the events of a room carry, by name: `interface Events extends PayloadsOf<typeof HEARING_EVENTS> {}`. */
export type PayloadsOf<Defined> = {
  readonly [Name in keyof Defined]: Defined[Name] extends Shaped<infer Payload, unknown> ? Payload : never;
};
/** The same of what they hand besides, of those that hand something. */
export type CarriedOf<Defined> = {
  readonly [Name in keyof Defined as Defined[Name] extends Shaped<unknown, null>
    ? never
    : Name]: Defined[Name] extends Shaped<unknown, infer Carried> ? Carried : never;
};

/** What is said of something that an entry carries; '' where it carries none. */
export function saidIfAny<Value>(value: Value | null, say: (value: Value) => string): string {
  return value === null ? '' : say(value);
}

/** An entry in the words of one side's sentence. `label`: what the rules call what bears a code. */
export function inWords<Said>(
  sentence: Sentence<string, Said>,
  data: Json,
  label: (code: string) => string,
): string | Said {
  return typeof sentence === 'string' ? sentence : sentence(wordsOf(data, label));
}

export function wordsOf(data: Json, label: (code: string) => string): EntryWords {
  const text = (key: string): string => {
    const found = memberOf(data, key);
    return typeof found === 'string' ? found : '';
  };
  return {
    text,
    list: (key) => {
      const found = memberOf(data, key);
      return Array.isArray(found) ? found.filter((one): one is string => typeof one === 'string') : [];
    },
    number: (key) => {
      const found = memberOf(data, key);
      return typeof found === 'number' ? found : null;
    },
    isTrue: (key) => memberOf(data, key) === true,
    day: (key) => (text(key) === '' ? null : Temporal.PlainDate.from(text(key))),
    word: (key, known) => (Object.hasOwn(known, text(key)) ? known[text(key)] : null) ?? null,
    label: (key) => label(text(key)),
  };
}

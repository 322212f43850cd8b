import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { COIFFURE, depositFormIn, hiddenFields, mainOf, type Visitor } from '../e2e/support/visitor.ts';
import { send } from '../src/browser/upload/send.ts';

/** One request as its sender saw it, on the clock of this machine. `place`: what they hold in the waiting room, as the nodes order it; 0: none. */
export type Try = {
  readonly at: number;
  readonly ms: number;
  readonly status: number | 'cut';
  readonly place: number;
  /** Seconds after which they were told to ask again. */
  readonly again: number;
  /** A page that what stands before the nodes wrote in its own words. */
  readonly raw: boolean;
};

export const ACTS = ['look', 'save', 'sign', 'deposit', 'deposit in parts'] as const;

/** What somebody wanted, how often they asked for it, and what they were told in the end. */
export type Entry = {
  readonly who: number;
  readonly what: (typeof ACTS)[number];
  readonly tries: Try[];
  /** When it counts as begun: their first answered request, less what they were made to wait. */
  begunAt: number | null;
  outcome: 'done' | 'closed' | 'refused' | 'never';
  /** Of what they were told, where it was not done. */
  said: string;
  /** A receipt, the telephone number that was saved, or the number of the enrolment. */
  proof: string;
  sha256: string;
};

export type File = { readonly content: Buffer; readonly name: string };

export type Person = {
  readonly who: number;
  readonly hub: string;
  readonly visitor: Visitor;
  readonly plan: 'signs' | 'deposits' | 'saves';
  readonly ledger: Entry[];
};

export type Patience = {
  /** They give up at this moment. */
  readonly until: number;
  /** Seconds that they wait at most, whatever they are told: a short campaign has hasty people. */
  readonly longest: number;
};

const CUT_MS = 1_000;
/** Who is told of a trouble of ours, and not when to come back. */
const TROUBLE_SECONDS = 15;
const PIECES = ['DOMICIL', 'DCSTID01'] as const;
/** A place is sealed, not hidden: its second part is the instant of the first arrival. */
const PLACE = /registre_place=[\w-]+\.(\d+)\./;
const RAW = /<center>nginx/;
const CLOSED = /closes|est clos|après la clôture/;

/** One visit in the last hour: what they came for, until it is done, refused, or nobody answers any more. */
export async function visit(person: Person, files: readonly [File, File], patience: Patience): Promise<void> {
  const { hub, plan, who } = person;
  const asker = createAsker(person, patience);
  const opened = (await asker.get(hub)).html;
  if (opened === '') return;
  if (plan !== 'deposits') {
    const phone = `06${String(10_000_000 + who)}`;
    await asker.fill('save', `${hub}/identification`, { ...COIFFURE.identification, phone }, phone);
  }
  if (plan === 'saves') return;
  if (plan === 'signs') {
    const signed = await asker.fill('sign', `${hub}/recapitulatif`, {}, 'no number');
    if (signed.outcome !== 'done') return;
    const { html } = await asker.get(hub);
    signed.proof = /\b[A-Z0-9]+-\d{5}-[A-Z]\b/.exec(mainOf(html))?.[0] ?? signed.proof;
  }
  await asker.get(`${hub}/justificatifs`);
  await asker.deposit(`${hub}/justificatifs/${PIECES[0]}`, files[0]);
  if (plan === 'deposits') await asker.inParts(`${hub}/justificatifs/${PIECES[1]}`, files[1]);
}

/** A stranger who looks at something that others don't: what is shed first. */
export async function look(person: Person, path: string, patience: Patience): Promise<void> {
  await createAsker(person, patience).get(path);
}

type Shown = { readonly status: number; readonly html: string; readonly location: string };
const NOTHING: Shown = { status: 0, html: '', location: '' };

function createAsker({ who, visitor, ledger }: Person, { until, longest }: Patience) {
  /** Milliseconds that they waited, and that no act of theirs was given back yet; since when they wait now. */
  let [waited, since]: [number, number | null] = [0, null];
  const newEntry = (what: Entry['what']): Entry => {
    const entry: Entry = { who, what, tries: [], begunAt: null, outcome: 'never', said: '', proof: '', sha256: '' };
    ledger.push(entry);
    return entry;
  };
  const once = async (entry: Entry, path: string, init: RequestInit = {}): Promise<Response> => {
    const at = Date.now();
    const isPost = init.method === 'POST';
    const note = (status: Try['status'], told: Partial<Try> = {}): void =>
      void entry.tries.push({ at, ms: Date.now() - at, status, place: 0, again: 0, raw: false, ...told });
    try {
      const answer = await visitor.fetch(path, { ...init, signal: AbortSignal.timeout(60_000) });
      const place = Number(PLACE.exec(answer.headers.getSetCookie().join('\n'))?.[1] ?? 0);
      const raw = answer.status >= 400 && RAW.test(await answer.clone().text());
      const again = Number(answer.headers.get('retry-after') ?? 0);
      note(answer.status, { place: answer.status === 503 ? place : 0, again, raw });
      if (answer.status >= 500) since ??= at;
      else if (since !== null) [waited, since] = [waited + at - since, null];
      if (isPost && answer.status < 500) entry.begunAt ??= at - waited;
      if (isPost && answer.status < 400) waited = 0;
      return answer;
    } catch (error) {
      note('cut');
      throw error;
    }
  };
  /** Again until it is answered, as its page or their own impatience has it; nothing of it: they gave up. */
  const insist = async (entry: Entry, path: string, init: () => RequestInit): Promise<Shown> => {
    while (Date.now() < until) {
      const answer = await once(entry, path, init()).catch(() => null);
      const html = answer === null ? '' : await answer.text().catch(() => '');
      if (answer !== null && answer.status < 500)
        return { status: answer.status, html, location: answer.headers.get('location') ?? '' };
      if (answer?.status === 500) entry.said = mainOf(html).slice(0, 500);
      const { again = 0 } = entry.tries.at(-1) ?? {};
      await sleep(answer === null ? CUT_MS : Math.min(longest, again || TROUBLE_SECONDS) * 1000);
    }
    return NOTHING;
  };
  const settle = (entry: Entry, done: boolean, words: string, proof: string): void => {
    if (done) [entry.outcome, entry.proof] = ['done', proof];
    else [entry.outcome, entry.said] = [CLOSED.test(words) ? 'closed' : 'refused', words.slice(0, 800)];
  };
  const get = async (path: string): Promise<Shown> => {
    const entry = newEntry('look');
    const shown = await insist(entry, path, () => ({ headers: { accept: 'text/html' } }));
    if (shown.status !== 0) settle(entry, shown.status < 400, mainOf(shown.html), '');
    return shown;
  };
  /** Opens a page for what is on it. Without a token there is no form: it is shut, or nobody answered. */
  const open = async (what: Entry['what'], path: string) => {
    const { html, status } = await get(path);
    const page = ledger.at(-1)?.tries ?? [];
    const entry = newEntry(what);
    const token = hiddenFields(mainOf(html)).jeton;
    if (token !== undefined || status === 0) return { html, entry, token };
    // As late as whoever asked for the page.
    entry.tries.push(...page);
    settle(entry, false, mainOf(html), '');
    if (entry.outcome === 'refused') entry.outcome = 'closed';
    return { html, entry, token: undefined };
  };
  return {
    get,
    /** Opens a page and sends its form. */
    fill: async (
      what: Entry['what'],
      path: string,
      fields: Readonly<Record<string, string>>,
      proof: string,
    ): Promise<Entry> => {
      const { html, entry, token } = await open(what, path);
      if (token === undefined) return entry;
      const body = new URLSearchParams({ ...hiddenFields(mainOf(html)), ...fields });
      const shown = await insist(entry, path, () => ({ method: 'POST', body, headers: { accept: 'text/html' } }));
      if (shown.status !== 0) settle(entry, shown.status === 303, mainOf(shown.html), proof);
      return entry;
    },
    /** The plain form, sent by its button. */
    deposit: async (path: string, { content, name }: File): Promise<void> => {
      const { html, entry, token } = await open('deposit', path);
      if (token === undefined) return;
      entry.sha256 = sha256(content);
      const form = depositFormIn(html, path, content, name);
      const shown = await insist(entry, form.action, () => ({ method: 'POST', body: form.body }));
      const receipt = receiptIn(shown.location);
      if (shown.status !== 0) settle(entry, receipt !== '', mainOf(shown.html), receipt);
    },
    /** By the sender that runs in browsers. */
    inParts: async (path: string, { content, name }: File): Promise<void> => {
      const { entry, token } = await open('deposit in parts', path);
      if (token === undefined) return;
      entry.sha256 = sha256(content);
      const order = {
        at: `${path}/envois`,
        token,
        file: new globalThis.File([new Uint8Array(content)], name),
        sha256: entry.sha256,
        prepare: false,
        also: [],
        replaces: [],
      };
      const line = {
        fetch: ((address: string, init: RequestInit) => once(entry, address, init)) as typeof fetch,
        pause: (ms: number) => sleep(Math.min(ms, longest * 1000)),
      };
      const quiet = () => undefined;
      const told = { begun: quiet, progress: quiet, resumed: quiet, cut: quiet, reading: quiet, waiting: quiet };
      const outcome = await send(
        order,
        told,
        line,
        AbortSignal.timeout(Math.max(1, Math.round(until - Date.now()))),
      ).catch(() => null);
      if (outcome === null || outcome.is === 'gave-up' || outcome.is === 'unread') return;
      const to = outcome.is === 'done' ? receiptIn(outcome.to) : '';
      settle(entry, to !== '', 'why' in outcome ? outcome.why : outcome.is, to);
    },
  };
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function receiptIn(location: string): string {
  return /recu=(D-[\w-]+)/.exec(location)?.[1] ?? '';
}

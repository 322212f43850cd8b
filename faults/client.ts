import pg from 'pg';
import { makePdf } from '../e2e/support/documents.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  hiddenFields,
  mainOf,
  type Seen,
  type Visitor,
} from '../e2e/support/visitor.ts';
import { insist } from './insist.ts';
import type { Acknowledged } from './ledger.ts';

const PASSWORD = 'Volcan.15!';
const PIECES = ['DOMICIL', 'DCSTID01'];

export type Client = {
  /** Lives until `isOver`: enrols, gives papers, changes its mind, withdraws, enrols again. */
  readonly live: (isOver: () => boolean) => Promise<void>;
  readonly ledger: readonly Acknowledged[];
};

/** One candidate. Whatever is killed, each form is sent until it is answered: the same form, with the same key. */
export function createClient(url: string, connection: pg.ClientConfig, rank: number): Client {
  const visitor = createVisitor(url, `10.1.${rank}.1`);
  const ledger: Acknowledged[] = [];
  let phones = 0;
  return {
    ledger,
    live: async (isOver) => {
      ledger.push(await signUp(visitor, connection, `faute.${rank}@exemple.fr`));
      while (!isOver()) {
        const id = await begin(visitor);
        const newPhone = (): string => `06${String(rank).padStart(2, '0')}${String(++phones).padStart(6, '0')}`;
        for (let version = 1; version <= 3; version++) ledger.push(await register(visitor, id, newPhone(), version));
        for (const piece of PIECES) ledger.push(await deposit(visitor, id, piece, `${rank} ${phones} ${piece}`));
        // The last one stays enrolled.
        if (!isOver()) ledger.push(await withdraw(visitor, id));
      }
    },
  };
}

async function signUp(visitor: Visitor, connection: pg.ClientConfig, address: string): Promise<Acknowledged> {
  await send(visitor, '/compte/creer', accountForm(address, { birthName: 'Faute', firstNames: 'Zoé' }, PASSWORD));
  const link = new URL(await linkMailedTo(connection, address));
  await send(visitor, link.pathname + link.search, {}, '/compte/activer');
  await send(visitor, '/connexion', { address, password: PASSWORD });
  return { act: 'signed up', address };
}

async function begin(visitor: Visitor): Promise<string> {
  // Begun by an answer that got lost: the page of the session leads to it.
  const { location } = await send(visitor, '/candidatures/nouvelle', { session: 'bp-demo' });
  return location.split('/')[2] ?? '';
}

async function register(visitor: Visitor, id: string, phone: string, version: number): Promise<Acknowledged> {
  const identification = { ...COIFFURE.identification, phone };
  const steps = version === 1 ? { ...COIFFURE, identification } : { identification };
  for (const [step, answers] of Object.entries(steps)) await send(visitor, `/candidatures/${id}/${step}`, answers);
  await send(visitor, `/candidatures/${id}/recapitulatif`, {});
  const hub = await insist('the hub', () => visitor.get(`/candidatures/${id}`));
  const number = /\b[A-Z0-9]+-\d{5}-[A-Z]\b/.exec(mainOf(hub.html))?.[0] ?? 'no number';
  return { act: 'registered', id, number, phone, version };
}

async function deposit(visitor: Visitor, id: string, piece: string, text: string): Promise<Acknowledged> {
  const address = `/candidatures/${id}/justificatifs/${piece}`;
  const form = await untilMade(async () => {
    const shown = await visitor.depositForm(address, makePdf(text), 'document.pdf');
    if (shown.body.has('jeton')) return shown;
    throw new Error('The page that was shown says that it is away.');
  });
  const { status, location, html } = await insist(piece, () => visitor.send(form));
  const receipt = /recu=(D-[\w-]+)/.exec(location)?.[1];
  if (receipt === undefined) throw new Error(`${piece}: ${status} ${mainOf(html).slice(0, 2000)}`);
  return { act: 'deposited', id, receipt };
}

async function withdraw(visitor: Visitor, id: string): Promise<Acknowledged> {
  await send(visitor, `/candidatures/${id}/retrait`, { confirmation: 'oui' });
  return { act: 'withdrawn', id };
}

/** Opens the page, sends its form until it is answered. A form whose lost answer was « done » may be told so: the page is opened again. */
async function send(
  visitor: Visitor,
  page: string,
  fields: Readonly<Record<string, string>>,
  action = page,
): Promise<Seen> {
  for (let attempt = 1; ; attempt++) {
    const { html, status, location } = await insist(page, () => visitor.get(page));
    if (status === 303) return { html, status, location };
    const hidden = hiddenFields(mainOf(html));
    // The link of a mail whose answer got lost: it has served, and its page has no form any more. Signing in tells.
    if (hidden.jeton === undefined && action !== page) return { html, status, location };
    const seen = await insist(page, () => visitor.post(action, { ...hidden, ...fields }));
    if (seen.status === 303) return seen;
    if (attempt === 4) throw new Error(`${page}: ${seen.status} ${mainOf(seen.html).slice(0, 2000)}`);
  }
}

async function untilMade<T>(make: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await make();
    } catch {
      // The server was killed while the page was read.
    }
  }
}

async function linkMailedTo(connection: pg.ClientConfig, address: string): Promise<string> {
  return untilMade(async () => {
    const client = new pg.Client(connection);
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query('select body from mail where recipient = $1 order by created_at desc', [
        address,
      ]);
      return /https?:\S+/.exec(String(rows[0]?.body))?.[0] ?? '';
    } finally {
      await client.end();
    }
  });
}

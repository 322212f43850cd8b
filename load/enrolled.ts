import { Agent } from 'node:http';
import { PDFDocument } from '@cantoo/pdf-lib';
import type pg from 'pg';
import sharp from 'sharp';
import {
  accountForm,
  createVisitor,
  fillDraft,
  hiddenFields,
  mainOf,
  type Seen,
  type Visitor,
} from '../e2e/support/visitor.ts';
import { readyForm, sendReady } from './readyForm.ts';

export const PASSWORD = 'Volcan.Puy-1465';

/** One that ends with the measure: a line that stays open would hold it. */
const agent = new Agent({ keepAlive: true, timeout: 5_000 });

/** Somebody who has registered, over HTTP as a browser would, with what is asked of them. */
export type Enrolled = { readonly visitor: Visitor; readonly hub: string; readonly codes: readonly string[] };

/** From the account to the list of pieces, with the pages that people read in between. `seen`: whoever counts requests. */
export async function enrol(
  url: string,
  pool: pg.Pool,
  rank: number,
  seen: (visitor: Visitor) => Visitor = (visitor) => visitor,
): Promise<Enrolled> {
  const { visitor, hub } = await fill(url, pool, rank, 'bp-demo', seen);
  await must(visitor.fill(`${hub}/recapitulatif`, {}));
  await visitor.get(hub);
  const { html } = await visitor.get(`${hub}/justificatifs`);
  const codes = new Set(
    [...html.matchAll(new RegExp(`${hub}/justificatifs/([A-Z0-9]{6,10})\\b`, 'g'))].flatMap((found) => found[1] ?? []),
  );
  if (codes.size < 3) throw new Error(`${codes.size} pieces`);
  return { visitor, hub, codes: [...codes] };
}

/** From the account to the summary, which is still to be signed. */
export async function fill(
  url: string,
  pool: pg.Pool,
  rank: number,
  session: string,
  seen: (visitor: Visitor) => Visitor = (visitor) => visitor,
): Promise<Omit<Enrolled, 'codes'>> {
  const visitor = seen(createVisitor(url, `10.${(rank >> 16) & 255}.${(rank >> 8) & 255}.${rank & 255}`));
  const address = `charge.${rank}@exemple.fr`;
  await visitor.get('/');
  await must(visitor.fill('/compte/creer', accountForm(address, { birthName: 'Charge', firstNames: 'Zoé' }, PASSWORD)));
  const link = await mailedLink(pool, address);
  await must(visitor.post('/compte/activer', hiddenFields(mainOf((await visitor.get(link)).html))));
  return { visitor, hub: await fillDraft(visitor, session) };
}

/** Gives a file by the form of this page, and looks at where that leads. */
export async function give(
  { visitor, url }: { readonly visitor: Visitor; readonly url: string },
  address: string,
  content: Buffer,
  name: string,
): Promise<void> {
  const { action, body } = await visitor.depositForm(address, Buffer.alloc(0), name);
  const { status, location, text } = await sendReady(
    readyForm(action, body, content, { cookie: visitor.cookies() }),
    url,
    agent,
  );
  if (status !== 303) throw new Error(`${status} ${mainOf(text).slice(0, 3000)}`);
  await visitor.get(location);
}

export async function must(asked: Promise<Seen>): Promise<Seen> {
  const seen = await asked;
  if (seen.status !== 303) throw new Error(`${seen.status} ${mainOf(seen.html).slice(0, 3000)}`);
  return seen;
}

async function mailedLink(pool: pg.Pool, address: string): Promise<string> {
  const { rows } = await pool.query<{ body: string }>('select body from mail where recipient = $1', [address]);
  const link = new URL(/https?:\S+/.exec(`${rows[0]?.body}`)?.[0] ?? '');
  return link.pathname + link.search;
}

/** A page as a scanner gives it: a picture of the sheet, about a megabyte. */
export async function makeScan(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 200, sigma: 18 } as const;
  const picture = await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fff', noise } })
    .jpeg({ quality: 88 })
    .toBuffer();
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([595, 842]);
  page.drawImage(await pdf.embedJpg(picture), { x: 0, y: 0, width: 595, height: 842 });
  return Buffer.from(await pdf.save());
}

import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../e2e/support/browser.ts';
import { linkIn, openMailbox } from '../../e2e/support/mailbox.ts';
import { startRegistre } from '../../e2e/support/registre.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, signIn, type Visitor } from '../../e2e/support/visitor.ts';
import { type Catalogue, createCatalogue, loadPack, type ResolvedSession } from '../../src/catalogue/index.ts';
import { connectDatabase, type Database } from '../../src/platform/database/database.ts';
import type { EmbeddedServer } from '../../src/platform/database/embedded/server.ts';
import { latestMails } from '../../src/platform/mail/outbox.ts';
import { type Desk, sitDown } from './desk.ts';
import { setClock } from './forms.ts';

export const ROOT = path.join(import.meta.dirname, '..', '..');

/** The site as it was built, on the database of a session, and whoever works and lives at it. */
export type House = {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly sessionOf: (code: string) => ResolvedSession;
  /** Whoever does the same hundred times does it without a window. */
  readonly as: (address: string) => Promise<Visitor>;
  readonly stranger: () => Visitor;
  readonly at: (address: string) => Promise<Desk>;
  /** Where the next mail to somebody leads whose subject is like this. */
  readonly linkTo: (address: string, subject?: RegExp) => Promise<string>;
  /** The exam's clock. */
  readonly until: (at: Temporal.PlainDateTime) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Far below what a member of staff may be idle for. */
const STAYS_MS = 5 * 60_000;

export async function openHouse({ connection }: EmbeddedServer, folder: string, packs: string): Promise<House> {
  const pack = await loadPack(...packs.split(':'));
  if (!pack.ok) throw new Error('The rule pack is faulty: npm start says why.');
  const catalogue = createCatalogue(pack.value);
  const { db, close } = connectDatabase({ ...connection, max: 4 }, (error) => console.error(error));
  const mailbox = await openMailbox();
  const registre = await startRegistre({ SMTP_URL: mailbox.url }, folder);
  let browser: Promise<Browser> | null = null;
  const known = new Map<string, { readonly visitor: Promise<Visitor>; lastAt: number }>();
  const stranger = (): Visitor => createVisitor(registre.url);
  const enter = async (address: string): Promise<Visitor> => {
    const visitor = stranger();
    await signIn(visitor, address, DEMONSTRATION_PASSWORD);
    return visitor;
  };
  // Whoever was idle for some minutes is let go by the site, and enters again.
  const as = (address: string): Promise<Visitor> => {
    const before = known.get(address);
    const here =
      before !== undefined && Date.now() - before.lastAt < STAYS_MS ? before : { visitor: enter(address), lastAt: 0 };
    here.lastAt = Date.now();
    known.set(address, here);
    return here.visitor;
  };
  return {
    db,
    catalogue,
    sessionOf: (code) => {
      const found = catalogue.session(code);
      if (found === undefined) throw new Error(`No session: ${code}`);
      return found;
    },
    as,
    stranger,
    at: async (address) => {
      browser ??= openBrowser();
      return sitDown(await browser, registre.url, address);
    },
    linkTo: async (address, subject = /./) => {
      const last = (await latestMails(db, 20, address)).find((mail) => subject.test(mail.subject));
      // What left before a stop went to a box that is gone with it: it is read where it was written.
      if (last?.state === 'sent' && !mailbox.has(subject, address))
        return linkIn({ subject: last.subject, text: last.body });
      return linkIn(await mailbox.take(subject, address));
    },
    until: (at) => setClock(stranger(), at),
    close: async () => {
      await (await browser)?.close();
      await registre.kill();
      await mailbox.close();
      await close();
    },
  };
}

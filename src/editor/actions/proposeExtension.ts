import type { SignedInStaff } from '../../accounts/index.ts';
import { type Catalogue, deepFreeze, type PackFile, type RulePack } from '../../catalogue/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { addresses } from '../addresses.ts';
import type { EditorDeps } from '../deps.ts';
import { EXTENSION_LIFE, type ExtensionOrder, type ExtensionRefusal } from '../extension.ts';
import { editorMails } from '../mails.ts';
import { keepersOf } from '../names.ts';
import { extendedFiles, extensible, movedDates, stillPast, withThoseMoved } from '../rules/extension.ts';
import { insertExtension, lockExtension, writeDropped } from '../store/extensions.ts';

/** What an extension would put in force, worked out from the rules in force now. */
export type Extended = {
  readonly publication: number;
  readonly files: readonly PackFile[];
  readonly pack: RulePack;
  readonly before: Catalogue;
  readonly after: Catalogue;
};

/** The rules with the dates put off, or why they can't be. Nothing is written. */
export async function planExtension(
  deps: Pick<EditorDeps, 'rules' | 'readings' | 'clock'>,
  academy: string,
  order: ExtensionOrder,
): Promise<Result<Extended, ExtensionRefusal>> {
  if (order.days + order.hours === 0) return refuse({ code: 'no-length' });
  const { publication, files: inForce } = deps.rules.inForce();
  const [before, now] = [deps.rules.current(), deps.clock.now()];
  const known = extensible(inForce, before, academy, now).map(({ code }) => code);
  if (order.sessions.length === 0 || order.sessions.some((code) => !known.includes(code)))
    return refuse({ code: 'not-found' });
  const files = extendedFiles(inForce, order);
  const read = await deps.readings.pack(files);
  if (!read.ok) return refuse({ code: 'busy' });
  if (!read.value.ok) return refuse({ code: 'impossible', faults: read.value.error.map(({ message }) => message) });
  const pack = deepFreeze(read.value.value);
  const after = await deps.rules.catalogueOf(pack);
  for (const code of order.sessions) {
    const moved = withThoseMoved(before, code).map((was) => {
      const is = after.session(was.code);
      return is === undefined ? [] : movedDates(was, is);
    });
    if (moved.flat().length === 0) return refuse({ code: 'nothing-moves' });
    const dates = stillPast(moved, now);
    if (dates.length > 0) return refuse({ code: 'still-past', dates });
  }
  return ok({ publication, files, pack, before, after });
}

/** The first person's part. Nothing changes on the site; whoever may put it in force is told by mail. Two clicks are one proposal. */
export async function proposeExtension(
  deps: Pick<EditorDeps, 'db' | 'rules' | 'readings' | 'clock' | 'accounts' | 'outbox' | 'publicUrl'>,
  act: Act,
  staff: SignedInStaff,
  order: ExtensionOrder,
  key: string | null,
): Promise<Result<string, ExtensionRefusal>> {
  const planned = await planExtension(deps, staff.academy, order);
  if (!planned.ok) return planned;
  const sent = { key, owner: staff.accountId, purpose: 'extension', content: order };
  return transact<string, ExtensionRefusal>(deps.db, (tx) =>
    onceAccepted<string, ExtensionRefusal>(tx, sent, async () => {
      const id = await insertExtension(tx, staff.academy, staff.accountId, order);
      const subject = { stream: `extension:${id}`, academy: staff.academy, session: null };
      const eventId = await record(tx, act, 'extension.proposed', subject, order);
      const link = new URL(addresses.extension(id), deps.publicUrl).href;
      const { publishers } = await keepersOf(
        { accounts: deps.accounts, db: tx },
        { academy: staff.academy, authors: [staff.accountId] },
      );
      for (const { accountId, address: recipient, name } of publishers) {
        const said = { name, author: staff.displayName, reason: order.reason, link };
        const { mail, ...words } = editorMails.extensionProposed.write(said);
        const place = { academy: staff.academy, session: null };
        await deps.outbox.post(tx, { eventId, template: mail.code, recipient, accountId, ...place, ...words });
      }
      return ok(id);
    }),
  );
}

/** Gives a proposal up, by whoever keeps the rules. */
export function dropExtension(
  { db }: Pick<EditorDeps, 'db'>,
  act: Act,
  { academy, accountId }: SignedInStaff,
  id: string,
): Promise<Result<null, ExtensionRefusal>> {
  return transact<null, ExtensionRefusal>(db, async (tx) => {
    const extension = await lockExtension(tx, academy, id);
    if (extension === null || !EXTENSION_LIFE.may('drop', extension.state))
      return refuse({ code: 'decided-meanwhile' });
    await writeDropped(tx, id, accountId);
    await record(tx, act, 'extension.dropped', { stream: `extension:${id}`, academy, session: null }, null);
    return ok(null);
  });
}

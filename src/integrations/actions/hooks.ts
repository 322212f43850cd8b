import { randomUUID } from 'node:crypto';
import type { Accounts } from '../../accounts/index.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, type JournalSubject, record } from '../../platform/journal.ts';
import type { Outbox } from '../../platform/mail/outbox.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { addresses } from '../addresses.ts';
import { hookMails } from '../mails.ts';
import { readAddress } from '../rules/publicAddress.ts';
import { type Receivers, whyNotReached } from '../send.ts';
import { giveUpWaiting, sendAgain } from '../store/deliveries.ts';
import { countHooks, insertHook, lockHook, writeNextSecret, writeState } from '../store/hooks.ts';
import { type Fact, HOOK, HOOK_LIFE, type HookRefusal, type Webhook } from '../webhook.ts';

export type HookOrder = {
  readonly academy: string;
  readonly headId: string;
  readonly name: string;
  readonly address: string;
  readonly facts: readonly Fact[];
  /** Of the form. */
  readonly key: string | null;
};

/** A hook that is sent to from now on. Where its address leads is looked at now, and at each connection again. */
export async function declareHook(
  { db, receivers }: { readonly db: Database; readonly receivers: Receivers },
  act: Act,
  { academy, headId, name, address, facts, key }: HookOrder,
): Promise<Result<string, HookRefusal>> {
  const read = readAddress(address, receivers.local);
  if ('fault' in read) return refuse({ code: read.fault });
  const { url } = read;
  const inside = url.protocol === 'https:' ? await whyNotReached(url.hostname, receivers.resolve) : null;
  if (inside !== null) return refuse({ code: inside });
  const sent = { key, owner: headId, purpose: 'webhook', content: { name, address, facts } };
  return transact<string, HookRefusal>(db, (tx) =>
    onceAccepted<string, HookRefusal>(tx, sent, async () => {
      if ((await countHooks(tx, academy)) >= HOOK.most) return refuse({ code: 'too-many-hooks' });
      const id = randomUUID();
      await insertHook(tx, { id, academy, name, address: url.href, facts, madeBy: headId });
      await record(tx, act, 'webhook.declared', subjectOf(academy), { hookId: id, name, host: url.host, facts });
      return ok(id);
    }),
  );
}

export type HookAct = 'suspend' | 'resume' | 'renew' | 'remove';

/** What a head does to a hook that stands. */
export function changeHook(
  { db }: { readonly db: Database },
  by: Act,
  hook: Webhook,
  act: HookAct,
): Promise<Result<null, HookRefusal>> {
  return transact<null, HookRefusal>(db, async (tx) => {
    const now = await lockHook(tx, hook);
    const code = HOOK_LIFE.whyNot(act, now.state);
    if (code !== null) return refuse({ code });
    const said = { hookId: hook.id, name: hook.name };
    if (act === 'renew') {
      await writeNextSecret(tx, hook);
      await record(tx, by, 'webhook.secretRenewed', subjectOf(hook.academy), said);
      return ok(null);
    }
    await writeState(tx, hook, ({ suspend: 'suspended', resume: 'active', remove: 'removed' } as const)[act]);
    if (act !== 'resume') await giveUpWaiting(tx, hook.id);
    const name = ({ suspend: 'webhook.suspended', resume: 'webhook.resumed', remove: 'webhook.removed' } as const)[act];
    await record(tx, by, name, subjectOf(hook.academy), said);
    return ok(null);
  });
}

/** What nobody took goes out again, under the same ids: all of it, or one. */
export function sendDeadAgain(
  { db }: { readonly db: Database },
  by: Act,
  hook: Webhook,
  one: string | null,
): Promise<Result<null, HookRefusal>> {
  return transact<null, HookRefusal>(db, async (tx) => {
    const code = HOOK_LIFE.whyNot('send-again', (await lockHook(tx, hook)).state);
    if (code !== null) return refuse({ code });
    const count = await sendAgain(tx, hook.id, one);
    if (count > 0)
      await record(tx, by, 'webhook.sentAgain', subjectOf(hook.academy), { hookId: hook.id, name: hook.name, count });
    return ok(null);
  });
}

export type SuspendDeps = {
  readonly db: Database;
  readonly outbox: Outbox;
  readonly publicUrl: URL;
  readonly accounts: Pick<Accounts, 'listStaff'>;
};

/** By itself, after days in which nothing was taken, or because its receiver said that it is no more. Every head reads of it in a mail. */
export async function suspendHook(deps: SuspendDeps, act: Act, hook: Webhook): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    if (!HOOK_LIFE.may('suspend', (await lockHook(tx, hook)).state)) return;
    await writeState(tx, hook, 'suspended');
    await giveUpWaiting(tx, hook.id);
    const said = { hookId: hook.id, name: hook.name };
    const eventId = await record(tx, act, 'webhook.suspended', subjectOf(hook.academy), said);
    await tellHeads(deps, tx, hook, eventId);
  });
}

async function tellHeads(
  { accounts, outbox, publicUrl }: SuspendDeps,
  tx: Tx,
  hook: Webhook,
  eventId: string,
): Promise<void> {
  const { academy, name: hookName } = hook;
  const heads = (await accounts.listStaff(tx, academy)).filter(
    ({ role, activated, disabledAt }) => role === 'head' && activated && disabledAt === null,
  );
  const link = new URL(addresses.hook(hook.id), publicUrl).href;
  for (const { accountId, address: recipient, name } of heads) {
    const { mail, ...words } = hookMails.suspended.write({ name, hookName, link });
    await outbox.post(tx, { eventId, template: mail.code, recipient, accountId, academy, session: null, ...words });
  }
}

function subjectOf(academy: string): JournalSubject {
  return { stream: `integrations:${academy}`, academy, session: null };
}

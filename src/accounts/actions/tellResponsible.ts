import type { WrittenMail } from '../../catalogue/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AccountId, Role } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { accountMails } from '../mails.ts';
import { isResponsible } from '../staffProposal.ts';
import { listManagers, type Manager } from '../store/staff.ts';

export type TellResponsibleDeps = Pick<AccountsDeps, 'outbox' | 'publicUrl'>;

/** Every head and administrator of an academy reads of each new one, named, raised or let in again, at once. */
export async function tellResponsible(
  deps: TellResponsibleDeps,
  tx: Tx,
  eventId: string,
  one: {
    readonly accountId: AccountId;
    readonly academy: string;
    readonly role: Role;
    readonly name: string;
    readonly address: string;
  },
): Promise<void> {
  if (!isResponsible(one.role)) return;
  const others = (await listManagers(tx)).filter(
    ({ accountId, academy }) => academy === one.academy && accountId !== one.accountId,
  );
  await mailStaff(deps, tx, eventId, others, (reader) => accountMails.named.write({ ...reader, one }));
}

/** Mails to members of the staff, each with their name and the way to the page of the staff. */
export async function mailStaff(
  { outbox, publicUrl }: TellResponsibleDeps,
  tx: Tx,
  eventId: string,
  readers: readonly Manager[],
  write: (reader: { readonly reader: string; readonly link: string }) => WrittenMail,
): Promise<void> {
  const link = new URL('/gestion/personnel', publicUrl).href;
  for (const { accountId, academy, address: recipient, name: reader } of readers) {
    const { mail, ...words } = write({ reader, link });
    const template = mail.code;
    await outbox.post(tx, { eventId, template, recipient, accountId, academy, session: null, ...words });
  }
}

import type { Tx } from '../../platform/database/database.ts';
import { addresses } from '../addresses.ts';
import type { EditorDeps } from '../deps.ts';
import type { Draft } from '../draft.ts';
import { editorMails } from '../mails.ts';
import { keepersOf } from '../names.ts';
import { texts } from '../texts/checking.ts';

/** Whoever keeps the rules learns that a draft waits: those who may publish it, and its authors, who may not. */
export async function tellKeepers(
  { accounts, outbox, rules, publicUrl }: Pick<EditorDeps, 'accounts' | 'outbox' | 'rules' | 'publicUrl'>,
  tx: Tx,
  told: { readonly eventId: string; readonly draft: Draft; readonly purpose: string; readonly author: string },
): Promise<void> {
  const { eventId, draft, purpose, author } = told;
  const { publishers, authors } = await keepersOf({ accounts, db: tx }, draft);
  const names = publishers.map(({ name }) => name);
  for (const { accountId, address: recipient, name } of [...publishers, ...authors]) {
    const { mail, ...words } = editorMails.submitted.write(rules.current(), {
      civility: '',
      name,
      title: draft.title,
      author,
      purpose,
      remedy: publishers.some((one) => one.accountId === accountId)
        ? texts.submit.mayPublish
        : texts.submit.mayNotPublish(names),
      link: new URL(addresses.draft(draft.id), publicUrl).href,
    });
    const template = mail.code;
    await outbox.post(tx, { eventId, template, recipient, accountId, academy: draft.academy, session: null, ...words });
  }
}

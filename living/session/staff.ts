import { DEMONSTRATION_PASSWORD, mainOf, type Visitor } from '../../e2e/support/visitor.ts';
import { send } from './forms.ts';

/** Who makes two people of what the demonstration has one of. */
export const SECOND_CLERK: Hired = { role: 'jury', name: 'Seconde saisie', address: 'saisie.2@demo.registre.fr' };
export const SECOND_HEAD: Hired = { role: 'head', name: 'Seconde cheffe', address: 'cheffe.2@demo.registre.fr' };

export type Hired = { readonly role: 'head' | 'jury'; readonly name: string; readonly address: string };

/**
 * Somebody more at the office: invited by the administrator, a head once the head agrees; who then chooses a password by the link of
 * the mail. `linkTo` reads that mail.
 */
export async function hire(
  { admin, head, stranger }: { readonly admin: Visitor; readonly head: Visitor; readonly stranger: Visitor },
  linkTo: (address: string) => Promise<string>,
  { role, name, address }: Hired,
): Promise<void> {
  await send(admin, '/gestion/personnel/inviter', '/gestion/personnel/inviter', { address, name, role });
  if (role === 'head') {
    const { html } = await head.get('/gestion/personnel');
    const proposal = /\/gestion\/personnel\/demandes\/[0-9a-f-]{36}/.exec(html)?.[0];
    if (proposal === undefined) throw new Error('Nobody is to be confirmed');
    await send(head, '/gestion/personnel', proposal, { acte: 'confirmer' });
  }
  await choosePassword(stranger, await linkTo(address));
}

/** By the link of a mail, that of the demonstration. */
export async function choosePassword(stranger: Visitor, mailed: string): Promise<void> {
  const link = new URL(mailed);
  const page = `${link.pathname}${link.search}`;
  const { html } = await stranger.get(page);
  const fields = [...mainOf(html).matchAll(/<input[^>]*type="password"[^>]*>/g)].map(
    ([input]) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', DEMONSTRATION_PASSWORD] as const,
  );
  const action = /<form[^>]*action="([^"]*)"/.exec(mainOf(html))?.[1] ?? page;
  await send(stranger, page, action, Object.fromEntries(fields));
}

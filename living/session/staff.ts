import { linkIn, type Mailbox } from '../../e2e/support/mailbox.ts';
import { DEMONSTRATION_PASSWORD } from '../../e2e/support/visitor.ts';
import type { Desk } from './desk.ts';

export type Hired = { readonly role: string; readonly name: string; readonly address: string };

/** Somebody more at the office: invited by the administrator, a head once the head agrees; who then chooses a password by the link of the mail. */
export async function hire(
  { admin, head }: { readonly admin: Desk; readonly head: Desk },
  mailbox: Mailbox,
  { role, name, address }: Hired,
): Promise<void> {
  await admin.open('/gestion/personnel/inviter');
  await admin.page.getByLabel(/^Adresse mail/).fill(address);
  await admin.page.getByLabel('Nom', { exact: false }).first().fill(name);
  await admin.page.getByRole('radio', { name: role }).check();
  await admin.pressMain();
  if (role === 'Chef') {
    await head.open('/gestion/personnel');
    await head.press('Confirmer');
  }
  const link = linkIn(await mailbox.take(/./, address));
  const visitor = await admin.page.context().browser()?.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await visitor?.newPage();
  if (page === undefined) throw new Error('The browser is gone');
  await page.goto(link);
  for (const field of await page.locator('main input[type=password]').all()) await field.fill(DEMONSTRATION_PASSWORD);
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => url.href !== link);
  await visitor?.close();
}

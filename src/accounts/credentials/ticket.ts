import { createHmac } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import * as z from 'zod';
import type { AccountsDeps } from '../deps.ts';

/** What a browser keeps between its password and the proof that is still asked for. */
const Ticket = z.strictObject({
  /** null: the password was wrong, or nobody has that address. */
  accountId: z.uuid().nullable(),
  /** A mark of the password that was right: with another one since, the ticket is void. */
  password: z.string(),
  until: z.number(),
});
type Ticket = z.infer<typeof Ticket>;

/** The code of a mail, that of an application, or the activation's mail: a ticket of one is none of another. */
export type TicketProof = 'mail' | 'application';
export type TicketKind = TicketProof | 'activation';

function keyFor({ secret }: AccountsDeps, kind: TicketKind): string {
  return kind === 'mail' ? secret : createHmac('sha256', secret).update(`ticket ${kind}`).digest('base64url');
}

/** Longer than any content, so that all tickets are as long. */
const LENGTH = 200;

/** Nothing is stored: whoever guesses on by the million fills no table. Nobody but us can read it, or tell two apart. */
export function sealTicket(deps: AccountsDeps, kind: TicketKind, ticket: Ticket): Promise<string> {
  return symmetricEncrypt({ key: keyFor(deps, kind), data: JSON.stringify(ticket).padEnd(LENGTH) });
}

/** null: not ours, changed, or ended. */
export async function openTicket(deps: AccountsDeps, kind: TicketKind, sealed: string): Promise<Ticket | null> {
  const text = await symmetricDecrypt({ key: keyFor(deps, kind), data: sealed }).catch(() => null);
  if (text === null) return null;
  const ticket = Ticket.parse(JSON.parse(text));
  return Temporal.Now.instant().epochMilliseconds < ticket.until ? ticket : null;
}

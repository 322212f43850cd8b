import { createHmac } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import * as z from 'zod';
import { CIVILITIES } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';

/** What a browser keeps between its password and the proof that is still asked for. */
const Ticket = z.strictObject({
  /** null: the password was wrong, or nobody has that address. */
  accountId: z.uuid().nullable(),
  /** A mark of the password that was right: with another one since, the ticket is void. */
  password: z.string(),
  until: z.number(),
  /** Of an account just asked for: what was typed, so that an address with a slip is corrected without typing all of it again. */
  form: z
    .strictObject({
      address: z.string(),
      hash: z.string(),
      civility: z.enum(CIVILITIES),
      birthName: z.string(),
      usageName: z.string().nullable(),
      firstNames: z.string(),
      birthDate: z.string().transform((day) => Temporal.PlainDate.from(day)),
      birthCountry: z.string(),
    })
    .optional(),
});
type Ticket = z.infer<typeof Ticket>;

/** The code of a mail, that of an application, or the activation's mail: a ticket of one is none of another. */
export type TicketProof = 'mail' | 'application';
export type TicketKind = TicketProof | 'activation';

function keyFor({ secret }: AccountsDeps, kind: TicketKind): string {
  return kind === 'mail' ? secret : createHmac('sha256', secret).update(`ticket ${kind}`).digest('base64url');
}

/** Longer than any content, so that all tickets of a kind are as long; what is typed, as far as a cookie holds it. */
const LENGTHS = { mail: 200, application: 200, activation: 1_500 } as const satisfies Record<TicketKind, number>;

/** Nothing is stored: whoever guesses on by the million fills no table. Nobody but us can read it, or tell two apart. */
export function sealTicket(deps: AccountsDeps, kind: TicketKind, ticket: Ticket): Promise<string> {
  const whole = Buffer.from(JSON.stringify(ticket));
  const data = whole.length <= LENGTHS[kind] ? whole : Buffer.from(JSON.stringify({ ...ticket, form: undefined }));
  const padded = Buffer.concat([data, Buffer.alloc(LENGTHS[kind] - data.length, ' ')]).toString();
  return symmetricEncrypt({ key: keyFor(deps, kind), data: padded });
}

/** null: not ours, changed, or ended. */
export async function openTicket(deps: AccountsDeps, kind: TicketKind, sealed: string): Promise<Ticket | null> {
  const text = await symmetricDecrypt({ key: keyFor(deps, kind), data: sealed }).catch(() => null);
  if (text === null) return null;
  const ticket = Ticket.parse(JSON.parse(text));
  return Temporal.Now.instant().epochMilliseconds < ticket.until ? ticket : null;
}

import { sql } from 'kysely';
import { columns, instant } from '../platform/database/columns.ts';
import type { Tx } from '../platform/database/database.ts';
import { instantInWords } from '../ui/index.ts';
import type { AccountId, Candidate } from './account.ts';
import { type AccountMail, type AccountMailValues, POSTED_MAILS } from './accountMails.ts';
import type { AccountsDeps } from './deps.ts';
import { texts } from './texts.ts';

export type Reader = {
  readonly accountId: AccountId;
  readonly address: string;
  readonly civility: string;
  readonly name: string;
  readonly academy: string | null;
};

export function candidateReader(person: Pick<Candidate, 'accountId' | 'address' | 'civility' | 'birthName'>): Reader {
  const { accountId, address, civility, birthName } = person;
  return { accountId, address, civility: texts.civilities[civility], name: birthName, academy: null };
}

type Letter = {
  readonly template: AccountMail;
  readonly eventId: string;
  readonly reader: Reader;
  /** A path of ours. */
  readonly path: string;
  readonly values?: Partial<AccountMailValues>;
  /** How long the link lives. */
  readonly hours?: number;
};

/** Posts a mail in the transaction of its event. Deadlines are read on the exam's clock, like every other date of a mail. */
export async function post(deps: AccountsDeps, tx: Tx, letter: Letter): Promise<void> {
  const { reader } = letter;
  const { subject, body } = deps.letter(letter.template, {
    civility: reader.civility,
    name: reader.name,
    link: new URL(letter.path, deps.publicUrl).href,
    code: '',
    opens: '',
    deadline: letter.hours === undefined ? '' : instantInWords(await inHours(tx, letter.hours)),
    role: '',
    changes: '',
    passkey: '',
    contact: '',
    ...letter.values,
  });
  await deps.outbox.post(tx, {
    eventId: letter.eventId,
    template: letter.template,
    recipient: reader.address,
    accountId: reader.accountId,
    academy: reader.academy,
    session: null,
    subject: withoutGaps(subject),
    body: withoutGaps(body),
    onlyByMail: !POSTED_MAILS.some((posted) => posted === letter.template),
  });
}

const MOMENT = columns({ at: instant });

async function inHours(tx: Tx, hours: number): Promise<Temporal.Instant> {
  const asked = sql`select date_trunc('minute', business_now() + make_interval(hours => ${hours}::int)) as at`;
  return (await MOMENT.one(tx, asked)).at;
}

/** « Bonjour {civility} {name} » to somebody without civility leaves two spaces. */
function withoutGaps(text: string): string {
  return text.replace(/ {2,}/g, ' ');
}

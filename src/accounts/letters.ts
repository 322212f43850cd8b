import { sql } from 'kysely';
import type { MailVariable, PackMail } from '../catalogue/index.ts';
import { columns, instant } from '../platform/database/columns.ts';
import type { Tx } from '../platform/database/database.ts';
import { instantInWords } from '../ui/index.ts';
import type { AccountId, Candidate } from './account.ts';
import type { AccountsDeps } from './deps.ts';
import { texts } from './texts.ts';

export type MailReader = {
  readonly accountId: AccountId;
  readonly address: string;
  readonly civility: string;
  readonly name: string;
  readonly academy: string | null;
};

type Addressee = Pick<Candidate, 'civility' | 'birthName'>;

/** How a mail or a letter addresses somebody: « Mme », « Martin ». */
export function addressed({ civility, birthName }: Addressee): { readonly civility: string; readonly name: string } {
  return { civility: texts.civilities[civility], name: birthName };
}

export function candidateReader(person: Addressee & Pick<Candidate, 'accountId' | 'address'>): MailReader {
  const { accountId, address } = person;
  return { accountId, address, ...addressed(person), academy: null };
}

type Letter<Given extends MailVariable> = {
  readonly eventId: string;
  readonly reader: MailReader;
  /** A path of ours. */
  readonly path: string;
  /** What only this mail says. */
  readonly values: Readonly<Record<Exclude<Given, 'civility' | 'name' | 'link'>, string>>;
};

type PostDeps = Pick<AccountsDeps, 'outbox' | 'publicUrl' | 'catalogue'>;

/** Posts a mail in the transaction of its event. */
export async function post<Given extends MailVariable>(
  deps: PostDeps,
  tx: Tx,
  mail: PackMail<Given>,
  letter: Letter<Given>,
): Promise<void>;
export async function post(
  deps: PostDeps,
  tx: Tx,
  mail: PackMail<MailVariable>,
  { eventId, reader, path, values }: Letter<MailVariable>,
): Promise<void> {
  const { civility, name, address: recipient, accountId, academy } = reader;
  const own = { civility, name, link: new URL(path, deps.publicUrl).href };
  const { subject, body } = mail.write(deps.catalogue(), { ...own, ...values });
  await deps.outbox.post(tx, {
    ...{ eventId, template: mail.code, recipient, accountId, academy, session: null },
    subject: withoutGaps(subject),
    body: withoutGaps(body),
    onlyByMail: mail.onlyByMail === true,
    awaited: true,
  });
}

const MOMENT = columns({ at: instant });

/** How long a link lives: deadlines are read on the exam's clock, like every other date of a mail. */
export async function inHours(tx: Tx, hours: number): Promise<string> {
  const asked = sql`select date_trunc('minute', business_now() + make_interval(hours => ${hours}::int)) as at`;
  return instantInWords((await MOMENT.one(tx, asked)).at);
}

/** « Bonjour {civility} {name} » to somebody without civility leaves two spaces. */
function withoutGaps(text: string): string {
  return text.replace(/ {2,}/g, ' ');
}

import pg from 'pg';
import { cannotStart } from '../cannotStart.ts';

/** The oldest PostgreSQL that we promise to run on: what it lacks, our SQL doesn't use. */
const OLDEST = 15;

/** Where DATABASE_URL leads, part by part. Never its password. */
type Target = { readonly place: string; readonly host: string; readonly user: string; readonly database: string };

/**
 * Connects once before anything else and throws one sentence for one mistake: which part of DATABASE_URL is wrong, or what the
 * server lacks, and the way out.
 */
export async function checkDatabase(connection: pg.PoolConfig, oldest = OLDEST): Promise<void> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...connection });
  client.on('error', () => undefined);
  const target = targetOf(client);
  try {
    await client.connect().catch((error: unknown) => {
      throw cannotStart(refusalOf(error, target), error);
    });
    const { rows } = await client.query<ServerFacts>(FACTS);
    const fault = rows[0] === undefined ? null : faultOf(rows[0], target, oldest);
    if (fault !== null) throw cannotStart(fault);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function targetOf({ host, port, user, database }: pg.Client): Target {
  const place = host.startsWith('/') ? `the socket ${host}` : `${host}, port ${port}`;
  return { place, host, user: user ?? '', database: database ?? '' };
}

/** What the line, TLS or the server said, for whoever wrote DATABASE_URL. */
function refusalOf(error: unknown, { place, host, user, database }: Target): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = error instanceof Error ? error.message || code : String(error);
  const why = `DATABASE_URL leads to no database:`;
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${why} no machine is called « ${host} ». Check the name after the @.`;
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `${why} nothing listens at ${place}. Is PostgreSQL started there, and is this its port?`;
    case '3D000':
      return `${why} the server at ${place} has no database « ${database} ». Create it (createdb), or correct the name at the end.`;
    case '28P01':
      return `${why} ${place} refuses the user « ${user} » or this user's password.`;
    case '28000':
      return /encryption|SSL/i.test(said)
        ? `${why} ${place} wants TLS for « ${user} », or refuses where this machine calls from. Add ?sslmode=verify-full, or correct pg_hba.conf there.`
        : `${why} ${place} lets no « ${user} » in. Create this user (createuser --login), or correct the name before the first colon.`;
    case '53300':
      return `${why} ${place} has no connection left for « ${user} ».`;
    case '57P03':
      return `${why} PostgreSQL is still starting at ${place}. Try again.`;
    default:
      break;
  }
  if (/does not support SSL/.test(said))
    return `${why} ${place} speaks no TLS, which sslmode asks for. Switch it on there; on one machine alone, take sslmode away.`;
  if (/CERT|SIGNATURE|ALTNAME|SELF_SIGNED/.test(code))
    return `${why} the certificate of ${place} isn't one that this machine trusts (${said}). Name its authority by sslrootcert.`;
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/.test(`${code} ${said}`))
    return `${why} ${place} doesn't answer. Check the address, and what stands between (firewall).`;
  return `${why} ${place} answers « ${said} ».`;
}

type ServerFacts = {
  readonly version: string;
  readonly major: number;
  readonly encoding: string;
  readonly has_tables: boolean;
  readonly has_jobs: boolean;
  readonly may_make_tables: boolean;
  readonly may_make_schemas: boolean;
};

const FACTS = `select current_setting('server_version') as version,
  current_setting('server_version_num')::int / 10000 as major,
  current_setting('server_encoding') as encoding,
  to_regclass('kysely_migration') is not null as has_tables,
  to_regnamespace('pgboss') is not null as has_jobs,
  coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_make_tables,
  has_database_privilege(current_database(), 'create') as may_make_schemas`;

function faultOf(facts: ServerFacts, { place, user, database }: Target, oldest: number): string | null {
  if (facts.major < oldest)
    return `DATABASE_URL leads to PostgreSQL ${facts.version} at ${place}: Registre needs ${oldest} or later.`;
  if (facts.encoding !== 'UTF8')
    return `The database « ${database} » at ${place} is in ${facts.encoding}: create it with --encoding=UTF8, names have accents.`;
  if ((facts.may_make_tables || facts.has_tables) && (facts.may_make_schemas || facts.has_jobs)) return null;
  return `The user « ${user} » may not make tables in « ${database} » at ${place}. Make it the owner: alter database ${pg.escapeIdentifier(database)} owner to ${pg.escapeIdentifier(user)}.`;
}

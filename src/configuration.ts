import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { PRIORITIES, type Priority } from './platform/admission/priority.ts';
import { readS3Address, S3_EXAMPLE } from './platform/files/s3Address.ts';
import { LOOPBACK, readProxies } from './platform/http/proxies.ts';
import { ok, type Result, refuse } from './platform/result.ts';

/** Everything the environment may say, checked at once (docs/operations.md). */
export type Configuration = {
  readonly mode: 'demonstration' | 'production';
  readonly port: number;
  readonly host: string;
  readonly publicUrl: URL;
  /** null: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly filesUrl: URL;
  /** null: files aren't scanned. */
  readonly clamdUrl: URL | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Seconds that an officer's decision waits for the next on the same file, before one mail tells them. */
  readonly decisionDelaySeconds: number;
  /** Processes that read people's files on this node, at most. */
  readonly documentProcesses: number;
  /** What this node does: with others that do the rest. */
  readonly work: readonly Work[];
  /** Connections to the database that its pages and readers share. */
  readonly connections: number;
  /** What waits at least, however little there is to do; `nothing`: nobody ever waits. null: as the node finds it. */
  readonly putOff: Priority | 'nothing' | null;
  readonly secret: string;
  /** Files in PEM of what decisions are sealed with; null: a demonstration's own, or no seal. */
  readonly seal: { readonly keyFile: string; readonly certificatesFile: string } | null;
  /** null: seals bear no time-stamp. */
  readonly timeStampUrl: URL | null;
  /** Where the exam's clock starts; null: real time. */
  readonly clock: Temporal.Instant | null;
  /** What a new demonstration begins with: nobody, an office at work, or the staff of an office that rehearses its next session. */
  readonly beginning: 'empty' | 'living' | 'rehearsal';
  /** The operator's own list of administrators and heads of office. */
  readonly listed: readonly ListedStaff[];
  /** The catalogue: a file of a later folder stands in the place of that of an earlier one. */
  readonly catalogueFolders: readonly string[];
  readonly logLevel: string;
  /** Machines whose word on where a visitor comes from is taken. */
  readonly trustedProxies: readonly string[];
};

/** `academy: null`: of the only one. */
export type ListedStaff = {
  readonly role: 'admin' | 'head';
  readonly academy: string | null;
  readonly address: string;
};

export type ConfigurationFault = { readonly variable: string; readonly message: string };

type Environment = Readonly<Record<string, string | undefined>>;

const blankToUndefined = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const optional = <T extends z.ZodType>(schema: T): z.ZodType<z.infer<T> | undefined> =>
  z.preprocess(blankToUndefined, schema.optional()) as z.ZodType<z.infer<T> | undefined>;

const url = (protocols: readonly string[], example: string): z.ZodType<string> =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address such as ${example}`,
    );

function faultOfFiles(value: string): string | null {
  const { protocol } = URL.canParse(value) ? new URL(value) : { protocol: '' };
  if (protocol === 'file:') return null;
  if (protocol !== 's3:') return `must be an address such as file:///var/lib/registre/files or ${S3_EXAMPLE}`;
  const read = readS3Address(new URL(value));
  return read.ok ? null : read.error;
}

/** Correction times are counted from a mail that leaves within half an hour. */
const LONGEST_DELAY = 600;
const DELAY_FAULT = `must be seconds, 0 to ${LONGEST_DELAY}`;

/** Answers people, reads their files, does what is ordered: mails, papers, nights. */
const WORKS = ['pages', 'documents', 'jobs'] as const;
export type Work = (typeof WORKS)[number];
const WORK_FAULT = `must be some of ${WORKS.join(', ')}, separated by commas`;

/** About 8 were best on two cores (stack.md). */
const [USUAL_CONNECTIONS, MOST_CONNECTIONS] = [8, 64];
const CONNECTIONS_FAULT = `must be a number of connections, 2 to ${MOST_CONNECTIONS}`;

const MOST_PROCESSES = 128;
const PROCESSES_FAULT = `must be a number of processes, 1 to ${MOST_PROCESSES}`;

function listOf(role: ListedStaff['role']): z.ZodType<readonly ListedStaff[] | undefined> {
  return optional(
    z.string().transform((value, context): readonly ListedStaff[] => {
      const named = value.split(',').map((one) => /^\s*(?:([\w-]+)\s*=)?\s*(\S+)\s*$/.exec(one));
      const read = named.map((one) => ({ role, academy: one?.[1] ?? null, address: (one?.[2] ?? '').toLowerCase() }));
      if (read.every(({ address }) => z.email().safeParse(address).success)) return read;
      context.addIssue({ code: 'custom', message: 'must be mail addresses, or academy=mail, separated by commas' });
      return z.NEVER;
    }),
  );
}

const Variables = z.object({
  REGISTRE_MODE: optional(z.enum(['demonstration', 'production'], 'must be demonstration or production')),
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535'),
  ),
  HOST: optional(z.string()),
  PUBLIC_URL: optional(url(['http:', 'https:'], 'https://inscriptions.example.fr')),
  DATABASE_URL: optional(url(['postgres:', 'postgresql:'], 'postgres://user:password@host/registre')),
  DATA_DIR: optional(z.string()),
  FILES_URL: optional(
    z.string().superRefine((value, context) => {
      const message = faultOfFiles(value);
      if (message !== null) context.addIssue({ code: 'custom', message });
    }),
  ),
  CLAMD_URL: optional(url(['tcp:', 'unix:'], 'tcp://localhost:3310 or unix:///run/clamav/clamd.ctl')),
  SMTP_URL: optional(url(['smtp:', 'smtps:'], 'smtp://relay.example.fr:587')),
  MAIL_FROM: optional(z.string().refine((value) => value.includes('@'), 'must hold a mail address')),
  DECISION_MAIL_SECONDS: optional(
    z
      .string()
      .regex(/^\d{1,3}$/, DELAY_FAULT)
      .transform(Number)
      .refine((seconds) => seconds <= LONGEST_DELAY, DELAY_FAULT),
  ),
  DOCUMENT_PROCESSES: optional(
    z
      .string()
      .regex(/^\d{1,3}$/, PROCESSES_FAULT)
      .transform(Number)
      .refine((processes) => processes >= 1 && processes <= MOST_PROCESSES, PROCESSES_FAULT),
  ),
  REGISTRE_WORK: optional(
    z.string().transform((value, context): readonly Work[] => {
      const named = value.split(',').map((one) => one.trim());
      const read = WORKS.filter((one) => named.includes(one));
      if (read.length === new Set(named).size) return read;
      context.addIssue({ code: 'custom', message: WORK_FAULT });
      return z.NEVER;
    }),
  ),
  DATABASE_CONNECTIONS: optional(
    z
      .string()
      .regex(/^\d{1,2}$/, CONNECTIONS_FAULT)
      .transform(Number)
      .refine((count) => count >= 2 && count <= MOST_CONNECTIONS, CONNECTIONS_FAULT),
  ),
  PUT_OFF: optional(z.enum(['nothing', ...PRIORITIES], `must be nothing, or one of ${PRIORITIES.join(', ')}`)),
  CATALOGUE: optional(z.string()),
  REGISTRE_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  SEAL_KEY: optional(z.string()),
  SEAL_CERTIFICATES: optional(z.string()),
  TIME_STAMP_URL: optional(url(['http:', 'https:'], 'https://horodatage.example.fr/tsa')),
  REGISTRE_CLOCK: optional(
    z.string().transform((value, context) => {
      try {
        return Temporal.Instant.from(value);
      } catch {
        context.addIssue({
          code: 'custom',
          message: 'must be an instant with its offset, such as 2023-11-15T10:00:00+01:00',
        });
        return z.NEVER;
      }
    }),
  ),
  REGISTRE_BEGINNING: optional(z.enum(['empty', 'living', 'rehearsal'], 'must be empty, living or rehearsal')),
  REGISTRE_ADMIN: listOf('admin'),
  REGISTRE_HEADS: listOf('head'),
  TRUSTED_PROXIES: optional(
    z.string().transform((value, context) => {
      const proxies = readProxies(value);
      if (proxies !== null) return proxies;
      context.addIssue({
        code: 'custom',
        message:
          'must be addresses or ranges of the proxies, separated by commas, such as 10.0.0.5, 2001:db8::/64; none where there is no proxy',
      });
      return z.NEVER;
    }),
  ),
  LOG_LEVEL: optional(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a level such as info'),
  ),
});

/** Gives every fault, never only the first. */
export function readConfiguration(
  environment: Environment,
  root: string,
): Result<Configuration, readonly ConfigurationFault[]> {
  const read = Variables.safeParse(environment);
  const faults: ConfigurationFault[] =
    read.error?.issues.map((issue) => ({ variable: String(issue.path[0]), message: issue.message })) ?? [];
  const values = read.data;
  const mode = values?.REGISTRE_MODE ?? (environment.REGISTRE_MODE === 'production' ? 'production' : 'demonstration');
  if (mode === 'production') faults.push(...missingInProduction(environment));
  faults.push(...halfASeal(environment));
  if (values === undefined || faults.length > 0) return refuse(faults);
  const port = values.PORT ?? 3000;
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://localhost:${port}`);
  const dataFolder = path.resolve(root, values.DATA_DIR ?? 'data');
  return ok({
    mode,
    port,
    host: values.HOST ?? (mode === 'production' ? '0.0.0.0' : 'localhost'),
    publicUrl,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder,
    filesUrl:
      values.FILES_URL === undefined ? pathToFileURL(path.join(dataFolder, 'files')) : new URL(values.FILES_URL),
    clamdUrl: values.CLAMD_URL === undefined ? null : new URL(values.CLAMD_URL),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? `Registre <ne-pas-repondre@${publicUrl.hostname}>`,
    decisionDelaySeconds: values.DECISION_MAIL_SECONDS ?? (mode === 'production' ? LONGEST_DELAY : 30),
    work: values.REGISTRE_WORK ?? WORKS,
    connections: values.DATABASE_CONNECTIONS ?? USUAL_CONNECTIONS,
    documentProcesses: values.DOCUMENT_PROCESSES ?? availableParallelism(),
    putOff: values.PUT_OFF ?? null,
    secret: values.REGISTRE_SECRET ?? ownSecret(dataFolder),
    seal:
      values.SEAL_KEY === undefined || values.SEAL_CERTIFICATES === undefined
        ? null
        : {
            keyFile: path.resolve(root, values.SEAL_KEY),
            certificatesFile: path.resolve(root, values.SEAL_CERTIFICATES),
          },
    timeStampUrl: values.TIME_STAMP_URL === undefined ? null : new URL(values.TIME_STAMP_URL),
    clock: values.REGISTRE_CLOCK ?? null,
    beginning: values.REGISTRE_BEGINNING ?? 'empty',
    listed: [...(values.REGISTRE_ADMIN ?? []), ...(values.REGISTRE_HEADS ?? [])],
    catalogueFolders: (values.CATALOGUE ?? 'catalogue').split(':').map((folder) => path.resolve(root, folder)),
    logLevel: values.LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
    trustedProxies: values.TRUSTED_PROXIES ?? LOOPBACK,
  });
}

/** What a demonstration makes up for itself and a real office must say. */
function missingInProduction(environment: Environment): readonly ConfigurationFault[] {
  const needed = {
    DATABASE_URL: 'is needed in production: an embedded database has no backup',
    PUBLIC_URL: 'is needed in production: mails carry links to it',
    SMTP_URL: 'is needed in production: candidates activate their account by mail',
    REGISTRE_SECRET: 'is needed in production: at least 32 random characters, the same on every node',
    FILES_URL: 'is needed in production: where the supporting documents stand',
  };
  const faults = Object.entries(needed)
    .filter(([name]) => (environment[name] ?? '').trim() === '')
    .map(([variable, message]) => ({ variable, message }));
  if ((environment.REGISTRE_CLOCK ?? '') !== '')
    faults.push({
      variable: 'REGISTRE_CLOCK',
      message: 'is for demonstration only: in production the clock is the real one',
    });
  if ((environment.PUBLIC_URL ?? '').startsWith('http:'))
    faults.push({ variable: 'PUBLIC_URL', message: 'must be https in production' });
  return faults;
}

function halfASeal({ SEAL_KEY = '', SEAL_CERTIFICATES = '' }: Environment): readonly ConfigurationFault[] {
  const missing = SEAL_KEY.trim() === '' ? 'SEAL_KEY' : SEAL_CERTIFICATES.trim() === '' ? 'SEAL_CERTIFICATES' : null;
  if (missing === null || (SEAL_KEY + SEAL_CERTIFICATES).trim() === '') return [];
  return [{ variable: missing, message: 'is needed too: decisions are sealed by a key and its certificates' }];
}

/** The demonstration keeps a secret of its own beside its data, so that sessions survive a restart. */
function ownSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

import pino, { type DestinationStream, type Logger } from 'pino';

/** The one log: a line of JSON each, with its time, its level by name, and the request or the mail that it is about. */
export type Log = Logger;

/** `destination` is the standard output, but for tests. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorInLog, req: requestInLog, res: answerInLog },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export const silentLog: Log = pino({ level: 'silent' });

const MAIL_ADDRESS = /[\p{L}\p{N}.!#$%&'*+=?^_`{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu;
/** What lets somebody in: the links of mails, the password of a service. */
const TOKEN = /\b(jeton|token)=[^\s"'&<>\\]+/g;
/** Our cookies by name, and whole headers, which libraries write at their most talkative. */
const COOKIE = /\b((?:__Host-)?registre_\w+)=[^\s;,"'\\]+/g;
const HEADER = /"(cookie|set-cookie|authorization)":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gi;
const PASSWORD = /(\w:\/\/[^\s:/@"]*):[^\s/@"]+@/g;

/**
 * The last wall, around the whole line: errors of libraries quote what they were given (« 550 No such user
 * <camille@example.fr> », the address of the database with its password).
 */
function withoutSecrets(line: string): string {
  return line
    .replace(HEADER, '"$1":"[hidden]"')
    .replace(COOKIE, '$1=[hidden]')
    .replace(PASSWORD, '$1:[password]@')
    .replace(MAIL_ADDRESS, '[address]')
    .replace(TOKEN, '$1=[hidden]');
}

type Told = Readonly<Record<string, unknown>>;

/** What our libraries say beside the message; nothing else of them, which may be a whole mail or a whole form. */
const DETAILS = ['code', 'command', 'responseCode', 'severity', 'constraint', 'table', 'queue', 'syscall'] as const;

/** Anything that was thrown or emitted, as words: pg-boss emits plain objects. */
function errorInLog(thrown: unknown): Told {
  if (typeof thrown !== 'object' || thrown === null) return { type: typeof thrown, message: String(thrown) };
  const fields = thrown as Told;
  const details = DETAILS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]]));
  return {
    type: thrown.constructor?.name ?? 'object',
    message: typeof fields.message === 'string' ? fields.message : JSON.stringify(thrown),
    ...Object.fromEntries(details),
    ...(typeof fields.stack === 'string' && { stack: fields.stack }),
    ...(fields.cause !== undefined && { cause: errorInLog(fields.cause) }),
  };
}

/** Never its address as asked, its headers or its cookies. */
function requestInLog(request: unknown): Told {
  const { method, routeOptions } = request as { method?: string; routeOptions?: { url?: string } };
  return { method, route: routeOptions?.url };
}

function answerInLog(answer: unknown): Told {
  return { status: (answer as { statusCode?: number }).statusCode };
}

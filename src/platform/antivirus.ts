import { once } from 'node:events';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { Readable } from 'node:stream';

/** What is said of a file: `infected` has the name of what was found. */
export type ScanVerdict = { readonly found: 'clean' } | { readonly found: 'infected'; readonly name: string };

export type Antivirus = {
  /** Throws an `AntivirusFault` when it can't be asked or doesn't know; what the content throws, as it is. */
  readonly scan: (content: Readable) => Promise<ScanVerdict>;
  readonly ping: () => Promise<void>;
};

/** It isn't there, or says something else than what was found: nothing is known of the file. */
export class AntivirusFault extends Error {}

/** A scan of some megabytes takes milliseconds; a clamd that reloads its signatures some seconds. */
const PATIENCE_MS = 60_000;
const CLAMD_PORT = 3310;

/** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`. Neither password nor TLS: clamd has none. */
export function connectClamd(url: URL): Antivirus {
  const target: NetConnectOpts =
    url.protocol === 'unix:'
      ? { path: decodeURIComponent(url.pathname) }
      : { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || CLAMD_PORT) };
  return {
    scan: async (content) => readVerdict(await ask(target, instream(content))),
    ping: async () => {
      const reply = await ask(target, Readable.from([Buffer.from('zPING\0')]));
      if (reply !== 'PONG') throw new AntivirusFault(`clamd answered ${shown(reply)}`);
    },
  };
}

function readVerdict(reply: string): ScanVerdict {
  if (reply === 'stream: OK') return { found: 'clean' };
  const name = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (name === undefined) throw new AntivirusFault(`clamd answered ${shown(reply)}`);
  return { found: 'infected', name: shown(name) };
}

function shown(reply: string): string {
  return reply.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}

/** clamd(8), INSTREAM: chunks, each after its length in four bytes, the last of length zero. */
function instream(content: AsyncIterable<Buffer>): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from('zINSTREAM\0');
      for await (const chunk of content) yield* [lengthOf(chunk.length), chunk];
      yield lengthOf(0);
    })(),
  );
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** One question on a line of its own; the answer may come before all was said, as when a file is too large for it. */
async function ask(target: NetConnectOpts, question: Readable): Promise<string> {
  const socket = connect(target);
  const answer = replyOf(socket);
  const said = say(socket, question);
  try {
    return await Promise.race([answer, said.then(() => answer)]);
  } finally {
    socket.destroy();
    question.destroy();
    await Promise.allSettled([answer, said]);
  }
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd says nothing')));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
    });
    socket.on('error', (cause) => reject(new AntivirusFault(`clamd: ${cause.message}`, { cause })));
    socket.on('close', () => reject(new AntivirusFault('clamd hung up')));
  });
}

async function say(socket: Socket, question: AsyncIterable<Buffer>): Promise<void> {
  for await (const part of question) {
    if (socket.destroyed) return;
    if (!socket.write(part)) await drained(socket);
  }
}

/** Room for more, or nobody there any more: which `replyOf` tells. */
async function drained(socket: Socket): Promise<void> {
  const over = new AbortController();
  const events = ['drain', 'close'].map((name) => once(socket, name, { signal: over.signal }));
  await Promise.race(events).catch(() => undefined);
  over.abort();
}

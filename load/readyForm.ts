import { randomUUID } from 'node:crypto';
import { type Agent, request } from 'node:http';

/**
 * A form as it leaves a browser, but for its key, which is written into it each time: sending it computes next to nothing. Forms of one file
 * share its bytes.
 */
export type ReadyForm = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly before: Buffer;
  readonly file: Buffer;
  readonly after: Buffer;
  /** Where its key stands; −1: it has none. */
  readonly key: number;
};

/** `body`: its file comes last, and says its name alone. `sender`: the headers that say who sends it. */
export function readyForm(
  path: string,
  body: FormData,
  file: Buffer,
  sender: Readonly<Record<string, string>> = {},
): ReadyForm {
  const boundary = `----${randomUUID()}`;
  const parts = [...body].map(([name, value]) => {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`;
    return typeof value === 'string'
      ? `${head}\r\n\r\n${value}\r\n`
      : `${head}; filename="${value.name}"\r\ncontent-type: ${value.type || 'application/octet-stream'}\r\n\r\n`;
  });
  const [before, after] = [Buffer.from(parts.join('')), Buffer.from(`\r\n--${boundary}--\r\n`)];
  const key = String(body.get('cle') ?? '');
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': before.length + file.length + after.length,
    'accept-encoding': 'identity',
    ...sender,
  };
  return { path, headers, before, file, after, key: key === '' ? -1 : before.indexOf(key) };
}

export type Answered = { readonly status: number; readonly location: string; readonly text: string };

/** Sends it as another deposit than before: with a key of its own. */
export function sendReady(
  { path, headers, before, file, after, key }: ReadyForm,
  base: string,
  agent: Agent,
): Promise<Answered> {
  if (key !== -1) before.write(randomUUID(), key);
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, base), { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      const { location = '' } = answer.headers;
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, location, text }));
    });
    asked.once('error', reject);
    for (const part of [before, file]) asked.write(part);
    asked.end(after);
  });
}

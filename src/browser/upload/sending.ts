import { listOf, nameOf } from '../photo/advise.ts';
import { fingerprint } from './fingerprint.ts';
import type { ServerLine } from './line.ts';
import { send, type UploadFollower, type UploadOrder, type UploadOutcome } from './send.ts';
import { words } from './words.ts';

/** A form whose files go in parts, and where its progress is said. */
export type SentForm = {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly button: HTMLButtonElement;
  /** A live region of the page. */
  readonly message: HTMLElement;
  /** Says a fault where the server's would stand. */
  readonly fault: (why: string) => void;
  /** Shows where the last file led; `alone`: nothing else of this page is on its way. */
  readonly arrived: (to: string, alone: boolean) => Promise<void>;
  /** Sends the form whole: its own answer says why it is not taken. */
  readonly whole: () => Promise<void>;
};

/** The forms of a candidate's pieces, and of the pages of one: what is sent there may go in parts. */
const PIECE = /^(\/candidatures\/[^/]+\/justificatifs\/[^/]+|\/telephone\/[^/]+\/[^/]+)(\/feuilles)?$/;
/** Sendings of this page. */
let running = 0;
/** Their uploads, by id: on their way, whatever the server calls interrupted. */
export const underWay = new Set<string>();
/** Files of several, of which those before are here. */
const rests = new Set<string>();

/** Can what this form sends go in parts? Otherwise it goes as ever. */
export function goesInParts(form: HTMLFormElement): boolean {
  return PIECE.test(new URL(form.action).pathname);
}

/** Sends what was chosen, file after file; gives how it ended, null where its owner gave it up. */
export async function sendInParts(sent: SentForm): Promise<UploadOutcome['is'] | null> {
  const { form, input, message } = sent;
  const files = [...(input.files ?? [])];
  const [, at = '', sheets] = PIECE.exec(new URL(form.action).pathname) ?? [];
  // What is left of several stays one of several.
  const prepare = sheets !== undefined || files.length > 1 || files.some((file) => rests.has(nameOf(file)));
  const data = new FormData(form);
  const shown = show(sent);
  let last: UploadOutcome = { is: 'plain', why: '' };
  let done = 0;
  running += 1;
  try {
    for (const file of files) {
      const order: UploadOrder = {
        at: `${at}/envois`,
        token: String(data.get('jeton')),
        file,
        sha256: await fingerprint(file),
        prepare,
        also: data.getAll('aussi').map(String),
        replaces: data.getAll('remplace').map(String),
      };
      last = await send(order, shown.told(file), line, shown.signal);
      if (last.is !== 'done') break;
      done += 1;
    }
  } catch {
    if (shown.signal.aborted) {
      message.textContent = words.cancelled;
      return null;
    }
    // A file that can't be read here any more, as one that was moved meanwhile: the form says so.
    last = { is: 'plain', why: words.gone };
  } finally {
    running -= 1;
    shown.end();
  }
  if (done > 0 && last.is !== 'done') {
    // Those before it are here: they aren't sent again.
    const left = files.slice(done);
    for (const file of left) rests.add(nameOf(file));
    input.files = listOf(left);
    if (last.is === 'plain') last = { is: 'refused', why: last.why };
  }
  await conclude(sent, last);
  return last.is;
}

async function conclude(sent: SentForm, outcome: UploadOutcome): Promise<void> {
  const { form, button, message, fault, arrived, whole } = sent;
  message.textContent = '';
  switch (outcome.is) {
    case 'done':
      message.textContent = words.done;
      return arrived(outcome.to, running === 0);
    case 'refused':
      fault(outcome.why);
      return;
    case 'plain':
      return whole();
    case 'signed-out':
      fault(words.signedOut);
      return;
    case 'gone':
      fault(words.gone);
      return;
    case 'gave-up':
    case 'unread': {
      message.textContent = outcome.is === 'unread' ? words.unread : words.gaveUp;
      const again = made('button', words.retry);
      again.type = 'button';
      again.className = 'button secondary';
      again.addEventListener('click', () => form.requestSubmit(button));
      message.append(' ', again);
    }
  }
}

const line: ServerLine = {
  fetch: (address, asked) => fetch(address, asked),
  pause: (ms) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        window.removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      window.addEventListener('online', done);
    }),
};

type Shown = { readonly told: (file: File) => UploadFollower; readonly signal: AbortSignal; readonly end: () => void };

/** The bar, its figure and the button that gives up; `end` takes them away. */
function show({ form, message }: SentForm): Shown {
  const controller = new AbortController();
  const room = document.createElement('div');
  room.className = 'sending';
  const bar = made('progress', '');
  bar.setAttribute('aria-label', words.bar);
  bar.max = 100;
  const figure = made('span', '');
  const cancel = made('button', words.cancel);
  cancel.type = 'button';
  cancel.className = 'button row';
  let address: string | null = null;
  cancel.addEventListener('click', () => {
    controller.abort();
    if (address === null) return;
    const token = new URLSearchParams({ jeton: String(new FormData(form).get('jeton')) });
    void fetch(`${address}/abandonner`, { method: 'POST', body: token, redirect: 'manual', keepalive: true }).catch(
      () => undefined,
    );
  });
  room.append(bar, figure, cancel);
  message.textContent = words.sending;
  message.after(room);
  const end = (): void => {
    room.remove();
    if (address !== null) underWay.delete(idIn(address));
  };
  const told = (file: File): UploadFollower => {
    let isHalf = false;
    let isCut = false;
    const percentOf = (received: number): number => Math.floor((100 * received) / file.size);
    return {
      begun: (at) => {
        address = at;
        underWay.add(idIn(at));
      },
      progress: (received) => {
        const percent = percentOf(received);
        bar.value = percent;
        figure.textContent = words.progress(percent);
        if (isCut) message.textContent = words.resumed(percent);
        else if (percent >= 50 && !isHalf && received < file.size) message.textContent = words.half;
        if (percent >= 50) isHalf = true;
        isCut = false;
      },
      resumed: (received) => {
        message.textContent = words.resumed(percentOf(received));
      },
      cut: () => {
        if (!isCut) message.textContent = words.cut;
        isCut = true;
      },
      reading: () => {
        message.textContent = words.reading;
        // What is being deposited can't be held back any more.
        cancel.remove();
      },
      waiting: (whole) => {
        const said = whole ? words.waiting : words.later;
        if (message.textContent !== said) message.textContent = said;
      },
    };
  };
  return { told, signal: controller.signal, end };
}

const idIn = (address: string): string => address.slice(address.lastIndexOf('/') + 1);

function made<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** The browser's half of decision 090: a file goes in parts, each acknowledged, and goes on by itself where it was cut. */
import { askServer, isBusy, isSignIn, type LineAnswer, type ServerLine } from './line.ts';

export type UploadOrder = {
  /** Address of the uploads of one piece. */
  readonly at: string;
  readonly token: string;
  readonly file: File;
  /** Of the whole, in hexadecimal; null where the browser doesn't compute it. */
  readonly sha256: string | null;
  /** It is one of several that become one document. */
  readonly prepare: boolean;
  /** The other pieces that it is given for too, as many as were ticked: the server says which it may. */
  readonly also: readonly string[];
  /** As ticked: it takes the place of what was refused. */
  readonly replaces: readonly string[];
};

export type UploadFollower = {
  /** The address of this upload, once there is one. */
  readonly begun: (address: string) => void;
  readonly progress: (received: number) => void;
  /** It was begun before, and goes on from here. */
  readonly resumed: (received: number) => void;
  readonly cut: () => void;
  readonly reading: () => void;
  /** The server can't take what was sent just now, and says when to ask again. `whole`: all of it is there and kept, and only has to be read. */
  readonly waiting: (whole: boolean) => void;
};

/** `plain`: leave it to the form, which says why; `gave-up`: the line doesn't come back; `unread`: it is there, and the server couldn't read it yet. */
export type UploadOutcome =
  | { readonly is: 'done'; readonly to: string }
  | { readonly is: 'refused' | 'plain'; readonly why: string }
  | { readonly is: 'gave-up' | 'signed-out' | 'gone' | 'unread' };

/** Bytes of a part: it begins small, doubles while the line is quick, halves where it was cut. */
const PART = { least: 64 * 1024, first: 128 * 1024, most: 1024 * 1024 } as const;
const QUICK_MS = 1_500;
/** Of one part, and of reading the whole, which may wait for others: a line that says nothing for so long is cut. */
const [PART_MS, READING_MS] = [60_000, 240_000];
/** Pauses after cuts in a row: some five minutes in all. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000, ...Array.from({ length: 19 }, () => 15_000)];

/** Sends a file; throws only what `signal` says. */
export async function send(
  order: UploadOrder,
  told: UploadFollower,
  line: ServerLine,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  const { file, sha256, also } = order;
  const post = patientPost(order, told, line, signal);
  const announced = { nom: file.name, taille: String(file.size), empreinte: sha256 ?? '' };
  const begun = await post('', () => announced, PART_MS);
  if (begun === null) return { is: 'gave-up' };
  if (isSignIn(begun)) return { is: 'signed-out' };
  const { id } = begun.said;
  const from = receivedIn(begun);
  if (typeof id !== 'string' || from === null) return { is: 'plain', why: whyIn(begun) };
  told.begun(`${order.at}/${id}`);
  if (from > 0) told.resumed(from);
  const stopped = await sendParts(
    order,
    told,
    (fields, cut) => post(`/${id}`, fields, PART_MS, cut),
    from,
    () => askServer(line, `${order.at}/${id}`, null, PART_MS, signal),
  );
  if (stopped !== null) return stopped;
  told.reading();
  const fields = { preparer: order.prepare ? 'oui' : 'non', aussi: also, remplace: order.replaces };
  const finished = await post(`/${id}/terminer`, () => fields, READING_MS);
  if (finished === null) return { is: 'gave-up' };
  return isBusy(finished) ? { is: 'unread' } : outcomeOf(finished);
}

type Fields = Readonly<Record<string, string | Blob | readonly string[]>>;
type Post = (fields: () => Fields, onCut: () => Promise<void>) => Promise<LineAnswer | null>;

/** Part after part; null: all of it is there. */
async function sendParts(
  { file }: UploadOrder,
  told: UploadFollower,
  post: Post,
  from: number,
  whereAmI: () => Promise<LineAnswer | null>,
): Promise<UploadOutcome | null> {
  let [received, size] = [from, PART.first];
  // What was sent when the line was cut may have come: then the server says that the part is misplaced, and where to go on.
  const onCut = async (): Promise<void> => {
    size = Math.max(PART.least, size / 2);
    received = receivedIn((await whereAmI()) ?? NOTHING) ?? received;
  };
  while (received < file.size) {
    told.progress(received);
    const began = performance.now();
    const answer = await post(
      () => ({ debut: String(received), fichier: file.slice(received, received + size) }),
      onCut,
    );
    if (answer === null) return { is: 'gave-up' };
    const now = receivedIn(answer);
    if (now === null) return outcomeOf(answer);
    if (answer.status === 200 && performance.now() - began < QUICK_MS) size = Math.min(PART.most, size * 2);
    received = now;
  }
  told.progress(received);
  return null;
}

const NOTHING: LineAnswer = { status: 0, said: {}, waits: 0 };

function outcomeOf(answer: LineAnswer): UploadOutcome {
  const { to } = answer.said;
  if (answer.status === 200 && typeof to === 'string') return { is: 'done', to };
  if (isSignIn(answer)) return { is: 'signed-out' };
  return answer.status === 404 ? { is: 'gone' } : { is: 'refused', why: whyIn(answer) };
}

function whyIn({ said: { title } }: LineAnswer): string {
  return typeof title === 'string' ? title : '';
}

/** Posts until it is answered, with a pause after each cut or as long as the server asks; null: nobody answers any more. */
function patientPost({ at, token }: UploadOrder, told: UploadFollower, line: ServerLine, signal: AbortSignal) {
  return async (
    path: string,
    fields: () => Fields,
    patience: number,
    onCut: () => Promise<void> = async () => undefined,
  ): Promise<LineAnswer | null> => {
    for (const pause of [...PAUSES_MS, null]) {
      const answer = await askServer(line, at + path, bodyOf({ jeton: token, ...fields() }), patience, signal);
      if (answer !== null && (!isBusy(answer) || (pause === null && isKept(answer)))) return answer;
      if (answer === null) told.cut();
      else if (isKept(answer)) told.waiting(path.endsWith('/terminer'));
      if (pause === null) break;
      await line.pause(Math.max(pause, answer?.waits ?? 0));
      if (answer === null) await onCut();
    }
    return null;
  };
}

/** It says that what arrived is kept. */
function isKept({ status, said }: LineAnswer): boolean {
  return status === 503 && said.title !== undefined;
}

/** A form as any other: with a file, it is one of several parts. */
function bodyOf(fields: Fields): BodyInit {
  const form = new FormData();
  const plain = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.set(name, value, 'morceau');
    else
      for (const one of [value].flat()) {
        form.append(name, one);
        plain.append(name, one);
      }
  }
  return 'fichier' in fields ? form : plain;
}

function receivedIn({ said: { received } }: LineAnswer): number | null {
  return typeof received === 'number' ? received : null;
}

import { setTimeout as sleep } from 'node:timers/promises';

/** One person's browser without a window: keeps cookies, fills forms as they are shown, follows nothing by itself. */
export type Visitor = {
  readonly get: (path: string) => Promise<Seen>;
  /** Fetches the page, then sends its form with these fields. */
  readonly fill: (path: string, fields: Readonly<Record<string, string>>) => Promise<Seen>;
  /** Sends a form as it is, with the cookies. */
  readonly post: (path: string, fields: Readonly<Record<string, string>> | URLSearchParams) => Promise<Seen>;
  /** Sends a file by the form of this page, with the hidden fields first, as browsers do. */
  readonly deposit: (
    path: string,
    file: Buffer,
    name: string,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Seen>;
  /** The form that `deposit` sends, to send it as often as one likes. */
  readonly depositForm: (
    path: string,
    file: Buffer,
    name: string,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<DepositForm>;
  readonly send: (form: DepositForm) => Promise<Seen>;
  readonly cookies: () => string;
  /** Asks once, as a script of its page would, and keeps what cookies come. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** The same person, who takes « not now » for an answer. */
  readonly hasty: Pick<Visitor, 'get' | 'post'>;
  /** A file, as it is. Errors: any answer but the file. */
  readonly download: (path: string) => Promise<Buffer>;
};

export type DepositForm = { readonly action: string; readonly body: FormData };

export type Seen = { readonly status: number; readonly html: string; readonly location: string };

export const DEMONSTRATION_PASSWORD = 'Volcan.Puy-1465';

/** What a busy machine does to a server says nothing of us: « not now » is asked again, as its page tells people to. */
const LONGEST_WAIT_MS = 60_000;

export function createVisitor(url: string, ip = '127.0.0.1'): Visitor {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const once: Visitor['fetch'] = async (path, init = {}) => {
    // Packing and unpacking in one machine says nothing: browsers and `pageWeights` ask for it.
    const plain = { 'accept-encoding': 'identity' };
    const headers = { cookie: cookies(), 'x-forwarded-for': ip, ...plain, ...(init.headers as Record<string, string>) };
    const answer = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie())
      jar.set(line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';')));
    return answer;
  };
  const ask = async (path: string, init: RequestInit = {}, wait = LONGEST_WAIT_MS): Promise<Seen> => {
    const until = Date.now() + wait;
    let answer = await once(path, init);
    while (answer.status === 503 && Date.now() < until) {
      await answer.body?.cancel();
      await sleep(500);
      answer = await once(path, init);
    }
    return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? '' };
  };
  const posting =
    (wait: number): Visitor['post'] =>
    (path, fields) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }, wait);
  const post = posting(LONGEST_WAIT_MS);
  const depositForm: Visitor['depositForm'] = async (path, file, name, fields = {}) =>
    depositFormIn((await ask(path)).html, path, file, name, fields);
  const send = ({ action, body }: DepositForm): Promise<Seen> => ask(action, { method: 'POST', body });
  return {
    cookies,
    fetch: once,
    hasty: { get: (path) => ask(path, {}, 0), post: posting(0) },
    get: (path) => ask(path),
    download: async (path) => {
      const answer = await fetch(new URL(path, url), { redirect: 'manual', headers: { cookie: cookies() } });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    },
    post,
    fill: async (path, fields) => {
      const { html } = await ask(path);
      return post(path, { ...hiddenFields(mainOf(html)), ...fields });
    },
    depositForm,
    send,
    deposit: async (path, file, name, fields) => send(await depositForm(path, file, name, fields)),
  };
}

/** The form of this page that takes a file, filled. */
export function depositFormIn(
  html: string,
  path: string,
  file: Buffer,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): DepositForm {
  const body = new FormData();
  const shown = [...html.matchAll(/<form[^>]*multipart\/form-data[^>]*>.*?<\/form>/gs)].at(0)?.[0] ?? '';
  for (const [field, value] of Object.entries({ ...hiddenFields(shown), ...fields })) body.append(field, value);
  const fileField = /<input[^>]*type="file"[^>]*name="([^"]*)"/.exec(shown)?.[1] ?? 'file';
  body.append(fileField, new Blob([new Uint8Array(file)]), name);
  return { action: /action="([^"]*)"/.exec(shown)?.[1] ?? path, body };
}

/** The hidden fields of the forms in a piece of HTML; of twins the first. */
export function hiddenFields(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? '';
    fields[name] ??= /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  return fields;
}

/** Until the files that they gave are read: nobody decides on them before. */
export async function untilRead(
  { get }: { readonly get: (path: string) => Promise<Pick<Seen, 'html'>> },
  hub: string,
): Promise<void> {
  while (JSON.parse((await get(`${hub}/justificatifs/lecture`)).html).state !== '0') await sleep(200);
}

export function mainOf(html: string): string {
  return /<main.*<\/main>/s.exec(html)?.[0] ?? html;
}

export async function signIn(visitor: Visitor, address: string, password: string): Promise<void> {
  const asked = await visitor.get('/connexion');
  // Who has just followed the mail of their account is in, and led on.
  if (asked.status === 303) return;
  const { status } = await visitor.post('/connexion', { ...hiddenFields(mainOf(asked.html)), address, password });
  if (status !== 303) throw new Error(`Signing in as ${address}: ${status}`);
}

/** One of the demonstration's people, by the first part of their address. */
export async function enterAs(url: string, name: string): Promise<Visitor> {
  const visitor = createVisitor(url);
  await signIn(visitor, `${name}@demo.registre.fr`, DEMONSTRATION_PASSWORD);
  return visitor;
}

/** The account form as somebody of these names fills it. */
export function accountForm(
  address: string,
  names: { readonly birthName: string; readonly firstNames: string },
  password = DEMONSTRATION_PASSWORD,
): Readonly<Record<string, string>> {
  return {
    civility: 'MME',
    ...names,
    birthNameAgain: names.birthName,
    birthDate: '30/05/1995',
    birthDateAgain: '30/05/1995',
    birthCountry: 'FR',
    address,
    addressAgain: address,
    password,
    passwordAgain: password,
  };
}

/** An enrolment of the session, begun and filled to the summary: its address. */
export async function fillDraft(
  visitor: Visitor,
  session: string,
  steps: Readonly<Record<string, Readonly<Record<string, string>>>> = COIFFURE,
): Promise<string> {
  const begun = await visitor.fill('/candidatures/nouvelle', { session });
  const draft = begun.location.replace('/identification', '');
  for (const [step, answers] of Object.entries(steps)) {
    const saved = await visitor.fill(`${draft}/${step}`, answers);
    if (saved.status !== 303) throw new Error(`${step}: ${saved.status} ${mainOf(saved.html)}`);
  }
  return draft;
}

/** A distance learner of Coiffure who keeps nothing. */
export const COIFFURE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identification: {
    postcode: '63000',
    city: 'Clermont-Ferrand',
    address: '3 rue des Puys',
    phone: '0612345678',
    frenchNational: 'oui',
    category: '5',
  },
  informations: {
    category: 'distance-learner',
    distanceBody: 'CNED',
    trainingHours: '480',
    diploma: 'none',
    employer1: 'Salon',
    job1: 'Coiffeuse',
    from1: '01/09/2012',
    handicap: 'non',
  },
  qualification: { speciality: '45033608', form: 'GLOBAL', formFinal: 'oui' },
  acquis: { notes: 'non' },
  epreuves: { 'option-E3-option': 'U30A' },
};

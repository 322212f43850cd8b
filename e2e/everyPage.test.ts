import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepAll } from '../load/keep.ts';
import { turnOf } from '../src/testing/turn.ts';
import { decideAccommodations, giveDocument } from './support/accommodations.ts';
import { axeComplaints, hasNewShapes, lookedAtNothing } from './support/axe.ts';
import { newPage, openBrowser, signInOn } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { conveneOne, openCheckin, summonAll } from './support/exam.ts';
import { complaintsAtEveryWidth, layoutComplaints, WIDTHS } from './support/layout.ts';
import { LONG_ANSWERS, LONG_MAIL, LONG_NAMES } from './support/longValues.ts';
import type { Registre } from './support/registre.ts';
import { startSite } from './support/site.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  signIn,
  type Visitor,
} from './support/visitor.ts';

/**
 * Every page that links lead to, for each role, as a browser shows it, with the longest values that our fields take: it exists, holds and
 * cuts nothing on a phone, on paper, with a reader's own spacing, with text twice as large and at one more width (`npm run widths`: at each),
 * has nothing to say against it in axe's eyes (light, dark; once for each form of page and of element), no script or style refused by the
 * policy, and no hole where a word should be. `npm test` draws a sixth of them, another after each commit, and reads the others as they are
 * sent; `npm run pages` draws all.
 */
let registre: Registre;
let browser: Browser;
let registered: string;
let summoned: string;
const looked = lookedAtNothing();
const paths = new Set<string>();
/** Which of so many parts, by `npm test`; none where all are drawn. */
const PARTS = 6;
const turn = turnOf(PARTS);
/** `npm run widths`: each page at each width, and nothing else looked at. */
const BY_WIDTH = process.env.REGISTRE_WIDTHS === 'all';
const measured = { pages: 0, faults: 0 };

beforeAll(async () => {
  registre = await startSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
  browser = await openBrowser();
  const candidate = createVisitor(registre.url);
  expect((await candidate.fill('/compte/creer', accountForm(LONG_MAIL, LONG_NAMES))).status).toBe(303);
  const mail = /\/demo\/courrier\/[\w-]+/.exec((await candidate.get('/demo/courrier')).html)?.[0] ?? 'no mail';
  const link = /\/compte\/activer\?jeton=[\w-]+/.exec((await candidate.get(mail)).html)?.[0] ?? 'no link';
  // Who typed the password a moment ago is in once the mail is followed.
  expect((await candidate.fill(link, {})).status).toBe(303);
  registered = await fillDraft(candidate, 'bp-2024-clermont', LONG_ANSWERS);
  expect((await candidate.fill(`${registered}/recapitulatif`, { sousReserve: 'oui' })).status).toBe(303);
  for (const code of ['CINSIG01', 'DOMICIL', 'DCSTID01']) {
    const name = `${'un-nom-de-fichier-sans-espace-que-donne-un-appareil-photo-'.repeat(2)}${code}.pdf`;
    const given = await candidate.deposit(`${registered}/justificatifs/${code}`, makePdf(code), name);
    expect(given.status).toBe(303);
  }
  const service = createVisitor(registre.url);
  await signIn(service, 'accommodation@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await decideAccommodations(candidate, service, registered, 'Une-très-longue-explication-sans-espace-'.repeat(9));
  summoned = await waitingRequest(service);
  const message = `Où en est ${'monjustificatifsansaucuneespace'.repeat(8)}\u00a0?\n\nMerci.`;
  expect((await candidate.fill(`${registered}/messages?piece=DOMICIL`, { message })).status).toBe(303);
  const head = createVisitor(registre.url);
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await summonAll(head);
  await conveneOne(head);
  const edition = '/gestion/editions?session=bp-2024-clermont&document=confirmation';
  expect((await head.fill(edition, {})).location).toMatch(/^\/gestion\/editions\//);
  await oneJury(head);
  const draft = async (title: string, change: (text: string) => string): Promise<string> => {
    const { location } = await head.fill('/gestion/regles', { title });
    const address = location.replace(/\?.*$/, '');
    const text = change('# Une remarque\n- code: essai\n');
    const file = `${address}/fichiers/editer?fichier=exams/bp/cases/essai.yaml`;
    expect((await head.fill(file, { text })).status).toBe(303);
    return address;
  };
  await draft('Un brouillon qui a des fautes', (text) => text);
  const sound = await draft('Un brouillon à relire', () => FAILING_CASE);
  const { html } = await head.get(sound);
  const submitted = await head.post(`${sound}/soumettre`, { ...hiddenFields(html), purpose: 'Un cas de plus.' });
  expect(submitted.location).toContain('soumis');
});
afterAll(async () => {
  await browser?.close();
  await registre?.stop();
  if (!BY_WIDTH || measured.pages === 0) return;
  const figures = [
    { what: 'pages', value: measured.pages, unit: '' },
    { what: 'widths of each, in up to three dresses, and on paper', value: WIDTHS.length, unit: '' },
    { what: 'faults', value: measured.faults, unit: '', most: 0 },
  ];
  for (const { what, value } of figures) process.stdout.write(`${what}: ${value}\n`);
  if (process.env.KEEP_MEASURES === '1') keepAll('widths', figures);
});

async function onTheDay(): Promise<void> {
  const [head, admin] = [createVisitor(registre.url), createVisitor(registre.url)];
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await signIn(admin, 'admin@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await openCheckin(head, admin);
}

/** A jury of the candidate's speciality, with a member who reads its pages. */
async function oneJury(head: Visitor): Promise<void> {
  const list = '/gestion/deliberation?session=bp-2024-clermont';
  const words = { session: 'bp-2024-clermont', nom: 'Jury-'.repeat(20), jour: '01/07/2024', specialites: '45033608' };
  const opened = await head.post('/gestion/deliberation/jurys', {
    ...hiddenFields((await head.get(list)).html),
    ...words,
  });
  const jury = opened.location.replace(/\?.*/, '');
  const { html } = await head.get(jury);
  const compte = /<option value="([^"]+)"[^>]*>Pascale Fontanges/.exec(html)?.[1] ?? '';
  const member = { qualite: 'president', membre: 'Unnomsansaucuneespace'.repeat(5), fonction: 'IEN', compte };
  expect((await head.post(`${jury}/membres`, { ...hiddenFields(html), ...member })).location).toContain('membre');
}

/** Another candidate's request, to which the service has all its acts to do. */
async function waitingRequest(service: Visitor): Promise<string> {
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const enrolment = await fillDraft(camille, 'bp-2024-clermont');
  expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  const at = `${enrolment}/amenagement`;
  for (const name of ['un-nom-de-fichier-sans-espace-', 'un-autre-nom-sans-espace-'])
    await giveDocument(camille, at, `${name.repeat(4)}.pdf`);
  const { html } = await camille.get(at);
  const asked = { ...hiddenFields(html), measures: 'helper', words: 'Un mot-'.repeat(60), acte: 'envoyer' };
  expect((await camille.post(at, asked)).location).toContain('envoyee');
  const waiting = enrolment.replace('/candidatures', '/gestion/amenagements');
  expect((await service.get(waiting)).status).toBe(200);
  return enrolment;
}

const FAILING_CASE = `- code: essai
  title: Un cas qui échoue
  asks: average
  question: { session: bp-2024-clermont, speciality: '45033608', form: GLOBAL, units: [] }
  expect: { outcome: PASSED }
`;

const STEPS = [...Object.keys(COIFFURE), 'recapitulatif', 'amenagement', 'retrait', 'convocation'].map(
  (step) => `*/${step}`,
);
/** What names one thing among its kind: one page of each kind is enough. */
const LOOSE =
  /(?<=\/(?:textes|pieces|cas|academies|departements|installation|examens|sessions|publications|reglements|unites)\/)(?!nouve|copier)[\w.%-]+|[0-9a-f]{8}-[0-9a-f-]{27}|\b\d{5,}\b|\b[A-Z0-9]{6,8}\b(?=$|[/?])/g;
/** The path of an address, and each parameter that it gives to it: what a page shows for two it shows for one and the other. */
function formOf(address: string): readonly string[] {
  const [path = '', query = ''] = address.replace(LOOSE, ':id').split('?');
  return [path, ...[...new URLSearchParams(query).keys()].map((name) => `${path}?${name}`)];
}

it.each([
  ['a visitor', null, ['/', '/demo'], /./, 50],
  ['a candidate', LONG_MAIL, ['/candidatures', ...STEPS], /^\/(candidatures|compte)/, 20],
  ['an officer', 'officer.g2@demo.registre.fr', ['/gestion'], /^\/gestion/, 8],
  ['the head of the office', 'head@demo.registre.fr', ['/gestion'], /^\/gestion/, 30],
  ['a member of a jury', 'jury@demo.registre.fr', ['/gestion'], /^\/gestion/, 5],
  ['who decides on accommodations', 'accommodation@demo.registre.fr', ['/gestion'], /^\/gestion/, 6],
  [
    'an administrator',
    'admin@demo.registre.fr',
    ['/gestion'],
    /^\/(gestion(?!\/regles\/brouillons\/[^/]+\/(?!relire))|compte)/,
    11,
  ],
  ['who is summoned', 'camille@demo.registre.fr', ['/candidatures', '+/convocation'], /\/convocation$/, 1],
  ['who examines', 'examiner@demo.registre.fr', ['/commission'], /^\/commission/, 3],
  // Last: its day moves the clock of all.
  ['who checks in', 'centre@demo.registre.fr', ['/centre'], /^\/centre/, 2],
] as const)(
  'every page that %s can reach is there, whole and accessible',
  async (_, address, starts, area, least) => {
    const page = await newPage(browser, { viewport: { width: 320, height: 800 }, reducedMotion: 'reduce' });
    const complaints: string[] = [];
    page.on('console', (line) => line.type() === 'error' && complaints.push(`${page.url()} ${line.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
    if (address !== null) {
      await signInOn(page, registre.url, address);
      await page.waitForURL(new RegExp(`${starts[0]}$`));
    }
    const seen = new Set<string>();
    const visited: string[] = [];
    const left = starts.map((start) => start.replace('*', registered).replace('+', summoned));
    if (address === 'centre@demo.registre.fr') await onTheDay();
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      if (!area.test(next) || formOf(next).every((part) => seen.has(part))) continue;
      for (const part of formOf(next)) seen.add(part);
      visited.push(next);
      const drawn = hasItsTurn(next);
      const shown = await (drawn ? draw : read)(page, next);
      const found = [...complaintsAbout(shown, next), ...(drawn ? await complaintsOfEyes(page, next) : [])];
      complaints.push(...found.map((complaint) => `${next} ${complaint}`));
      // A mail's links are its reader's, whoever looks at it here; those of an invented page are nobody's.
      if (!/^\/demo\/(courrier|galerie\/pages)\//.test(next)) left.push(...leadingOn(shown.links));
    }
    expect(complaints).toEqual([]);
    expect(visited.length, visited.join('\n')).toBeGreaterThanOrEqual(least);
    await page.context().close();
  },
  BY_WIDTH ? 3_600_000 : 600_000,
);

it('axe sees faults that are there, in the light and in the dark', async () => {
  const page = await newPage(browser);
  await page.setContent(
    '<html lang="fr"><title>Essai</title><style>@media (prefers-color-scheme: dark) { p { color: #ddd } }</style><main><h1>Essai</h1><img src="/x.png"><p>Blanc</p></main>',
  );
  const complaints = await axeComplaints(page);
  expect(complaints.map((complaint) => complaint.split(':')[0])).toEqual(['light image-alt', 'dark color-contrast']);
  await page.context().close();
});

it('a table that is moved sideways takes the focus and has a name, or is complained of', async () => {
  const page = await newPage(browser);
  const wide = (attributes: string): string =>
    `<div style="overflow-x: auto" ${attributes}><p style="width: 3000px">Large</p></div>`;
  await page.setContent(`${wide('')}${wide('tabindex="0"')}${wide('tabindex="0" role="region" aria-label="Large"')}`);
  const complaints = (await layoutComplaints(page)).filter((one) => one.includes('reach'));
  expect(complaints.filter((one) => one.endsWith(' at 820 px'))).toHaveLength(2);
  await page.context().close();
});

it('the first page weighs at most 15 kB as browsers receive it, styles, scripts and icon included', async () => {
  const page = await newPage(browser);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const answer = await page.goto(registre.url, { waitUntil: 'networkidle' });
  expect(answer?.headers()['content-security-policy']).not.toContain('unsafe');
  expect(bytes).toBeGreaterThan(3_000);
  expect(bytes).toBeLessThan(15_000);
  await page.context().close();
});

function hasItsTurn(address: string): boolean {
  return turn === null || numberOf(address) % PARTS === turn;
}

/** One of all widths for each page, another at each of its turns. */
function widthOf(address: string): number {
  return (
    WIDTHS[(Math.floor(numberOf(address) / PARTS) + Number(process.env.REGISTRE_TURN ?? 0)) % WIDTHS.length] ?? 820
  );
}

function numberOf(address: string): number {
  const [path = ''] = formOf(address);
  return createHash('sha256').update(path).digest().readUInt16BE();
}

/** A page, however it was come by; `links` from it, as they are written, but to downloads. */
type Shown = {
  readonly status: number;
  readonly headings: number;
  readonly title: string;
  readonly words: string;
  readonly links: readonly string[];
};

/** Asked as a script: a locator costs the browser a hundred times as much. */
async function draw(page: Page, address: string): Promise<Shown> {
  const answer = await page.goto(new URL(address, registre.url).href);
  const shown = await page.evaluate(async () => {
    await document.fonts.ready;
    // A page that a script draws again has no title for a moment.
    for (const until = Date.now() + 10_000; document.querySelector('h1') === null && Date.now() < until; )
      await new Promise(requestAnimationFrame);
    return {
      headings: document.querySelectorAll('h1').length,
      words: document.body.innerText,
      title: document.title,
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]:not([download])')].map(({ href }) => href),
    };
  });
  return { status: answer?.status() ?? 0, ...shown };
}

/** As it is sent to the same person, nothing drawn: a twentieth of what it costs. */
async function read(page: Page, address: string): Promise<Shown> {
  const answer = await page.request.get(new URL(address, registre.url).href);
  const html = (await answer.text()).replaceAll(/<(script|style|template)\b.*?<\/\1>/gs, '');
  const links = (html.match(/<a\b[^>]*>/g) ?? []).filter((tag) => !/\sdownload\b/.test(tag));
  return {
    status: answer.status(),
    headings: html.match(/<h1\b/g)?.length ?? 0,
    title: /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '',
    words: html.replaceAll(/<[^>]*>/g, ' '),
    links: links.map((tag) => /\shref="(\/[^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '').filter(Boolean),
  };
}

/** Those that lead to another page. */
function leadingOn(links: readonly string[]): readonly string[] {
  return [...new Set(links)]
    .map((href) => new URL(href, registre.url))
    .filter(({ pathname }) => !/\/(pdf|fichiers|etiquettes)(\/|$)|\.ics$/.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}

function complaintsAbout({ status, headings, title, words }: Shown, address: string): readonly string[] {
  const complaints: string[] = [];
  if (status !== 200) complaints.push(`${status}`);
  if (headings !== 1) complaints.push(`${headings} h1`);
  if (!/ · Registre$|^Registre/.test(title)) complaints.push(`title: ${title}`);
  const hole = /.{0,20}(\bundefined\b|\bnull\b|\bNaN\b|\[object |\{\w+\}).{0,20}/.exec(words);
  // The texts of mails and of ready answers are written with their variables.
  if (hole !== null && !/\/(textes|modeles|envois)(\/|$)/.test(address)) complaints.push(`hole: ${hole[0]}`);
  return complaints;
}

async function complaintsOfEyes(page: Page, address: string): Promise<readonly string[]> {
  if (BY_WIDTH) {
    measured.pages += 1;
    const found = await complaintsAtEveryWidth(page);
    measured.faults += found.length;
    return found;
  }
  const complaints = await layoutComplaints(page, widthOf(address));
  return (await isNew(page, address)) ? [...complaints, ...(await axeComplaints(page, looked))] : complaints;
}

/** The first page of an address's form, or one that shows something that no page before it did. */
async function isNew(page: Page, address: string): Promise<boolean> {
  const [path = ''] = formOf(address);
  const isFirst = !paths.has(path);
  paths.add(path);
  return (await hasNewShapes(page, looked)) || isFirst;
}

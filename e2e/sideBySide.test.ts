import http from 'node:http';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../src/papers/testingPdf.ts';
import { makePdf } from './support/documents.ts';
import { linkIn } from './support/mailbox.ts';
import { ownMailbox, ownSite } from './support/stage.ts';
import {
  accountForm,
  COIFFURE,
  createVisitor,
  enterAs,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn,
  untilRead,
  type Visitor,
} from './support/visitor.ts';

/** Two exams and two academies in one house, by one setting: e2e/catalogues. */
const ENVIRONMENT = {
  CATALOGUE: 'catalogue:e2e/catalogues/cap:e2e/catalogues/lyon',
  REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00',
};
const PASSWORD = 'Volcan.15!';

const mailbox = await ownMailbox();
const registre = await ownSite({ ...ENVIRONMENT, SMTP_URL: mailbox.url });

async function aCandidate(address: string, birthName: string): Promise<Visitor> {
  const visitor = createVisitor(registre.url);
  // Read back: at the address of all, what is typed is typed once.
  const form = { ...accountForm(address, { birthName, firstNames: 'Zoé' }, PASSWORD), etape: 'relire' };
  const made = await visitor.fill('/compte/creer', form);
  expect([made.status, mainOf(made.html)]).toEqual([303, '']);
  const link = new URL(linkIn(await mailbox.take(/Activez votre compte/, address)));
  const asked = await visitor.get(link.pathname + link.search);
  await visitor.post('/compte/activer', hiddenFields(mainOf(asked.html)));
  await signIn(visitor, address, PASSWORD);
  return visitor;
}

const staff = (name: string): Promise<Visitor> => enterAs(registre.url, name);

/** Registered: its address and its number. */
async function registered(visitor: Visitor, session: string, answers: Parameters<typeof fillDraft>[2]) {
  const hub = await fillDraft(visitor, session, answers);
  const done = await visitor.fill(`${hub}/recapitulatif`, {});
  expect([done.status, done.location || mainOf(done.html)]).toEqual([303, expect.stringContaining(hub)]);
  const number = /[A-Z]+24-\d{5}-[A-Z]/.exec((await visitor.get(hub)).html)?.[0] ?? 'no number';
  return { hub, number, id: hub.split('/').at(-1) ?? '' };
}

/** A candidate without any preparation, of age, who sits everything. */
const CAP: Parameters<typeof fillDraft>[2] = {
  identification: COIFFURE.identification ?? {},
  informations: { category: 'other', handicap: 'non', diploma: 'none' },
  qualification: { speciality: '50099901', form: 'GLOBAL', formFinal: 'oui' },
  acquis: { notes: 'non' },
  epreuves: {},
};
const LYON: Parameters<typeof fillDraft>[2] = {
  ...COIFFURE,
  identification: { ...COIFFURE.identification, postcode: '69003', city: 'Lyon' },
};

async function giveEverything(visitor: Visitor, hub: string): Promise<readonly string[]> {
  const { html } = await visitor.get(`${hub}/justificatifs`);
  const codes = [...new Set([...html.matchAll(/id="piece-([0-9A-Z]+)"/g)].map(([, code = '']) => code))];
  for (const code of codes) {
    const given = await visitor.deposit(`${hub}/justificatifs/${code}`, makePdf(code), `${code}.pdf`);
    expect([code, given.status, given.location || mainOf(given.html)]).toEqual([code, 303, expect.anything()]);
  }
  const forms = (await visitor.get(`${hub}/justificatifs`)).html.matchAll(/action="([^"]*\/remettre\/[^"]+)"/g);
  for (const [, action = ''] of forms) {
    const page = await visitor.get(`${hub}/justificatifs`);
    expect((await visitor.post(action, hiddenFields(mainOf(page.html)))).status).toBe(303);
  }
  await untilRead(visitor, hub);
  return codes;
}

async function acceptEverything(officer: Visitor, id: string): Promise<void> {
  const { html } = await officer.get(`/gestion/dossiers/${id}`);
  for (const piece of new Set(html.match(/\/gestion\/pieces\/[0-9a-f-]{36}/g))) {
    const done = await officer.fill(piece, { decision: 'compliant' });
    expect([done.status, done.status === 303 ? '' : mainOf(done.html)]).toEqual([303, '']);
  }
}

/** The words of its confirmation, as its reader has them. */
async function confirmationOf(visitor: Visitor, hub: string): Promise<string> {
  const { html } = await visitor.get(`${hub}/confirmation`);
  const href = /href="([^"]*\.pdf[^"]*|[^"]*\/pdf[^"]*)"/.exec(mainOf(html))?.[1] ?? '';
  const answer = await fetch(new URL(href.replaceAll('&amp;', '&'), registre.url), {
    headers: { cookie: visitor.cookies() },
  });
  return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text;
}

/** A page as by another name of the house: `fetch` lets nobody say it. */
function seenAs(path: string, host = new URL(registre.url).host): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(new URL(path, registre.url), { headers: { host } }, (answer) => {
        let html = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (html += chunk));
        answer.on('end', () => resolve(html));
      })
      .on('error', reject);
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '#39': "'", quot: '"', lt: '<', gt: '>', amp: '&' };
const LISTS = [
  '/gestion',
  '/gestion/corbeille',
  '/gestion/dossiers',
  '/gestion/dossiers?recherche=24',
  '/gestion/journal',
];

describe('Two exams and two academies in one house', () => {
  it('a candidate of the CAP goes from the account to the validation, judged by the rules of the CAP alone', async () => {
    const zoe = await aCandidate('zoe.cap@exemple.fr', 'Chassagne');
    const { hub, number, id } = await registered(zoe, 'cap-2024-clermont', CAP);
    expect(number).toMatch(/^CAP24-/);
    expect((await mailbox.take(/est enregistrée/, 'zoe.cap@exemple.fr')).text).toContain(
      'CAP, spécialité Accompagnant',
    );
    const codes = await giveEverything(zoe, hub);
    expect(codes).toEqual(['CINSIG01', 'DCSTID01']);
    const officer = await staff('clermont.officer.g6');
    await acceptEverything(officer, id);
    expect((await mailbox.take(/est validée/, 'zoe.cap@exemple.fr')).text).toContain(number);
    const shown = mainOf((await zoe.get(hub)).html);
    expect(shown).toContain('Votre inscription est définitive');
    expect(shown).not.toMatch(/brevet professionnel/i);
  }, 600_000);

  it('nobody chooses a speciality of one exam at the session of the other', async () => {
    const luc = await aCandidate('luc@exemple.fr', 'Besse');
    const offered = mainOf((await luc.get('/candidatures/nouvelle')).html);
    for (const academy of ['Clermont-Ferrand', 'Lyon'])
      expect(offered).toContain(`Brevet professionnel, académie de ${academy}, session 2024`);
    const { identification = {}, informations = {} } = COIFFURE;
    const draft = await fillDraft(luc, 'bp-2024-clermont', { identification, informations });
    const page = (await luc.get(`${draft}/qualification`)).html;
    expect([page.includes('45033608'), page.includes('50099901')]).toEqual([true, false]);
    const fields = { speciality: '50099901', form: 'GLOBAL', formFinal: 'oui' };
    expect((await luc.fill(`${draft}/qualification`, fields)).status).toBe(422);
  }, 600_000);

  it('each academy has its candidates, officers and head, who see nothing of the other', async () => {
    const [ana, eve] = [
      await aCandidate('ana@exemple.fr', 'Auvergnate'),
      await aCandidate('eve@exemple.fr', 'Lyonnaise'),
    ];
    const here = await registered(ana, 'bp-2024-clermont', COIFFURE);
    const there = await registered(eve, 'bp-2024-lyon', LYON);
    expect([here.number.slice(0, 4), there.number.slice(0, 4)]).toEqual(['BP24', 'LY24']);
    await giveEverything(ana, here.hub);
    await giveEverything(eve, there.hub);
    const letter = await mailbox.take(/est enregistrée/, 'eve@exemple.fr');
    expect(letter.text).toContain('examens.g11@lyon.exemple.fr');
    expect(letter.text).not.toMatch(/ac-clermont/);
    expect((await eve.get(here.hub)).status).toBe(404);
    const [ours, theirs] = [await confirmationOf(ana, here.hub), await confirmationOf(eve, there.hub)];
    expect(ours).toContain('Académie de Clermont-Ferrand');
    expect(theirs).toContain('Bureau lyonnais des brevets');
    expect([ours, theirs].map((text) => /Lyon\b|lyonnais/.test(text))).toEqual([false, true]);
    expect(theirs).not.toMatch(/Clermont|ac-clermont/);

    const ownPieces = new Map<string, string>();
    const otherPieces = new Map<string, readonly string[]>();
    const sides = [
      { own: here, other: there, names: ['Auvergnate', 'Lyonnaise'], who: ['clermont.officer.g2', 'clermont.head'] },
      { own: there, other: here, names: ['Lyonnaise', 'Auvergnate'], who: ['lyon.officer.g11', 'lyon.head'] },
    ] as const;
    for (const { own, other, names, who } of sides)
      for (const name of who) {
        const visitor = await staff(name);
        const read = async (address: string): Promise<string> => mainOf((await visitor.get(address)).html);
        for (const address of LISTS)
          expect([name, address, (await read(address)).includes(names[1])]).toEqual([name, address, false]);
        expect([name, (await read('/gestion/corbeille')).includes(names[0])]).toEqual([name, true]);
        expect([name, (await read(`/gestion/dossiers?recherche=${other.number}`)).includes(other.id)]).toEqual([
          name,
          false,
        ]);
        expect([name, (await visitor.get(`/gestion/dossiers/${own.id}`)).status]).toEqual([name, 200]);
        const [piece = ''] = /\/gestion\/pieces\/[0-9a-f-]{36}/.exec(await read(`/gestion/dossiers/${own.id}`)) ?? [];
        expect((await visitor.get(piece)).status).toBe(200);
        expect([name, (await visitor.get(`/gestion/dossiers/${other.id}`)).status]).toEqual([name, 404]);
        otherPieces.set(other.id, [...(otherPieces.get(other.id) ?? []), name]);
        ownPieces.set(own.id, piece);
        const journal = await visitor.get(`/gestion/journal?numero=${other.number}`);
        expect([name, mainOf(journal.html).includes(other.id)]).toEqual([name, false]);
      }
    // Neither seen nor decided: the piece of the other side answers as if it weren't there.
    for (const [id, names] of otherPieces)
      for (const name of names) {
        const visitor = await staff(name);
        const piece = ownPieces.get(id) ?? '';
        const decided = await visitor.post(piece, {
          ...hiddenFields(mainOf((await visitor.get('/gestion')).html)),
          decision: 'compliant',
        });
        expect([name, piece !== '', (await visitor.get(piece)).status, decided.status >= 400]).toEqual([
          name,
          true,
          404,
          true,
        ]);
      }
  }, 600_000);

  it('each head writes the rules of its own academy, and those of the exam', async () => {
    const [lyon, clermont] = [await staff('lyon.head'), await staff('clermont.head')];
    const begun = await lyon.fill('/gestion/regles', { title: 'Un essai' });
    const draft = begun.location.split('?')[0] ?? '';
    expect(draft).toMatch(/^\/gestion\/regles\/brouillons\//);
    expect((await clermont.get(draft)).status).toBe(404);
    const sessions = mainOf((await lyon.get(`${draft}/sessions`)).html);
    expect([sessions.includes('bp-2024-lyon'), sessions.includes('bp-2024-clermont')]).toEqual([true, false]);
    expect((await lyon.get(`${draft}/sessions/bp-2024-clermont`)).status).toBe(404);
    const rewrite = async (file: string, from: string, to: string) => {
      const address = `${draft}/fichiers/editer?fichier=${encodeURIComponent(file)}`;
      const { html } = await lyon.get(address);
      const text = /<textarea[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? '';
      const read = text.replace(/&(#39|quot|lt|gt|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
      expect(read).toContain(from);
      return lyon.post(address, { ...hiddenFields(mainOf(html)), text: read.replace(from, to) });
    };
    const refused = await rewrite('sessions/bp-2024-clermont.yaml', '2023-12-01T17:00', '2023-12-08T17:00');
    expect([refused.status, mainOf(refused.html).includes('une autre académie (Clermont-Ferrand)')]).toEqual([
      403,
      true,
    ]);
    expect((await rewrite('academies/clermont.yaml', '04.73.99.35.06', '04.73.99.35.07')).status).toBe(403);
    expect((await rewrite('academies/lyon.yaml', '04.65.71.00.11', '04.65.71.00.14')).status).toBe(303);
    expect((await rewrite('exams/bp/exam.yaml', 'keptYears: 5', 'keptYears: 6')).status).toBe(303);
  }, 600_000);

  it('a name of the house leads to one academy, with its own rules of accounts', async () => {
    const [house, lyon] = [
      await seenAs('/compte/creer'),
      await seenAs('/compte/creer', 'inscriptions.lyon.exemple.fr'),
    ];
    // What Clermont asks for is for its own name, or where it has the house alone.
    expect(house.includes('birthNameAgain')).toBe(false);
    expect([lyon.includes('birthNameAgain'), lyon.includes('académie de Lyon')]).toEqual([false, true]);
    expect(mainOf(await seenAs('/contact', 'inscriptions.lyon.exemple.fr'))).not.toContain('Clermont');
  }, 600_000);

  it('the public pages name both, and no exam or academy without its own sessions', async () => {
    const visitor = createVisitor(registre.url);
    for (const address of ['/', '/specialites', '/contact', '/mentions-legales', '/simulateur', '/calendrier.ics'])
      expect([address, (await visitor.get(address)).status]).toEqual([address, 200]);
    const contact = mainOf((await visitor.get('/contact')).html);
    for (const academy of ['Académie de Clermont-Ferrand', 'Académie de Lyon']) expect(contact).toContain(academy);
    const lyon = mainOf((await visitor.get('/contact?academie=lyon')).html);
    expect([lyon.includes('examens.g12@lyon.exemple.fr'), lyon.includes('ac-clermont')]).toEqual([true, false]);
  }, 600_000);
});

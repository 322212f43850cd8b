import { expect, vi } from 'vitest';
import { hiddenFields, mainOf, type Visitor } from './visitor.ts';

const AT = '/gestion/examen';
const SESSION = 'session=bp-2024-clermont';
const LONG = 'Andriamanampisoarivonantenainarakotondraza-de-la-Tour-Saint-Christophe-d-Auvergne';

/** A centre, a room and a unit of Coiffure, with the longest names; whoever sits it is placed and summoned, and the next plan is open. */
export async function summonAll(head: Visitor): Promise<void> {
  const tables = [
    [
      'centres',
      'Centre;Nom du centre;Adresse;Code postal;Commune;Salle;Places',
      `CENTRE-LONG-12345678;${LONG};${LONG};63000;Riom;${LONG.slice(0, 60)};20`,
    ],
    ['calendrier', 'Spécialité;Unité;Date;Heure;Durée;À apporter', `45033608;U20;03/06/2024;9 h;2 h;${LONG}`],
  ] as const;
  for (const [what, ...lines] of tables) {
    const sent = await head.deposit(
      `${AT}/importer/${what}?${SESSION}`,
      Buffer.from(lines.join('\r\n')),
      `${what}.csv`,
    );
    expect(sent.location, sent.html).toContain('importe=');
  }
  const plan = `${AT}/plan?${SESSION}`;
  const act = async (name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    const { html } = await head.get(plan);
    const sent = await head.post(`${AT}/plan/${name}?${SESSION}`, { ...hiddenFields(mainOf(html)), ...fields });
    expect([name, sent.status]).toEqual([name, 303]);
  };
  const shows = (address: string, words: string): Promise<void> =>
    vi.waitFor(async () => expect((await head.get(address)).html).toContain(words), {
      timeout: 120_000,
      interval: 200,
    });
  await act('repartir', { mode: 'all' });
  await shows(plan, 'Préparer la publication');
  expect((await head.fill(`${AT}/plan/publication?${SESSION}`, { lu: 'on' })).status).toBe(303);
  await shows(`${AT}/convocations?${SESSION}`, 'En cours (1)');
  await act('corriger');
}

/** The examiner of the demonstration, under the longest names, invigilates there and is convened; somebody else has no mail box. */
export async function conveneOne(head: Visitor): Promise<void> {
  const people = `${AT}/examinateurs`;
  const fill = async (address: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const sent = await head.post(address, { ...hiddenFields(mainOf((await head.get(address)).html)), ...fields });
    expect([address, sent.status]).toEqual([address, 303]);
    return sent.location;
  };
  const board = /\/commissions\/[0-9a-f-]{36}/.exec((await head.get(`${people}?${SESSION}&voir=toutes`)).html)?.[0];
  for (const [lastName, mail] of [
    [LONG.slice(0, 80), 'examiner@demo.registre.fr'],
    ['Unnomsansaucuneespace'.repeat(3), ''],
  ] as const) {
    const words = { lastName, firstName: 'Anne-Constance', side: 'employee', title: LONG, employer: LONG };
    const more = { postcode: '63000', mail, phone: '0612345678', tasks: 'invigilation' };
    const person = await fill(`${people}/personnes/nouvelle?${SESSION}`, { ...words, ...more });
    const personne = /personnes\/([0-9a-f-]{36})/.exec(person)?.[1] ?? 'none';
    const page = `${people}${board}`;
    const { html } = await head.get(`${page}?${SESSION}`);
    const seated = await head.post(`${page}/ajouter?${SESSION}`, { ...hiddenFields(mainOf(html)), personne });
    expect(seated.location).toContain('ajoute');
  }
  expect(await fill(`${people}/convoquer?${SESSION}`, {})).toContain('convoques=2');
  await vi.waitFor(
    async () =>
      expect((await head.get(`${people}/convoquer?${SESSION}`)).html).toContain('Il ne reste que les lettres'),
    { timeout: 60_000, interval: 200 },
  );
}

/** The keeper of the demonstration at that centre, on the day: its list is open. */
export async function openCheckin(head: Visitor, admin: Visitor): Promise<void> {
  const keepers = `${AT}/presences/personnes?${SESSION}`;
  const { html } = await head.get(keepers);
  const [personne, centre] = ['personne', 'centre'].map(
    (name) => new RegExp(`<select[^>]*name="${name}".*?<option value="([0-9a-f-]{36})"`, 's').exec(html)?.[1] ?? 'none',
  );
  const named = { ...hiddenFields(mainOf(html)), personne: personne ?? '', centre: centre ?? '' };
  expect((await head.post(keepers, named)).status).toBe(303);
  const demo = await admin.get('/demo');
  const moved = { ...hiddenFields(mainOf(demo.html)), jour: '03/06/2024', heure: '8 h 30' };
  expect((await admin.post('/demo/horloge', moved)).status).toBe(303);
}

import { expect, it, vi } from 'vitest';
import { makePdf } from './support/documents.ts';
import { ownSite } from './support/stage.ts';
import { COIFFURE, createVisitor, enterAs, fillDraft, hiddenFields, mainOf, type Seen } from './support/visitor.ts';

/** Every stop of every tour of the demonstration, as somebody goes from one to the next. */

/** What stands in the title of the page that each stop promises. */
const TITLES: Readonly<Record<string, readonly RegExp[]>> = {
  candidat: [/Inscription/, /Inscription/, /justificatifs/, /messages/, /résultat/i],
  parent: [/S'inscrire/, /Puis-je m'inscrire/, /Calendrier/, /Vérifier un document/, /admis/],
  gestionnaire: [/Ce qui attend/, /Corbeille/, /./, /Démonstration Camille/, /Messages/],
  chef: [/Ce qui attend/, /Calendrier/, /./, /Publication des résultats/, /Recours/],
  amenagements: [/Aménagements/, /Aménagements/, /Démonstration Camille/, /Absences expliquées/, /Courriers/],
  centre: [/Pointage/, /./, /./, /Listes à imprimer/, /Convocations/],
  examinatrice: [/Mes convocations/, /./, /Jours où/, /Notation/, /./],
  jury: [/Saisie des notes/, /./, /Jurys/, /./, /Jury/],
  administration: [/Personnel/, /Inviter/, /Journal/, /Refus/, /Règles/],
};
/** What an office where one candidate enrolled has nothing to show of: its page says so. */
const MISSING = [
  ...["L'inscription en cours", 'Les résultats', 'Une pièce à contrôler', 'Une commission', 'Une commission en retard'],
  ...['Un centre et ses salles', 'Une commission à venir', 'Ses absences', 'Une fiche'],
];
const MISSING_OF_JURY = ['La saisie des notes', 'Un jury', 'Les candidats du jury'];

const { url } = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const visitor = createVisitor(url);
let enrolment = '';
const PATIENCE = { timeout: 60_000, interval: 200 };

const titleOf = ({ html }: Seen): string =>
  (/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, ' ').replaceAll('&#39;', "'");

async function press(from: string, personne: string, etape: string): Promise<Seen> {
  const { html } = await visitor.get(from);
  return visitor.post('/demo/visite', { ...hiddenFields(html), personne, etape });
}

/** The stops of a tour, as its page shows them. */
async function stopsOf(code: string): Promise<readonly { readonly title: string; readonly offered: boolean }[]> {
  const rows = mainOf((await visitor.get(`/demo/visite/${code}`)).html).match(/<li id="etape-.*?<\/li>/gs) ?? [];
  expect([code, rows.length]).toEqual([code, 5]);
  return rows.map((row) => ({ title: /<h2>(.*?)<\/h2>/.exec(row)?.[1] ?? '', offered: row.includes('Y aller') }));
}

it('is offered as far as there is something to see, and says what is missing where there is nothing', async () => {
  const stops = await stopsOf('candidat');
  expect(stops.filter(({ offered }) => offered)).toEqual([]);
  expect((await visitor.get('/demo/visite/candidat')).html).toContain('npm start');
  const absent = await press('/demo', 'candidat', '2');
  expect(absent.location).toBe('/demo/visite/candidat?absente=2');
  expect((await visitor.get(absent.location)).html).toContain(`«\u00a0${stops[1]?.title}\u00a0»`);
  expect((await press('/demo', 'candidat', '9')).location).toBe('/demo');
  expect((await visitor.get('/demo/visite/personne')).status).toBe(404);
});

it('leads from stop to stop as each person, each page saying where one is; leaving it says nothing more', async () => {
  const camille = await enterAs(url, 'camille');
  const handicap = { informations: { ...COIFFURE.informations, handicap: 'oui' } };
  enrolment = await fillDraft(camille, 'bp-2024-clermont', { ...COIFFURE, ...handicap });
  expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  const [skipped, walked]: [string[], unknown[][]] = [[], []];
  const promised: unknown[][] = [];
  expect((await visitor.get('/demo')).html.match(/(?<=href="\/demo\/visite\/)(?!panne)\w+/g)).toEqual(
    Object.keys(TITLES),
  );
  for (const [code, titles] of Object.entries(TITLES)) {
    let at = '/demo';
    for (const [index, { title, offered }] of (await stopsOf(code)).entries()) {
      const sent = await press(at, code, String(index + 1));
      expect([title, offered]).toEqual([title, !sent.location.includes('absente=')]);
      if (!offered) {
        skipped.push(title);
        continue;
      }
      const seen = await visitor.get(sent.location);
      walked.push([title, seen.status, titleOf(seen), /Étape \d sur 5/.exec(seen.html)?.[0]]);
      promised.push([title, 200, expect.stringMatching(titles[index] ?? /!/), `Étape ${index + 1} sur 5`]);
      at = sent.location;
    }
  }
  expect(walked).toEqual(promised);
  expect(skipped).toEqual([...MISSING, ...MISSING_OF_JURY]);
  const left = await press('/gestion/journal', 'administration', '0');
  expect(left.location).toBe('/demo');
  for (const page of ['/gestion', '/demo']) expect((await visitor.get(page)).html).not.toContain('Étape');
});

async function switchFault(panne: string, acte: string): Promise<void> {
  const { html } = await visitor.get('/demo');
  const { status } = await visitor.post('/demo/pannes', { ...hiddenFields(mainOf(html)), panne, acte });
  expect([panne, acte, status]).toEqual([panne, acte, 303]);
}

it('shows what people see while files are away: a deposit that is refused with the reason, a head who is told', async () => {
  const camille = await enterAs(url, 'camille');
  const form = await camille.depositForm(`${enrolment}/justificatifs/DOMICIL`, makePdf('Bail'), 'bail.pdf');
  const give = async (): Promise<Response> => camille.fetch(form.action, { method: 'POST', body: form.body });
  await switchFault('store', 'couper');
  const refused = await give();
  expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining('la panne est chez nous')]);
  expect((await visitor.hasty.get('/readyz')).html).toContain('files');
  const told = await press('/demo/visite/panne-fichiers', 'panne-fichiers', '2');
  expect((await visitor.get(told.location)).html).toContain("Le stockage des fichiers refuse d'écrire");
  await switchFault('store', 'retablir');
  expect((await give()).status).toBe(303);
});

it('shows what people see while mail is away: it waits, and leaves when it is back', async () => {
  const shows = async (state: string): Promise<void> =>
    vi.waitFor(async () => expect((await visitor.get('/demo/courrier')).html).toContain(state), PATIENCE);
  await switchFault('relay', 'couper');
  const address = 'camille@demo.registre.fr';
  expect((await createVisitor(url).fill('/mot-de-passe-oublie', { address })).status).toBe(303);
  await shows("en attente d'envoi");
  await switchFault('relay', 'retablir');
  await shows(', envoyé');
});

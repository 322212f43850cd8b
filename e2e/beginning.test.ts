import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { freePort } from './support/registre.ts';
import { createVisitor, enterAs, hiddenFields, mainOf, type Seen } from './support/visitor.ts';

/** The first start of a demonstration, a tenth of its people: cut short, begun again, then an office at work. */

const MAIN = path.join(import.meta.dirname, '..', 'dist', 'main.js');
const folder = temporaryFolder('beginning');
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const running: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of running) await stop();
});

function start(
  at = folder,
  beginning = 'living',
): {
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
} {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: at },
      ...{ REGISTRE_BEGINNING: beginning, REGISTRE_LIVING_SHARE: '0.1', PUT_OFF: 'nothing' },
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  running.push(() => end('SIGTERM'));
  return { said: () => said, hasEnded: () => child.exitCode !== null, end };
}

/** Looks again until the site answers so. Errors: what it said where it ended first. */
async function until(status: number, { said, hasEnded }: ReturnType<typeof start>): Promise<string> {
  for (;;) {
    if (hasEnded()) throw new Error(said());
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === status) return answer.text();
    await answer?.body?.cancel();
    await sleep(100);
  }
}

const wordsOf = ({ html }: Pick<Seen, 'html'>): string =>
  mainOf(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

it('who looks meanwhile sees how far it is; a start that is killed is begun again, and the clock is right at its end', async () => {
  const first = start();
  const page = await until(503, first);
  expect(page).toContain('La démonstration se prépare');
  expect(page).toMatch(/<progress[^>]*max="1"[^>]*value="0/);
  // It has begun to write.
  await expect.poll(() => until(503, first), { timeout: 120_000 }).toMatch(/value="0\.0*[1-9]/);
  await first.end('SIGKILL');

  const second = start();
  await until(200, second);
  await expect.poll(second.said).toContain('Registre is ready');
  expect(second.said()).toContain('it begins again');
  expect(second.said(), 'nothing that somebody of it wanted to do was refused').not.toMatch(/ × /);
  const demo = await (await fetch(`${url}/demo`)).text();
  expect(demo).toMatch(/C(?:'|&#39;)est l(?:'|&#39;)heure réelle/);
});

it('the session before was sat, judged and published; one result was contested, one test is sat again', async () => {
  const head = await enterAs(url, 'head');
  const session = 'session=bp-demo-passee';
  expect(wordsOf(await head.get(`/gestion/examen?${session}`))).toMatch(/Convocations \d+ en cours/);
  expect(wordsOf(await head.get(`/gestion/statistiques?${session}`))).toMatch(/admis/i);
  expect(wordsOf(await head.get(`/gestion/recours?${session}`))).toContain('La copie a été relue');
  expect(wordsOf(await head.get(`/gestion/remplacements?${session}`))).toMatch(/Accordées .*Remplaçant Sofia/);
  const ines = await enterAs(url, 'ines');
  const hub = /href="(\/candidatures\/[0-9a-f-]{36})/.exec((await ines.get('/candidatures')).html)?.[1];
  expect(wordsOf(await ines.get(`${hub}/resultats`))).toContain('Vous êtes admise');
});

it('the session of today is in every state, and the office at work', async () => {
  const head = await enterAs(url, 'head');
  expect(wordsOf(await head.get('/gestion/doublons'))).toContain('Deuxcomptes');
  expect(wordsOf(await head.get('/gestion/messages'))).toContain('Patience');
  const files = async (etat: string): Promise<string> => wordsOf(await head.get(`/gestion/dossiers?etat=${etat}`));
  expect(await files('sous-reserve')).toContain('Sous-Réserve Basile');
  const camille = await enterAs(url, 'camille');
  const hub = /href="(\/candidatures\/[0-9a-f-]{36})/.exec((await camille.get('/candidatures')).html)?.[1];
  expect(wordsOf(await camille.get(`${hub}/justificatifs`))).toMatch(/non conforme|à refaire/i);
  expect(wordsOf(await camille.get(`${hub}/messages`))).toContain('attestation d’hébergement');
  const service = await enterAs(url, 'accommodation');
  expect(wordsOf(await service.get('/gestion/amenagements'))).toContain('Patience');
  expect(wordsOf(await service.get('/gestion/amenagements?liste=decided'))).toContain('Tiers-Temps');
});

it('every stop of every tour leads to something that is there', async () => {
  const visitor = createVisitor(url);
  const tours = (await visitor.get('/demo')).html.match(/(?<=href=")\/demo\/visite\/(?!panne)\w+/g) ?? [];
  expect(tours.length).toBe(9);
  for (const tour of tours)
    for (const etape of ['1', '2', '3', '4', '5']) {
      const fields = { ...hiddenFields(mainOf((await visitor.get(tour)).html)), etape };
      const { location } = await visitor.post('/demo/visite', fields);
      expect([tour, etape, location]).toEqual([tour, etape, expect.not.stringContaining('absente')]);
      const seen = await visitor.get(location);
      expect([location, seen.status, seen.html]).toEqual([
        location,
        200,
        expect.stringContaining(`Étape ${etape} sur 5`),
      ]);
    }
});

it('on the morning of the results, one jump away, who sat a test again reads a new result and stands in the list of the admitted', async () => {
  const sofia = await enterAs(url, 'sofia');
  const hub = /href="(\/candidatures\/[0-9a-f-]{36})/.exec((await sofia.get('/candidatures')).html)?.[1];
  const named = async (): Promise<string> => wordsOf(await createVisitor(url).get('/resultats'));
  expect(await named()).toMatch(/Lauréat Inès/);
  expect(await named()).not.toContain('Remplaçant');
  expect(wordsOf(await sofia.get(`${hub}/resultats`))).not.toContain('Vous êtes admise');
  const fields = hiddenFields(mainOf((await sofia.get('/demo')).html));
  expect((await sofia.post('/demo/horloge', { ...fields, saut: 'results' })).location).toBe('/demo?message=horloge');
  expect(wordsOf(await sofia.get(`${hub}/resultats`))).toMatch(
    /Vous êtes admise .*absence .* → 14 .*Épreuve de remplacement/,
  );
  expect(await named()).toMatch(/Remplaçant Sofia/);
});

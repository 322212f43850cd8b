import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { EnrolmentId } from '../src/enrolment/index.ts';
import { delegated } from '../src/testing/delegations.ts';
import { aClosedJury } from '../src/testing/jury.ts';
import { aVerdict } from '../src/testing/publication.ts';
import { newPage, signInOn } from './support/browser.ts';
import { ownBrowser, ownPool, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, hiddenFields, mainOf, signIn } from './support/visitor.ts';

/** Results day: a head and a second one publish, a candidate reads on a telephone at the second, and not before. */

const SESSION = 'bp-2024-clermont';

const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const pool = ownPool(registre);
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
const enrolment = await fillDraft(camille, SESSION);
expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
const id = (enrolment.split('/').at(-1) ?? '') as EnrolmentId;
const { rows } = await sql<{ number: string }>`select number from enrolment where id = ${id}`.execute(pool.db);
await setClock(Temporal.Instant.from('2024-07-02T10:00:00+02:00'));
const { account, decision, juryPoints, enrolmentId } = aVerdict(
  { id, number: rows[0]?.number ?? '' },
  { U10: 12, U20: 10.5, U31: 14, U32: 9, U40: 11 },
  { coefficients: { U10: 6, U20: 3 } },
);
await aClosedJury(pool.db, { academy: 'clermont', session: SESSION }, [{ account, decision, juryPoints, enrolmentId }]);
// A second head, whom the first didn't bring in.
const { rows: others } = await sql<{
  id: string;
}>`update staff set role = 'head' where role = 'jury' returning account_id as id`.execute(pool.db);
for (const { id: other } of others) await delegated(pool.db, other);

async function setClock(instant: Temporal.Instant): Promise<void> {
  await sql`update clock set shift = ${instant}::timestamptz - now()`.execute(pool.db);
}

async function signedIn(name: string, options = {}): Promise<Page> {
  const page = await newPage(browser, options);
  await signInOn(page, registre.url, `${name}@demo.registre.fr`);
  await page.waitForURL(/\/(gestion|candidatures)/);
  return page;
}

it('a head prepares and proposes, another approves, and a candidate reads it on a telephone at the second', async () => {
  const head = await signedIn('head');
  await head.goto(new URL(`/gestion/publication?session=${SESSION}`, registre.url).href);
  await head.getByRole('button', { name: 'Figer et relire' }).click();
  await head.getByText('Publication préparée.').waitFor();
  await head.getByLabel(/^Jour/).fill('05/07/2024');
  await head.getByLabel(/^Heure de Paris/).fill('9 h');
  await head.getByRole('button', { name: 'Proposer' }).click();
  await head.getByText('Heure proposée.').waitFor();
  expect(await head.getByRole('button', { name: 'Approuver la publication' }).count()).toBe(0);

  const second = await signedIn('jury');
  await second.goto(head.url());
  await second.getByRole('button', { name: 'Approuver la publication' }).click();
  await second.getByText('Publication approuvée.').waitFor();

  const telephone = await signedIn('camille', { viewport: { width: 360, height: 740 } });
  await telephone.goto(new URL(`${enrolment}/resultats`, registre.url).href);
  await telephone.getByText('Les résultats seront publiés le vendredi 5 juillet 2024').waitFor();
  expect(await telephone.getByText(/admise|Moyenne/i).count()).toBe(0);
  // By the page of the demonstration, which has what every minute does done at once.
  const visitor = createVisitor(registre.url);
  const shown = hiddenFields(mainOf((await visitor.get('/demo')).html));
  expect((await visitor.post('/demo/horloge', { ...shown, jour: '05/07/2024', heure: '9 h' })).status).toBe(303);
  await telephone.reload();
  await telephone.getByText('Vous êtes admise au brevet professionnel').waitFor();
  expect(await telephone.getByText('Votre moyenne est de').count()).toBe(1);
  const wide = await telephone.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  // The papers follow by the job.
  await expect
    .poll(
      async () => {
        await telephone.reload();
        return telephone.getByRole('link', { name: /^Relevé de notes/ }).count();
      },
      { timeout: 90_000, interval: 2_000 },
    )
    .toBe(1);
  const download = telephone.waitForEvent('download');
  await telephone.getByRole('link', { name: /^Relevé de notes/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^releve-de-notes-BP24-.*\.pdf$/);

  await second.reload();
  await second.getByText('Suspendre', { exact: true }).click();
  await second.getByLabel(/^Phrase que liront/).fill('Une vérification est en cours.');
  await second.getByRole('button', { name: 'Suspendre maintenant' }).click();
  await second.getByText('Publication suspendue').waitFor();
  await telephone.reload();
  await telephone.getByText('Une vérification est en cours.').waitFor();
  expect(await telephone.getByText('admise').count()).toBe(0);
}, 600_000);

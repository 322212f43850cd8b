import { afterAll, expect, it } from 'vitest';
import { accommodationDue, accommodationRoutes } from '../../../accommodations/index.ts';
import { readPaperFile } from '../../../documents/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { ownDatabase } from '../../../testing/database.ts';
import {
  type Browser,
  findCandidate,
  ORDINARY_DAY,
  openSite,
  PASSWORD,
  registeredEnrolment,
  setClock,
  shippedCatalogue,
} from '../../../testing/enrolments.ts';
import { heldJobs } from '../../../testing/heldJobs.ts';
import { aStaffMember, deskRoutes, openBackstage, ROOMS, signIn } from '../../../testing/officeSite.ts';
import { openPapers } from '../../../testing/papers.ts';
import { PLAIN_CHROME } from '../../../testing/plainChrome.ts';
import { fieldOn, wordsIn } from '../../../testing/words.ts';

const enter = async (role: 'accommodation' | 'head'): Promise<Browser> => {
  const browser = site.browser();
  await signIn(browser, (await aStaffMember(db, site.accounts, { role })).address);
  return browser;
};
const { db } = await ownDatabase(ROOMS);
await setClock(db, ORDINARY_DAY);
const catalogue = await shippedCatalogue();
const back = await openBackstage(db, catalogue);
const papers = await openPapers(db, { catalogue, jobs: heldJobs(), findCandidate, due: [accommodationDue] });
const site = await openSite(db, {}, (accounts) => {
  const office = { ...back.depsWith(accounts), events: papers.events };
  const chrome = async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf() });
  const own = { ...papers, accounts, guards: accounts.guards, inspector: office.inspector, scans: false, chrome };
  const notification = (academy: string, id: string, paper: string) =>
    readPaperFile(papers, { serviceOf: academy }, id, paper);
  return [...deskRoutes(office), ...accommodationRoutes({ ...own, serviceChrome: chrome, notification })];
});
afterAll(async () => {
  await site.server.close();
  await papers.end();
  back.end();
});

it('The home of who decides on accommodations counts the request that waits and the decision that nobody posted', async () => {
  const [service, head] = [await enter('accommodation'), await enter('head')];
  const home = async (): Promise<string> => wordsIn((await service.get('/gestion')).body);
  expect(await home()).toContain('Rien à contrôler');

  const { enrolment, candidate } = await registeredEnrolment(db, { events: papers.events, catalogue });
  const browser = site.browser();
  await signIn(browser, candidate.address, PASSWORD);
  const page = `/candidatures/${enrolment.id}/amenagement`;
  const asked = { measures: ['extra-time'], words: 'Je lis lentement.', acte: 'envoyer' };
  expect(
    (await browser.post(page, { version: fieldOn((await browser.get(page)).body, 'version'), ...asked })).status,
  ).toBe(303);
  expect(await home()).toContain("1 demande d'aménagement est à traiter");
  expect(await home()).not.toContain('Rien à contrôler');

  const desk = `/gestion/amenagements/${enrolment.id}`;
  const serve = async (act: string, fields: Record<string, string>): Promise<number> =>
    (await service.post(`${desk}/${act}`, { version: fieldOn((await service.get(desk)).body, 'version'), ...fields }))
      .status;
  expect(await serve('avis', { givenOn: '14/11/2023', 'avis-extra-time': 'defavorable' })).toBe(303);
  const refusal = { 'mesure-extra-time': 'refusee', 'motifs-extra-time': 'Le médecin ne la juge pas utile.' };
  expect(await serve('decision', { ...refusal, certain: 'oui', fondement: 'D351-27' })).toBe(303);
  const decided = await home();
  expect(decided).toContain("1 décision d'aménagement n'est pas encore notée postée");
  expect(decided).not.toMatch(/Rien à contrôler|demande d'aménagement est à traiter/);
  expect(wordsIn((await head.get('/gestion')).body)).not.toContain('aménagement');

  const posted = { acte: 'partie', jour: '15/11/2023', suivi: '1A23456789012' };
  expect((await service.post(`${desk}/courrier`, posted)).status).toBe(303);
  expect(await home()).not.toContain('notée postée');
});

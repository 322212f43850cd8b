import { expect, it } from 'vitest';
import { accommodationDue, accommodationRoutes } from '../../../accommodations/index.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { deskRoom } from '../../../testing/desk.ts';
import { PLAIN_CHROME } from '../../../testing/plainChrome.ts';
import { stage } from '../../../testing/stage.ts';
import { fieldOn, wordsIn } from '../../../testing/words.ts';

const { staff, someone } = await stage(
  deskRoom({
    due: [accommodationDue],
    own: (deps) => {
      const chrome = async (visit: Visit) => ({ ...PLAIN_CHROME, csrf: visit.csrf() });
      return accommodationRoutes({ ...deps, chrome, serviceChrome: chrome });
    },
  }),
  { staff: { service: 'accommodation', head: 'head' } },
);

it('The home of who decides on accommodations counts the request that waits and the decision that nobody posted', async () => {
  const { service, head } = staff;
  const home = async (): Promise<string> => wordsIn((await service.get('/gestion')).body);
  expect(await home()).toContain('Rien à contrôler');

  const browser = await someone();
  const { enrolment } = browser;
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

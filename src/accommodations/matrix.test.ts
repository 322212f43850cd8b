import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../accounts/index.ts';
import type { Route } from '../platform/http/visit.ts';
import { onePage } from '../testing/documents/pdfFile.ts';
import { EVERY_ROLE, stage } from '../testing/stage.ts';
import { fieldOn } from '../testing/words.ts';
import { accommodationRoom } from './testing.ts';

/** Every route of the room × everybody who may knock, with the addresses of a real request, document and notification. */
type Person = 'visitor' | 'owner' | 'other candidate' | 'accommodation elsewhere' | Role;
const PEOPLE: readonly Person[] = ['visitor', 'owner', 'other candidate', 'accommodation elsewhere', ...ROLES];

const SECRETS = /Je lis lentement|bilan-secret|Temps majoré|33/;

const { as, candidates, routes } = await stage(accommodationRoom(), {
  staff: { ...EVERY_ROLE, 'accommodation elsewhere': { role: 'accommodation', academy: 'lyon' } },
  candidates: { owner: {}, 'other candidate': {} },
});
const ids = await decided(candidates.owner.enrolment.id);

/** A request of the owner's, decided, with a document; gives what the addresses name. */
async function decided(id: string): Promise<Readonly<Record<':id' | ':document' | ':paper' | ':page', string>>> {
  const [own, service] = [as('owner'), as('accommodation')];
  const [at, desk] = [`/candidatures/${id}/amenagement`, `/gestion/amenagements/${id}`];
  await own.get(at);
  await own.upload(`${at}/fichiers`, { kind: 'medical' }, onePage(), 'bilan-secret.pdf');
  await own.post(at, { measures: 'extra-time', words: 'Je lis lentement.', acte: 'envoyer' });
  const page = (await service.get(desk)).body;
  const document = /fichiers\/([\w-]+)"/.exec(page)?.[1] ?? '';
  await service.post(`${desk}/avis`, {
    version: fieldOn(page, 'version'),
    givenOn: '14/11/2023',
    'avis-extra-time': 'favorable',
  });
  const done = await service.post(`${desk}/decision`, {
    version: fieldOn((await service.get(desk)).body, 'version'),
    'mesure-extra-time': 'accordee',
    'temps-extra-time': '33',
    fondement: 'D351-27',
    certain: 'oui',
  });
  expect(done.location).toBe(`${desk}?message=decidee`);
  const paper = /notifications\/([\w-]+)\/pdf"/.exec((await service.get(desk)).body)?.[1] ?? '';
  return { ':id': id, ':document': document, ':paper': paper, ':page': '1' };
}

function expected(person: Person, { path }: Route): 'opens' | 'sign in' | 'not found' {
  if (person === 'visitor') return 'sign in';
  if (path.startsWith('/candidatures/')) return person === 'owner' ? 'opens' : 'not found';
  if (person === 'accommodation elsewhere') return path.includes(':id') ? 'not found' : 'opens';
  return person === 'accommodation' ? 'opens' : 'not found';
}

describe.each(PEOPLE)('The space of accommodations for %s', (person) => {
  it('opens what is theirs and nothing else, and shows nobody else a word of health', async () => {
    expect(routes.length).toBeGreaterThan(15);
    const browser = as(person);
    await browser.get(person === 'visitor' ? '/connexion' : '/compte');
    for (const route of routes) {
      const address = route.path.replace(/:\w+/g, (name) => ids[name as keyof typeof ids] ?? name);
      const answer = route.method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      const label = `${person}: ${route.method} ${address}`;
      const outcome = expected(person, route);
      if (outcome === 'sign in')
        expect([answer.status, answer.location], label).toEqual([303, expect.stringMatching(/^\/connexion/)]);
      else if (outcome === 'not found') expect([answer.status, answer.body], label).toEqual([404, 'standing 404']);
      else expect([200, 204, 303, 400, 403, 409, 415, 422], label).toContain(answer.status);
      if (outcome !== 'opens') expect(answer.body, label).not.toMatch(SECRETS);
    }
  });
});

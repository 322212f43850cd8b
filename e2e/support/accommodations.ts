import { expect } from 'vitest';
import { makePdf } from './documents.ts';
import { hiddenFields, type Visitor } from './visitor.ts';

export type Decided = { readonly document: string; readonly paper: string };

/** The candidate asks for accommodations with a document, the doctor advises, the service decides; gives the ids of document and notification. */
export async function decideAccommodations(
  candidate: Visitor,
  service: Visitor,
  enrolment: string,
  words = 'Je lis lentement.',
): Promise<Decided> {
  const at = `${enrolment}/amenagement`;
  const desk = enrolment.replace('/candidatures', '/gestion/amenagements');
  await giveDocument(candidate, at);
  const page = await candidate.get(at);
  const asked = { measures: 'extra-time', words, acte: 'envoyer' };
  expect((await candidate.post(at, { ...hiddenFields(formOf(page.html, at)), ...asked })).location).toContain(
    'envoyee',
  );
  const act = async (name: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const { html } = await service.get(desk);
    const done = await service.post(`${desk}/${name}`, { ...hiddenFields(formOf(html, `${desk}/${name}`)), ...fields });
    expect([name, done.status]).toEqual([name, 303]);
  };
  await act('avis', { givenOn: '14/11/2023', 'avis-extra-time': 'favorable' });
  await act('decision', {
    'mesure-extra-time': 'accordee',
    'temps-extra-time': '33',
    fondement: "Code de l'éducation, D351-27",
    certain: 'oui',
  });
  const { html } = await service.get(desk);
  const [, document = ''] = /\/fichiers\/([\w-]+)"/.exec(html) ?? [];
  const [, paper = ''] = /\/notifications\/([\w-]+)\/pdf"/.exec(html) ?? [];
  expect([document, paper]).toEqual([expect.stringMatching(/^[\w-]{36}$/), expect.stringMatching(/^[\w-]{36}$/)]);
  return { document, paper };
}

export async function giveDocument(candidate: Visitor, at: string, name = 'bilan.pdf'): Promise<void> {
  const { html } = await candidate.get(at);
  const body = new FormData();
  for (const [field, value] of Object.entries(hiddenFields(formOf(html, `${at}/fichiers`)))) body.append(field, value);
  body.append('kind', 'medical');
  body.append('fichier', new Blob([new Uint8Array(makePdf('bilan'))]), name);
  expect((await candidate.send({ action: `${at}/fichiers`, body })).location).toContain('ajoute');
}

/** The form that leads there. */
function formOf(html: string, action: string): string {
  return html.split('<form').find((form) => form.includes(`action="${action}"`)) ?? '';
}

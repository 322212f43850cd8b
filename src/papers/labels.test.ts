import { expect, it } from 'vitest';
import { pdf } from '../testing/shared.ts';
import { type Label, printLabels } from './actions/printLabels.ts';
import { readPdf } from './testingPdf.ts';

const now = Temporal.Instant.from('2023-12-24T10:00:00+01:00');
const label = (index: number, name = `Camille Martin ${index}`): Label => ({
  lines: [`Mme ${name}`, '12 rue des Carmes', 'Bâtiment B', '15000 AURILLAC'],
  reference: `BP24-${String(index).padStart(5, '0')}-K-A1`,
});

it('labels stand 21 a sheet, each with its address and its decision, in a PDF that a reader program reads', async () => {
  const labels = Array.from({ length: 22 }, (_, index) => label(index + 1));
  const read = await readPdf(await printLabels({ pdf }, labels, { title: 'Étiquettes', now }));
  expect([read.pages, read.title, read.language, read.standard]).toEqual([2, 'Étiquettes', 'fr', '1']);
  for (const { lines, reference } of labels) {
    expect(read.text).toContain(lines.join(' '));
    expect(read.text).toContain(reference);
  }
});

it('a name of eighty letters, or with rare ones, still makes a sheet', async () => {
  const long = label(1, `${'Anne-Constance '.repeat(5)}d'Ƙerguelen‑Ṱremblay`);
  expect((await readPdf(await printLabels({ pdf }, [long], { title: 'Étiquettes', now }))).pages).toBe(1);
});

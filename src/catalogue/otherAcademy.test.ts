import { expect, it } from 'vitest';
import { loadChanged } from './testing/shipped.ts';

const file = 'academies/clermont.yaml';

it('An academy may name its groups as it does, and nobody for the work at height', async () => {
  const own = (text: string) =>
    text.replace(/code: G(\d)/g, 'code: GR$1').replace(/^scaffoldingTraining:\n( {2}.*\n)+/m, '');
  const { faults, text } = await loadChanged(file, own);
  expect([faults, text.includes('GR1'), text.includes('scaffoldingTraining')]).toEqual([[], true, false]);
  const odd = await loadChanged(file, (one) => one.replace('code: G1', 'code: groupe un'));
  expect(odd.faults.map(({ message }) => message).join(' ')).toContain('G1 ou GR1 par exemple');
});

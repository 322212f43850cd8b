import { describe, expect, it } from 'vitest';
import { academyAt, accountPolicyAt } from '../rules/academyAt.ts';
import { checkChanged, loadChanged, shippedPack } from '../testing/shipped.ts';
import { checkHosts } from './checkHosts.ts';

const adding = (lines: string) => (text: string) => text.replace('portfolios:', `${lines}\nportfolios:`);
const ACADEMY = 'academies/clermont.yaml';
const faultsWith = async (lines: string) =>
  (await checkChanged(checkHosts, ACADEMY, adding(lines))).faults.map(({ path, message }) => `${path}: ${message}`);

describe('A name that leads to an academy', () => {
  it('leads to one, and is written as a name', async () => {
    expect(await faultsWith('hosts: [ examens.exemple.fr, examens.exemple.fr ]')).toEqual([
      "hosts[1]: Le nom «\u00a0examens.exemple.fr\u00a0» mène déjà à une académie\u00a0: un nom ne mène qu'à une.",
    ]);
    const { faults } = await loadChanged(ACADEMY, adding("hosts: [ 'https://examens.exemple.fr' ]"));
    expect(faults[0]?.message).toContain('sans https ni barre');
    expect(await faultsWith('hosts: [ examens.exemple.fr ]')).toEqual([]);
  });

  it('has accounts made as its academy asks; any other name too, where that academy has the house alone', async () => {
    const { academies, installation } = await shippedPack();
    const [[clermont], [house]] = [academies, installation];
    if (clermont === undefined || house === undefined) throw new Error('no academy');
    const made = (all: typeof academies, host: string) => accountPolicyAt(all, house, host).confirmations;
    const named = { ...clermont, hosts: ['examens.exemple.fr'] };
    const other = { ...clermont, code: 'autre', account: undefined };
    expect(made([clermont], 'exemple.fr')).toBe('retype');
    expect(made([named, other], 'examens.exemple.fr')).toBe('retype');
    expect(made([named, other], 'exemple.fr')).toBe('readback');
    expect(made([other], 'exemple.fr')).toBe('readback');
  });

  it('is found whatever its case and its port; any other is of the house', async () => {
    const [academy] = (await shippedPack()).academies;
    if (academy === undefined) throw new Error('no academy');
    const all = [{ ...academy, hosts: ['examens.exemple.fr'] }];
    expect(academyAt(all, 'Examens.exemple.fr:8443')?.code).toBe(academy.code);
    for (const host of [undefined, '', 'exemple.fr', 'x.examens.exemple.fr'])
      expect(academyAt(all, host)).toBeUndefined();
  });
});

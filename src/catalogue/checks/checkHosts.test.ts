import { describe, expect, it } from 'vitest';
import { academyAt } from '../rules/academyAt.ts';
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

  it('is needed for rules of accounts of its own', async () => {
    const account = 'account: { passwordPolicy: modern, confirmations: readback }';
    expect((await faultsWith(account)).map((one) => one.split(':')[0])).toEqual(['account']);
    expect(await faultsWith(`hosts: [ examens.exemple.fr ]\n${account}`)).toEqual([]);
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

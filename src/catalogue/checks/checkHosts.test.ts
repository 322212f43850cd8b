import { describe, expect, it } from 'vitest';
import { academyAt } from '../rules/academyAt.ts';
import { loadChanged, shippedPack } from '../testing/shipped.ts';

const faultsWith = async (lines: string) =>
  (
    await loadChanged('academies/clermont.yaml', (text) => text.replace('portfolios:', `${lines}\nportfolios:`))
  ).faults.map(({ message }) => message);

describe('A name that leads to an academy', () => {
  it('leads to one, and is written as a name', async () => {
    expect(await faultsWith('hosts: [ examens.exemple.fr, examens.exemple.fr ]')).toEqual([
      "Le nom «\u00a0examens.exemple.fr\u00a0» mène déjà à une académie\u00a0: un nom ne mène qu'à une.",
    ]);
    expect((await faultsWith("hosts: [ 'https://examens.exemple.fr' ]"))[0]).toContain('sans https ni barre');
    expect(await faultsWith('hosts: [ examens.exemple.fr ]')).toEqual([]);
  });

  it('is needed for rules of accounts of its own', async () => {
    const account = 'account: { passwordPolicy: modern, confirmations: readback }';
    expect(await faultsWith(account)).toHaveLength(1);
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

import { afterAll, expect, it } from 'vitest';
import { ruleForm } from './ruleForm.ts';
import { openFormSite } from './testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

it('The rules of a speciality are written in the draft that was worked at last; without one there is no form', async () => {
  expect(await ruleForm(site.db, 'clermont')).toBeNull();
  await site.aDraft();
  const last = await site.aDraft();
  const form = await ruleForm(site.db, 'clermont');
  expect(form?.('45033608')).toBe(`${last}/specialites/45033608`);
  expect((await site.head.get(form?.('45033608') ?? '')).status).toBe(200);
  expect(await ruleForm(site.db, 'lyon')).toBeNull();
});

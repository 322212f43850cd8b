import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPage, signInOn } from './support/browser.ts';
import { setStage } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** The grid of marks as its person types in it: keyboard first, and no click lost. */
const stage = await setStage();

async function signedIn(name: string): Promise<Page> {
  const page = await newPage(stage.browser);
  await signInOn(page, stage.url, `${name}@demo.registre.fr`);
  await page.waitForURL(/\/gestion$/);
  await page.goto(new URL('/gestion/notes', stage.url).href);
  return page;
}

it('the head opens the batches and gives one to a person, who types, is told what is no mark, and saves', async () => {
  const camille = createVisitor(stage.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await camille.fill(`${await fillDraft(camille, 'bp-demo')}/recapitulatif`, {});
  const head = await signedIn('head');
  await head.goto(new URL('/gestion/notes?session=bp-demo', stage.url).href);
  await head.getByRole('button', { name: 'Ouvrir les lots' }).click();
  await head.locator('main input[type=checkbox]').first().check();
  await head.getByLabel(/^Première saisie/).selectOption({ index: 1 });
  await head.getByRole('button', { name: 'Attribuer' }).click();
  await head.getByText('Lots attribués.').waitFor();

  const clerk = await signedIn('jury');
  await clerk.locator('main').getByRole('link').first().click();
  const mark = clerk.locator('[data-marks] input').first();
  const save = clerk.getByRole('button', { name: 'Enregistrer' });
  await mark.fill('10,25');
  // After the last number, the button: once the page's script is there, before which the key sends the form.
  const pressed = async (): Promise<boolean> => {
    await mark.press('Enter');
    return save.evaluate((one) => one === document.activeElement);
  };
  await expect.poll(pressed).toBe(true);
  await save.click();
  await clerk.getByText('1 point est à corriger').waitFor();
  expect(await mark.inputValue()).toBe('10,25');
  // The message goes while the mark is typed: had it gone as the button was pressed, the button would have moved away.
  await mark.fill('12,5');
  expect(await clerk.locator('[data-marks] .fault').count()).toBe(0);
  await save.click();
  await clerk.getByText('1 point est à corriger').waitFor({ state: 'detached' });
  await clerk.reload();
  expect(await mark.inputValue()).toBe('12,5');
}, 600_000);

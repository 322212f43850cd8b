import { describe, expect, it } from 'vitest';
import { MAILS_FILE, type PackFile } from '../../catalogue/index.ts';
import { MAILS } from '../../everyMail.ts';
import { filesOfTwoAcademies } from '../../testing/catalogue.ts';
import { nameOfMail } from '../pages/mailPages.tsx';
import { codeOf } from './entries.ts';
import { lostByChange, mailsLeftToDelivery, withDeliveredMail } from './mailNeeds.ts';

const files = await filesOfTwoAcademies();
const changed = (change: (text: string) => string): readonly PackFile[] =>
  files.map((one) => (one.file === MAILS_FILE ? { ...one, text: change(one.text) } : one));
const CODE = 'account.exists';
const without = changed((text) => text.replace(/- code: account\.exists[\s\S]*?(?=\n- code)/, ''));

describe('A mail that the files have no words for', () => {
  it('is left to those that are delivered, and shown as they are', () => {
    expect(mailsLeftToDelivery(files, MAILS)).toEqual([]);
    const left = mailsLeftToDelivery(without, MAILS);
    expect(left.map((one) => codeOf(one, 'mails'))).toEqual([CODE]);
    expect(left[0]?.file).toBe(MAILS_FILE);
    expect(left.map((one) => nameOfMail(MAILS, one))).toEqual(['Compte qui existe déjà']);
    expect(left.map((one) => nameOfMail(new Map(), one))).toEqual([CODE]);
  });
  it('gets them at the end of the file, once', () => {
    const whole = withDeliveredMail(without, CODE);
    const text = whole.find(({ file }) => file === MAILS_FILE)?.text ?? '';
    expect(text).toMatch(/\S\n\n- code: account\.exists\n/);
    expect(text.match(/- code: account\.exists\n/g)).toHaveLength(1);
    expect(withDeliveredMail(whole, CODE)).toBe(whole);
    expect(withDeliveredMail(files, 'no.mail')).toBe(files);
    expect(withDeliveredMail([], CODE)).toEqual([]);
  });
  it('is not known where the file cannot be read', () => {
    expect(
      mailsLeftToDelivery(
        changed((text) => `${text}\n- code: [ `),
        MAILS,
      ),
    ).toEqual([]);
  });
});

describe('What a change takes from a mail', () => {
  const lost = changed((text) =>
    text.replace('Information du gestionnaire : {comment}', 'Information du gestionnaire.'),
  );
  const plain = lost === files ? [] : changed((text) => text.replaceAll(/\{comment\}/g, 'rien'));
  it('is what it needs to be of use, named with its mail', () => {
    const said = lostByChange(MAILS, files, plain);
    expect(said.map(({ mail }) => mail)).toContain('Pièce non conforme');
    for (const one of said)
      expect(one).toMatchObject({
        name: 'comment',
        why: expect.stringMatching(/./),
        mail: expect.stringMatching(/./),
      });
    expect(lostByChange(MAILS, files, files)).toEqual([]);
  });
  it('is not what it lacked before', () => {
    expect(lostByChange(MAILS, plain, plain)).toEqual([]);
    expect(lostByChange(MAILS, plain, files)).toEqual([]);
    const more = plain.map((one) =>
      one.file === MAILS_FILE ? { ...one, text: one.text.replaceAll('{link}', 'rien') } : one,
    );
    expect(new Set(lostByChange(MAILS, plain, more).map(({ name }) => name))).toEqual(new Set(['link']));
  });
});

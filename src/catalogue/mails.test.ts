import { expect, it } from 'vitest';
import { MAILS } from '../everyMail.ts';
import { deliveredMail, deliveredMailText } from './deliveredMails.ts';
import { lostBy, variablesIn } from './mails.ts';
import { MailTemplate } from './schema/mail.ts';
import { openYaml, valuesOf } from './yamlDocument.ts';

const EMPTY = { subject: '', body: '' };

it('The variables of a text are read once each, in its order', () => {
  expect(variablesIn("{name}, voici {link} et {name} ; {2}, {} et {a b} n'en sont pas")).toEqual(['name', 'link']);
});

it('Each mail needs something of what the code gives it, and its delivered words have it', () => {
  for (const [code, mail] of MAILS) {
    const needed = Object.keys(mail.needs);
    expect(needed, code).not.toEqual([]);
    expect(mail.given, code).toEqual(expect.arrayContaining(needed));
    expect(lostBy(mail, deliveredMail(code)), code).toEqual([]);
    expect(
      lostBy(mail, EMPTY).map(({ name }) => name),
      code,
    ).toEqual(needed);
  }
});

it('What is lost is said once, wherever the variable stood; a mail that is none of ours loses nothing', () => {
  const refused = { subject: '{number} {piece}', body: '{remedy} {link}' };
  expect(lostBy(MAILS.get('piece.refused'), refused)).toEqual([
    { name: 'comment', why: 'le candidat ne saurait pas pourquoi sa pièce est refusée' },
  ]);
  expect(['toString', '__proto__', 'other'].flatMap((code) => lostBy(MAILS.get(code), EMPTY))).toEqual([]);
});

it('Each delivered mail is cut out of its file as it is written there', () => {
  for (const code of MAILS.keys()) {
    const opened = openYaml(deliveredMailText(code) ?? '');
    const values = opened.ok ? valuesOf(opened.value.document) : opened;
    const [item, ...others] = values.ok && Array.isArray(values.value) ? values.value : [];
    expect([MailTemplate.parse(item), others], code).toEqual([deliveredMail(code), []]);
  }
  expect(deliveredMailText('account')).toBeNull();
});

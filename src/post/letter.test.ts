import { describe, expect, it } from 'vitest';
import { ACCOUNT_MAILS, POSTED_MAILS, type WriteLetter } from '../accounts/index.ts';
import { MAIL_VARIABLES, type MailCode } from '../catalogue/index.ts';
import { inLetter, inMail } from '../platform/mail/words.ts';
import { shippedCatalogue } from '../testing/enrolments.ts';
import { letter as marked } from './letter.ts';

/** As a mail reads it. */
const letter: typeof marked = (given, code, values) => {
  const { subject, body } = marked(given, code, values);
  return { subject: inMail(subject), body: inMail(body) };
};

const catalogue = await shippedCatalogue();

const CODES = Object.keys(MAIL_VARIABLES).filter((code): code is MailCode => Object.hasOwn(MAIL_VARIABLES, code));
/** Each variable says its own name. */
const EVERY = Object.fromEntries(
  Object.values(MAIL_VARIABLES)
    .flat()
    .map((name) => [name, `<${name}>`]),
) as Parameters<typeof letter<MailCode>>[2];

describe('A letter', () => {
  it('has each variable filled, in the subject and in the body', () => {
    const values = { ...EVERY, name: 'Martin', number: 'BP24-00127-K' };
    const { subject, body } = letter(catalogue, 'enrolment.registered', values);
    expect(subject).toBe('Votre inscription BP24-00127-K est enregistrée');
    expect(body).toMatch(/^Bonjour <civility> Martin,\n/);
    expect(body).toContain('BP24-00127-K\u00a0: <exam>, spécialité <speciality>, <session>.');
  });

  it('never reads a value as a template', () => {
    const { body } = letter(catalogue, 'piece.refused', { ...EVERY, comment: 'Écrivez {link} et $& et {name}.' });
    expect(body).toContain('Information du gestionnaire\u00a0: Écrivez {link} et $& et {name}.');
  });

  it('without one of its values is a fault of ours, not a mail with a hole', () => {
    const { number: _, ...others } = EVERY;
    expect(() => letter(catalogue, 'enrolment.validated', others as typeof EVERY)).toThrow('{number}');
  });

  it.each(CODES)('%s is whole: no brace left, every declared variable there', (code) => {
    const { subject, body } = letter(catalogue, code, EVERY);
    expect(`${subject}\n${body}`).not.toMatch(/[{}]/);
    for (const name of catalogue.mail(code).variables) expect(`${subject}\n${body}`).toContain(`<${name}>`);
  });
});

/** What somebody without a mail box and without a computer can do nothing with. */
const ON_LINE =
  /https?:|\bmails?\b|en ligne|\bpage\b|«\s(Mes|Mon) |votre espace|vos justificatifs|[Cc]liqu|[Cc]onnect|@/;
/** Of no use in a letter (`onlyByMail`), or to who works here. */
const NEVER_POSTED: readonly MailCode[] = [
  ...ACCOUNT_MAILS.filter((code) => !POSTED_MAILS.some((one) => one === code)),
  'enrolment.signature-code',
  'enrolment.unregistered',
  'rules.changed-draft',
  'rules.submitted',
  'enrolment.signed',
  'file.infected',
  'document.infected',
  'file.unreadable',
  'document.unreadable',
];

describe('The letter to who has no mail box', () => {
  it.each(CODES.filter((code) => !NEVER_POSTED.includes(code)))('%s says nothing of mails, links or pages', (code) => {
    const { subject, body } = marked(catalogue, code, { ...EVERY, link: 'https://registre.example/page' });
    expect(`${inLetter(subject)}\n${inLetter(body)}`).not.toMatch(ON_LINE);
    // Something is said beside the greeting.
    expect(inLetter(body).split('\n\n').length, inLetter(body)).toBeGreaterThan(1);
    expect(inLetter(body)).not.toMatch(/:$/);
  });
});

describe('The mails of the accounts', () => {
  /** As main gives it to the accounts. */
  const write: WriteLetter = (template, values) => letter(catalogue, template, values);
  const values = {
    civility: 'Mme',
    name: 'Martin',
    link: 'https://registre.example/lien',
    code: '123456',
    opens: 'mercredi 29 novembre 2023',
    deadline: 'vendredi 1er décembre 2023',
    role: 'gestionnaire',
    contact: 'le bureau',
    changes: 'Prénoms',
    passkey: 'Ordinateur du bureau',
  };

  it.each(ACCOUNT_MAILS)('%s has its words in the pack, and its link alone on a line', (code) => {
    const { subject, body } = write(code, values);
    expect(subject).not.toBe('');
    expect(body.split('\n')).toContain(values.link);
    expect(body).not.toMatch(/[{}]/);
  });

  it('say what to do when somebody else changed the password or the address', () => {
    expect(write('account.password-changed', values).body).toContain(
      "Ce n'était pas vous\u00a0? Choisissez-en un autre tout de suite\u00a0:\n\nhttps://registre.example/lien",
    );
    expect(write('account.address-change', values).body).toContain("jusqu'au vendredi 1er décembre 2023");
    expect(write('account.address-changed', values).body).toContain("Ce n'était pas vous\u00a0?");
  });
});

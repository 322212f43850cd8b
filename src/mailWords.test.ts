import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, type MailHead, type MailVariable, VARIABLE_WORDS } from './catalogue/index.ts';
import { MAILS_OF_ROOMS } from './everyMail.ts';
import { keysOf } from './platform/keys.ts';
import { inLetter, inMail, type MailWords } from './platform/mail/words.ts';
import { shippedCatalogue } from './testing/enrolments.ts';
import { frenchFaults } from './testing/french.ts';

const { accountMails, fileMails, paperMails } = MAILS_OF_ROOMS;
type Values = Readonly<Record<MailVariable, string>>;
type Packed = MailHead & { readonly given: readonly string[]; readonly write: Write };
type Write = (catalogue: Pick<Catalogue, 'mail'>, values: Values) => MailWords;

/** As a mail reads it. */
const letter = (write: Write, values: Values): MailWords => {
  const { subject, body } = write(catalogue, values);
  return { subject: inMail(subject), body: inMail(body) };
};

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await shippedCatalogue();
});

const PACKED = Object.values(MAILS_OF_ROOMS)
  .flatMap((mails): readonly MailHead[] => Object.values(mails))
  .filter((mail): mail is Packed => 'given' in mail);
/** Each variable says its own name. */
const EVERY = Object.fromEntries(keysOf(VARIABLE_WORDS).map((name) => [name, `<${name}>`])) as Values;

describe('A letter', () => {
  it('has each variable filled, in the subject and in the body', () => {
    const values = { ...EVERY, name: 'Martin', number: 'BP24-00127-K' };
    const { subject, body } = letter(paperMails.registered.write, values);
    expect(subject).toBe('Votre inscription BP24-00127-K est enregistrée');
    expect(body).toMatch(/^Bonjour <civility> Martin,\n/);
    expect(body).toContain('BP24-00127-K\u00a0: <exam>, spécialité <speciality>, <session>.');
  });

  it('never reads a value as a template', () => {
    const { body } = letter(fileMails.pieceRefused.write, { ...EVERY, comment: 'Écrivez {link} et $& et {name}.' });
    expect(body).toContain('Information du gestionnaire\u00a0: Écrivez {link} et $& et {name}.');
  });

  it('without one of its values is a fault of ours, not a mail with a hole', () => {
    const { number: _, ...others } = EVERY;
    expect(() => letter(fileMails.validated.write, others as Values)).toThrow('{number}');
  });

  it.each(PACKED)('$code is whole: no brace left, every declared variable there', ({ code, write }) => {
    const { subject, body } = letter(write, EVERY);
    expect(`${subject}\n${body}`).not.toMatch(/[{}]/);
    for (const { variables } of catalogue.pack.mails.filter((one) => one.code === code))
      for (const name of variables) expect(`${subject}\n${body}`).toContain(`<${name}>`);
  });

  it.each(PACKED.filter(({ to }) => to === undefined))('$code is in plain French', ({ write }) => {
    const { subject, body } = letter(write, EVERY);
    expect(frenchFaults(`${subject}\n${body}`.replaceAll(/[<>]/g, ''))).toEqual([]);
  });
});

/** What somebody without a mail box and without a computer can do nothing with. */
const ON_LINE =
  /https?:|\bmails?\b|en ligne|\bpage\b|«\s(Mes|Mon) |votre espace|vos justificatifs|[Cc]liqu|[Cc]onnect|@/;
describe('The letter to who has no mail box', () => {
  const posted = PACKED.filter(({ to, onlyByMail }) => to !== 'staff' && !onlyByMail);
  it.each(posted)('$code says nothing of mails, links or pages', ({ write }) => {
    const { subject, body } = write(catalogue, { ...EVERY, link: 'https://registre.example/page' });
    expect(`${inLetter(subject)}\n${inLetter(body)}`).not.toMatch(ON_LINE);
    // Something is said beside the greeting.
    expect(inLetter(body).split('\n\n').length, inLetter(body)).toBeGreaterThan(1);
    expect(inLetter(body)).not.toMatch(/:$/);
  });
});

describe('The mails of the accounts', () => {
  const values = { ...EVERY, link: 'https://registre.example/lien', deadline: 'vendredi 1er décembre 2023' };

  it.each(PACKED.filter(({ code }) => /^(account|staff)\./.test(code)))(
    '$code has its link alone on a line',
    ({ write }) => {
      const { subject, body } = letter(write, values);
      expect(subject).not.toBe('');
      expect(body.split('\n')).toContain(values.link);
      expect(body).not.toMatch(/[{}]/);
    },
  );

  it('say what to do when somebody else changed the password or the address', () => {
    expect(letter(accountMails.passwordChanged.write, values).body).toContain(
      "Ce n'était pas vous\u00a0? Choisissez-en un autre tout de suite\u00a0:\n\nhttps://registre.example/lien",
    );
    expect(letter(accountMails.addressChange.write, values).body).toContain("jusqu'au vendredi 1er décembre 2023");
    expect(letter(accountMails.addressChanged.write, values).body).toContain("Ce n'était pas vous\u00a0?");
  });
});

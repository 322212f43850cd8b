import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differencesBetween } from './difference.ts';
import { differencesInWords, summaryOf, valueInWords } from './differenceWords.ts';

const read = (file: string) => ({ file, text: readFileSync(`catalogue/${file}`, 'utf8') });
const plain = (text: unknown): string => JSON.stringify(text).replaceAll('\u00a0', ' ');
const SESSION = read('sessions/bp-2024-clermont.yaml');
const COIFFURE = read('exams/bp/regulations/45033608-coiffure.yaml');
const MAILS = read('texts/mails.yaml');
const PIECES = read('exams/bp/pieces.yaml');

describe('Differences', () => {
  const change = (file: { file: string; text: string }, from: string | RegExp, to: string) => ({
    file: file.file,
    text: file.text.replace(from, to),
  });
  const before = [SESSION, COIFFURE, MAILS, PIECES];
  const after = [
    change(change(SESSION, 'at: 2023-12-22T17:00', 'at: 2023-12-29T12:00'), 'signature: both', 'signature: paper'),
    change(COIFFURE, /coefficient: \d+/, 'coefficient: null'),
    change(MAILS, 'subject: Activez votre compte', 'subject: Activez-le'),
    change(PIECES, '- when: { fact: minor, is: true }', '- when: { fact: ageAtEnrolment, below: 21 }'),
  ];
  const found = differencesBetween(before, after);
  const said = differencesInWords(found);
  const of = (title: string) => said.find((one) => one.title === title);

  it('begin with what is in them', () => {
    expect(plain(summaryOf(found))).toBe('["1 session","1 réglage","1 règle de pièce","1 coefficient","1 mail"]');
  });
  it('count what comes or goes whole as one', () => {
    const added = differencesBetween([], [SESSION, COIFFURE]);
    expect(plain(summaryOf(added))).toBe('["1 session","1 règlement"]');
    const gone = differencesBetween(
      [PIECES],
      [{ file: PIECES.file, text: PIECES.text.replace(/^- code: REPLEG\n(?: .*\n|\n)*/m, '') }],
    );
    expect(plain(summaryOf(gone))).toBe('["1 pièce"]');
  });
  it('of a session are a table of its dates, then its answers in words', () => {
    expect(plain(of('session 2024')?.dates)).toBe(
      plain([
        {
          where: 'Fin des corrections',
          was: 'vendredi 22 décembre 2023 à 17 h 00',
          is: 'vendredi 29 décembre 2023 à 12 h 00',
        },
      ]),
    );
    expect(plain(of('session 2024')?.others)).toContain(
      'Comment la confirmation est-elle signée ?","was":"Au choix","is":"Sur papier"',
    );
  });
  it('name a unit, a condition and a mail as their forms do', () => {
    expect(plain(of('Coiffure')?.others)).toMatch(/Unité U\w+ › Coefficient","was":"\d+","is":"inconnu"/);
    expect(plain(said)).toContain('"title":"Activation du compte","what":"mail"');
    expect(plain(said)).toContain('"is":"si le candidat a moins de 21 ans"');
  });
  it('of an entry that comes or goes are all that it says', () => {
    const made = differencesInWords(differencesBetween([], [SESSION]));
    expect(made).toHaveLength(1);
    expect([made[0]?.kind, made[0]?.dates[0]?.where, made[0]?.dates[0]?.was]).toEqual([
      'added',
      'Inscriptions › Ouverture du registre',
      null,
    ]);
    const less = change(MAILS, /- code: account\.exists[\s\S]*?(?=- code)/, '');
    expect(differencesInWords(differencesBetween([MAILS], [less]))).toEqual([
      expect.objectContaining({ kind: 'gone', title: 'account.exists', what: 'mail' }),
    ]);
  });
  it('read in French whatever the value', () => {
    expect(plain(valueInWords(undefined, '2023-12-01T17:05'))).toBe('"vendredi 1er décembre 2023 à 17 h 05"');
    expect(['2023-02-31', 'null', 'true', '{ "a', '__proto__'].map((one) => valueInWords(undefined, one))).toEqual([
      '2023-02-31',
      'inconnu',
      'oui',
      '{ "a',
      '__proto__',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { MAILS } from '../../everyMail.ts';
import type { LocatedPack } from '../located.ts';
import { pathsFound } from '../testing/shipped.ts';
import { expectFault, expectFinding, MAILS as MAILS_YAML, type Spoiled } from '../testing/spoiled.ts';
import { checkEveryMail, checkMailNeeds, checkMails } from './checkMails.ts';
import type { KnownCodes } from './known.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a variable that is not declared',
    file: MAILS_YAML,
    from: 'variables: [ link ]',
    to: 'variables: []',
    at: 'body: |',
    says: /emploie \{link\}, qui n'est pas dans variables/,
  },
  {
    what: 'a variable that is not used',
    file: MAILS_YAML,
    from: 'Information du gestionnaire : {comment}',
    to: 'Information du gestionnaire.',
    at: 'variables: [ civility, name, number, piece, comment',
    says: /\{comment\} est dans variables/,
  },
  {
    what: 'a variable that nobody gives to that mail',
    file: MAILS_YAML,
    from: /variables: \[ link \]\n {2}body: \|\n {4}Bonjour,/,
    to: 'variables: [link, version]\n  body: |\n    Bonjour {version},',
    at: 'variables: [link, version]',
    says: /\{version\} n'est pas connue pour ce mail/,
  },
  {
    what: 'a stray brace',
    file: MAILS_YAML,
    from: 'saisissez ce code',
    to: 'saisissez { ce code',
    at: 'body: |',
    says: /accolade est seule/,
  },
  {
    what: 'a mail of activation without its link',
    file: MAILS_YAML,
    from: /\n {4}\{link\}\n\n {4}Ou saisissez/,
    to: '\n    Ou saisissez',
    at: 'body: |',
    says: /Il manque \{link\} dans ce mail : sans elle, le compte ne pourrait pas être activé\. Écrivez \{link\}/,
  },
  {
    what: 'a refusal without its ground',
    file: MAILS_YAML,
    from: 'Information du gestionnaire : {comment}',
    to: 'Information du gestionnaire.',
    at: 'body: |',
    says: /\{comment\} dans ce mail : sans elle, le candidat ne saurait pas pourquoi/,
  },
  {
    what: 'a mail that nobody sends',
    file: MAILS_YAML,
    from: '- code: account.exists',
    to: '- code: account.exist',
    at: '- code: account.exist',
    says: /« code » doit valoir l'une de ces valeurs : account\.activation/,
  },
  {
    what: 'a mail that is missing',
    file: MAILS_YAML,
    from: /- code: account\.exists[\s\S]*?(?=- code)/,
    to: '',
    at: '- code: account.activation',
    says: /Il manque le texte du mail « account.exists »/,
  },
];

const check = (pack: LocatedPack, known: KnownCodes) => [
  ...checkMails(pack, MAILS),
  ...checkMailNeeds(pack, MAILS),
  ...checkEveryMail(known, MAILS),
];

describe('A mail that could not be written', () => {
  it.each(SPOILED)('$what', expectFinding(check));

  it('a variable that no mail knows', () =>
    expectFault({
      what: 'a variable that no mail knows',
      file: MAILS_YAML,
      from: 'variables: [ link ]',
      to: 'variables: [lien]',
      at: 'variables: [lien]',
      says: /doit valoir l'une de ces valeurs : civility/,
    }));

  it('a variable that is declared twice', async () => {
    const twice = await pathsFound(check, 'mails', (all) =>
      all.map((one, index) => (index === 0 ? { ...one, variables: [...one.variables, ...one.variables] } : one)),
    );
    expect(new Set(twice)).toEqual(new Set(['variables']));
    expect(await pathsFound(check, 'mails', (all) => all)).toEqual([]);
  });
});

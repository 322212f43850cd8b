import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAILS as SENT } from '../../everyMail.ts';
import { differencesBetween, type FileDifference, type ValueChange } from './difference.ts';
import { differencesInWords, summaryOf, valueInWords, withMailNames } from './differenceWords.ts';

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
  const said = differencesInWords(withMailNames(found, SENT));
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

type Changed = readonly [path: string, was: string | undefined, is: string | undefined];
/** What differs in a file, each value by its place: `units/U1/coefficient`. */
const fileOf = (
  file: string,
  changes: readonly Changed[],
  names: FileDifference['names'] = [],
  kind: FileDifference['kind'] = 'changed',
): FileDifference => ({
  file,
  kind,
  names,
  lines: null,
  values: changes.map(([path, was, is]): ValueChange => ({ path: path.split('/'), was, is })),
});
const entries = (...files: readonly FileDifference[]) => differencesInWords({ files, valuesLeft: 0 });
const counts = (...files: readonly FileDifference[]) => summaryOf({ files, valuesLeft: 0 });
const wheres = (file: string, ...paths: readonly string[]) =>
  entries(
    fileOf(
      file,
      paths.map((path): Changed => [path, 'a', 'b']),
    ),
  ).flatMap(({ others }) => others.map(({ where }) => where.replaceAll('\u00a0', ' ')));
const SESSIONS = 'sessions/x.yaml';
const RULES = 'exams/bp/pieces.yaml';
const REGULATION = 'exams/bp/regulations/x.yaml';

describe('Where a difference stands', () => {
  it('is said by the labels of the form, item by item', () => {
    expect(wheres(REGULATION, 'units/U1/coefficient', 'units/U2', 'title')).toEqual([
      'Unités › Unité U1 › Coefficient',
      'Unités › Unité U2',
      'Titre',
    ]);
  });
  it('is said by the keys of the file where nothing has words for them', () => {
    expect(wheres('other/x.yaml', 'a/b', 'constructor')).toEqual(['a › b', 'constructor']);
    expect(wheres(SESSIONS, 'toString', 'unknown/key')).toEqual(['toString', 'unknown › key']);
    expect(wheres(REGULATION, 'openedDaysBefore')).toEqual(['openedDaysBefore']);
    expect(wheres(RULES, 'A/rules/1/when')).toEqual(['Règles › Règle 1 › Demandée']);
    expect(wheres(SESSIONS, 'label/inside')).toEqual(['Nom de la session › inside']);
  });
  it('is said of a session of the demonstration and of the situation of a typical case too', () => {
    expect(wheres(SESSIONS, 'openedDaysBefore', 'label')).toEqual([
      "Jours passés depuis l'ouverture",
      'Nom de la session',
    ]);
    expect(wheres('exams/bp/cases/x.yaml', 'a/question', 'a/question/speciality')[0]).toBe('Situation');
    expect(wheres('exams/bp/cases/x.yaml', 'a/question/speciality')[0]).toBe(
      'Situation › Code national de la spécialité',
    );
  });
});

describe('Entries that differ', () => {
  it('are told apart in a list by their code, and named where they have a name', () => {
    const changes: readonly Changed[] = [
      ['A/label', 'a', 'b'],
      ['B/label', 'a', 'b'],
      ['A/example', 'a', 'b'],
    ];
    expect(
      entries(fileOf(RULES, changes, [['A', 'Une pièce']])).map(({ title, what, kind, others }) => [
        title,
        what,
        kind,
        others.length,
      ]),
    ).toEqual([
      ['Une pièce', 'pièce', 'changed', 2],
      ['B', 'pièce', 'changed', 1],
    ]);
  });
  it('are called by their file where nothing else names them', () => {
    expect(entries(fileOf('other/x.yaml', [['a', '1', '2']]))).toEqual([
      {
        file: 'other/x.yaml',
        kind: 'changed',
        title: 'other/x.yaml',
        what: '',
        dates: [],
        others: [{ where: 'a', was: '1', is: '2' }],
      },
    ]);
    expect(entries(fileOf(SESSIONS, [['label', 'a', 'b']], [['', 'session 2027']]))[0]?.title).toBe('session 2027');
  });
  it('of a file that can not be read are none', () => {
    const unread: FileDifference = { ...fileOf(SESSIONS, []), values: null };
    expect([entries(unread), counts(unread)]).toEqual([[], []]);
  });
  it('come or go whole, or change in a part of theirs', () => {
    const kind = (changes: readonly Changed[], of: FileDifference['kind'] = 'changed') =>
      entries(fileOf(RULES, changes, [], of))[0]?.kind;
    expect([
      kind([['A', undefined, '{}']]),
      kind([['A', '{}', undefined]]),
      kind([['A', 'x', 'y']]),
      kind([['A/label', undefined, 'x']]),
      kind([
        ['A/label', undefined, 'x'],
        ['A/example', undefined, 'x'],
      ]),
      kind([['A/label', undefined, 'x']], 'added'),
      kind([['A/label', 'x', undefined]], 'gone'),
    ]).toEqual(['added', 'gone', 'changed', 'changed', 'changed', 'added', 'gone']);
  });
  it('change, where a file that is one entry gains or loses one value', () => {
    for (const change of [
      ['notes', undefined, 'x'],
      ['notes', 'x', undefined],
    ] as const) {
      expect(entries(fileOf(REGULATION, [change])).map(({ kind }) => kind)).toEqual(['changed']);
      expect(counts(fileOf(SESSIONS, [['reminders', change[1], change[2]]])).map((one) => one.slice(2))).toEqual([
        'relance',
      ]);
    }
  });
  it('say what comes in an item in the words of its form', () => {
    const [one] = entries(fileOf(RULES, [['A/rules/1', undefined, '{"why":"Mineur."}']]));
    expect(plain(one?.others)).toBe(
      plain([{ where: 'Règles › Règle 1', was: null, is: 'Raison, dite au candidat : Mineur.' }]),
    );
  });
  it('have their days and instants in the order of time, before the rest', () => {
    const [one] = entries(
      fileOf(SESSIONS, [
        ['examStartsOn/on', '2024-06-03', '2024-06-10'],
        ['label', 'a', 'b'],
        ['window/closesAt', '2023-12-01T17:00', undefined],
        ['window/opensAt', undefined, '2023-10-12T14:00'],
        ['year', '2024-06', '12024-06-03'],
        ['zone', 'a', '2024-06-03 environ'],
      ]),
    );
    expect(plain(one?.dates)).toBe(
      plain([
        { where: 'Inscriptions › Ouverture du registre', was: null, is: 'jeudi 12 octobre 2023 à 14 h 00' },
        { where: 'Inscriptions › Clôture du registre', was: 'vendredi 1er décembre 2023 à 17 h 00', is: null },
        { where: "Début de l'examen › Premier jour de l'examen", was: 'lundi 3 juin 2024', is: 'lundi 10 juin 2024' },
      ]),
    );
    expect(one?.others.map(({ was }) => was)).toEqual(['a', '2024-06', 'a']);
  });
});

describe('What changes, counted', () => {
  it('begins with the sessions, whatever the order of files', () => {
    expect(
      counts(fileOf(REGULATION, [['title', 'a', 'b']]), fileOf(SESSIONS, [['label', 'a', 'b']])).map((one) =>
        one.replaceAll('\u00a0', ' '),
      ),
    ).toEqual(['1 session', '1 règlement']);
  });
  it('counts each thing once, however much of it changes', () => {
    const said = (...files: readonly FileDifference[]) => counts(...files).map((one) => one.replaceAll('\u00a0', ' '));
    expect(
      said(
        fileOf(REGULATION, [
          ['units/U1/coefficient', '1', '2'],
          ['units/U1/mode', 'a', 'b'],
          ['units/U1/title', 'a', 'b'],
          ['units/U2/title', 'a', 'b'],
          ['units/U3/coefficient', '1', '2'],
        ]),
      ),
    ).toEqual(['2 coefficients', '2 unités']);
    const rules = fileOf(RULES, [
      ['A/rules/1/why', 'a', 'b'],
      ['A/rules/1/source', 'a', 'b'],
      ['A/rules/2/why', 'a', 'b'],
      ['B/rules/1/why', 'a', 'b'],
      ['B/label', 'a', 'b'],
      ['B/example', 'a', 'b'],
      ['C', undefined, '{}'],
    ]);
    expect(said(rules)).toEqual(['3 règles de pièces', '2 pièces']);
    expect(
      said(fileOf('sessions/a.yaml', [['year', '1', '2']]), fileOf('sessions/b.yaml', [['year', '1', '2']])),
    ).toEqual(['2 sessions']);
  });
  it('counts a file that comes or goes as one, and of no known kind as nothing', () => {
    const whole: readonly Changed[] = [
      ['units/U1/coefficient', undefined, '2'],
      ['title', undefined, 'x'],
    ];
    expect(counts(fileOf(REGULATION, whole, [], 'added')).map((one) => one.replaceAll('\u00a0', ' '))).toEqual([
      '1 règlement',
    ]);
    expect(counts(fileOf('other/x.yaml', [['a', '1', '2']]))).toEqual([]);
  });
});

describe('A value in words', () => {
  const words = {
    label: 'Mode',
    options: { online: 'En ligne', post: { label: 'Par la poste', hint: 'Sous pli.' }, oui: 'la nôtre' },
  };
  const said = (value: string, of: Parameters<typeof valueInWords>[0] = words) =>
    valueInWords(of, value).replaceAll('\u00a0', ' ');
  it('is the answer of its form, and itself where the form has none', () => {
    expect(
      ['online', 'post', 'online, post', 'online, gone', 'toString', 'true', 'false', 'null'].map((one) => said(one)),
    ).toEqual([
      'En ligne',
      'Par la poste',
      'En ligne, Par la poste',
      'En ligne, gone',
      'toString',
      'la nôtre',
      'non',
      'inconnu',
    ]);
    expect(said('false', { label: 'x', options: { non: { label: 'une autre', hint: 'Sa source la donne.' } } })).toBe(
      'une autre',
    );
    expect(['true', 'false', 'online', '{oops', '[oops', 'x{', 'x['].map((one) => said(one, 'Mode'))).toEqual([
      'oui',
      'non',
      'online',
      '{oops',
      '[oops',
      'x{',
      'x[',
    ]);
  });
  it('is a day or an instant, with its hour where it has one', () => {
    expect([said('2024-06-03'), said('2023-12-01T17:00')]).toEqual([
      'lundi 3 juin 2024',
      'vendredi 1er décembre 2023 à 17 h 00',
    ]);
  });
  it('is one line a field where it is a whole entry, in the words of each', () => {
    const fields = {
      mode: words,
      when: 'Demandée',
      list: { label: 'Liste', fields: { n: { label: 'Nombre' } } },
    };
    const tree = {
      mode: 'post',
      when: { fact: 'minor', is: true },
      list: [{ n: 1 }, { n: null }],
      toString: 'x',
      plain: ['a', 'b'],
    };
    expect(said(JSON.stringify(tree), { label: 'Tout', fields }).split('\n')).toEqual([
      'Mode : Par la poste',
      'Demandée : si le candidat est mineur',
      'Liste : Nombre : 1',
      'Nombre : inconnu',
      'toString : x',
      'plain : a, b',
    ]);
    expect(valueInWords(undefined, '{"a":1}')).toBe('a\u00a0: 1');
    expect(said('{"a":"2024-06-03"}', 'Tout')).toBe('a : lundi 3 juin 2024');
    expect(said('[{"a":1},{"a":2}]', 'Tout')).toBe('a : 1\na : 2');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bases, type CopyPlan, copiedSession, namesFor, planCopy } from './copySession.ts';
import { entriesOn, type PackEntry } from './entries.ts';
import { instantsOf, isRelative, movedInstant, type Shift, weeksBetween } from './sessionInstants.ts';
import { readTree, textAt, valueAt } from './yamlTree.ts';

const FILE = 'sessions/bp-2024-clermont.yaml';
const TEXT = readFileSync(`catalogue/${FILE}`, 'utf8');

function sessionOf(text: string): PackEntry {
  const [entry] = entriesOn([{ file: FILE, text }], 'sessions');
  if (entry === undefined) throw new Error('Not a session');
  return entry;
}
function plan(year: number, shift: Shift = 'weeks', text = TEXT): CopyPlan {
  const found = planCopy(sessionOf(text), year, shift);
  if (found === null) throw new Error('No plan');
  return found;
}
const words = { header: '# Nouvelle session.', source: 'Déduit de 2024' };
const copy = (made: CopyPlan): string => copiedSession(made, namesFor(made), words);

describe('The instants of a session', () => {
  const instants = instantsOf(readTree(TEXT));
  it('stand in the order of time, those not known last, each at its place', () => {
    expect(instants.map(({ label, at }) => `${label.replace(/\u00a0:.*/, '')} ${at}`)).toEqual([
      'Ouverture du registre 2023-10-12T14:00',
      ...Array.from({ length: 7 }, () => 'Ouverture du dépôt 2023-10-12T14:00'),
      ...Array.from({ length: 6 }, () => 'Échéance du dépôt 2023-12-01T17:00'),
      'Clôture du registre 2023-12-01T17:00',
      'Fin des corrections 2023-12-22T17:00',
      'Échéance du dépôt 2024-03-08T00:00',
      'Dernière correction possible 2024-05-03T17:00',
      "Premier jour de l'examen 2024-06-03",
      'Publication des résultats ',
    ]);
    for (const { path, at } of instants) expect(textAt(readTree(TEXT), path)).toBe(at);
    expect(
      instants.filter(({ label }) => label.endsWith('\u00a0: Travail en hauteur')).map(({ path }) => path),
    ).toEqual([
      ['pieceGroups', 6, 'opensAt'],
      ['pieceGroups', 6, 'dueAt'],
    ]);
    expect(instantsOf({ resultsAt: { at: '2024-07-01T12:00' } }).map(({ label }) => label)[0]).toBe(
      'Publication des résultats',
    );
  });
  it.each<[string, Shift, string | null]>([
    ['2023-10-12T14:00', 'weeks', '2026-10-15T14:00'],
    ['2023-10-12T14:00', 'dates', '2026-10-12T14:00'],
    ['2024-06-03', 'weeks', '2027-06-07'],
    ['2024-06-03', 'dates', '2027-06-03'],
    ['2024-02-29', 'dates', '2027-02-28'],
    ['', 'weeks', null],
    ['2024-02-30', 'weeks', null],
    ['2024-06-03T25:00', 'dates', null],
  ])('%j moved by %s is %j', (at, shift, after) => {
    expect(movedInstant(at, shift, 157, 3)).toBe(after);
  });
  it('are as many weeks apart as leave the opening nearest to its day', () => {
    const opening = (opensAt: string) => ({ window: { opensAt } });
    expect([1, 3, -1, 0].map((years) => weeksBetween(opening('2023-10-12T14:00'), years))).toEqual([52, 157, -52, 0]);
    expect(weeksBetween(opening('demain'), 1)).toBeNull();
    expect(weeksBetween({}, 1)).toBeNull();
  });
  it('are those of another session where one is made from it', () => {
    expect([isRelative({ basedOn: 'bp-2024-clermont' }), isRelative(readTree(TEXT))]).toEqual([true, false]);
  });
});

describe('A session made from another', () => {
  it('is made of one that has a code, a year and dates of its own, the last one first', () => {
    const one = (text: string) => sessionOf(text);
    const [old, last] = [one('code: a\nyear: 2019\n'), one('code: c\nyear: 2021\n')];
    const others = ['year: 2030\n', 'code: d\n', 'code: e\nyear: 0\n', 'code: f\nyear: 2024\nbasedOn: a\n'];
    expect(bases([old, ...others.map(one), last])).toEqual([last, old]);
  });
  it('moves every instant that is known, by weeks or by dates', () => {
    const made = plan(2027);
    expect([made.year, made.shift, made.weeks]).toEqual([2027, 'weeks', 157]);
    expect(made.instants.map(({ after }) => after)).toEqual(
      made.instants.map(({ at }) => movedInstant(at, 'weeks', 157, 3)),
    );
    expect(plan(2027, 'dates').instants[0]?.after).toBe('2026-10-12T14:00');
  });
  it('can not be made where the base has no year or no opening', () => {
    for (const text of [TEXT.replace('year: 2024', 'year: bientôt'), TEXT.replaceAll('opensAt: 2023', 'opensAt: x')])
      expect(planCopy(sessionOf(text), 2027, 'weeks')).toBeNull();
  });
  it.each([
    [2027, { code: 'bp-2027-clermont', label: 'session 2027', numberPrefix: 'BP27' }],
    [2105, { code: 'bp-2105-clermont', label: 'session 2105', numberPrefix: 'BP05' }],
  ])('bears the year %s in its names', (year, names) => {
    expect(namesFor({ base: sessionOf(TEXT), year })).toEqual(names);
  });
  it('keeps the names of a base without a year, and reads a year of one figure with two', () => {
    const base = (text: string) => sessionOf(`code: a-2024\nlabel: b\nnumberPrefix: BP04\n${text}`);
    expect(namesFor({ base: base(''), year: 2027 })).toEqual({ code: 'a-2024', label: 'b', numberPrefix: 'BP04' });
    expect(namesFor({ base: base('year: 2004\n'), year: 2027 }).numberPrefix).toBe('BP27');
  });
  it('has the dates moved, marked as derived, and its source at the end', () => {
    const text = copy(plan(2027));
    const root = readTree(text);
    const at = (...path: readonly (string | number)[]) => valueAt(root, path);
    expect([at('code'), at('label'), at('year'), at('numberPrefix')]).toEqual([
      'bp-2027-clermont',
      'session 2027',
      2027,
      'BP27',
    ]);
    expect([at('window', 'opensAt'), at('pieceGroups', 6, 'dueAt'), at('examStartsOn', 'on')]).toEqual([
      '2026-10-15T14:00',
      '2027-03-12T00:00',
      '2027-06-07',
    ]);
    for (const key of ['correctionsEndAt', 'examStartsOn'])
      expect([at(key, 'source'), at(key, 'confidence')], key).toEqual([words.source, 'derived']);
    expect(at('resultsAt')).toEqual(valueAt(readTree(TEXT), ['resultsAt']));
    expect(at('sources')).toEqual([valueAt(readTree(TEXT), ['sources', 0]), words.source]);
  });
  it('marks each date that only the session knows as derived, and those alone that could be moved', () => {
    const known = TEXT.replace(/^resultsAt:\n {2}at: null/m, 'resultsAt:\n  at: 2024-07-05T12:00');
    expect(known).not.toBe(TEXT);
    const root = readTree(copy(plan(2027, 'weeks', known)));
    for (const key of ['correctionsEndAt', 'lastCorrectionAt', 'examStartsOn', 'resultsAt'])
      expect([valueAt(root, [key, 'source']), valueAt(root, [key, 'confidence'])], key).toEqual([
        words.source,
        'derived',
      ]);
    const lost = TEXT.replace(/^(correctionsEndAt:\n {2}at: ).*/m, '$1bientôt');
    expect(lost).not.toBe(TEXT);
    const kept = readTree(copy(plan(2027, 'weeks', lost)));
    expect(valueAt(kept, ['correctionsEndAt'])).toEqual(valueAt(readTree(lost), ['correctionsEndAt']));
  });
  it('leaves behind the heading and the remarks that speak of the years of its base, and keeps the others', () => {
    const text = copy(plan(2027));
    expect(text.startsWith('# Nouvelle session.\n\ncode: bp-2027-clermont\n')).toBe(true);
    expect(text).not.toMatch(/^ *#.*\b202[34]\b/m);
    expect(text).not.toContain("# d'inscription ; le 8 mars est une tolérance");
    expect(text).toContain('# Toutes les pièces se déposent en ligne.');
    expect(text).toContain('imprimer, dater, signer, télé-verser.\n  signature: both\n');
    const remarked = TEXT.replace('exam: bp\n', '# Depuis 12024 et 2022.\nexam: bp\n').replace(
      'zone:',
      '# Fin 2023.\nzone:',
    );
    const kept = copy(plan(2027, 'weeks', remarked));
    expect(kept).toContain('# Depuis 12024 et 2022.\nexam: bp\n');
    expect(kept).not.toContain('# Fin 2023.');
  });
  it('keeps a line of a text that only looks like a remark', () => {
    const help = 'help: |\n  Voir\n  # 2024\n  ici\n';
    const text = copy(plan(2027, 'weeks', `${TEXT}${help}`));
    expect(textAt(readTree(text), ['help'])).toBe('Voir\n# 2024\nici\n');
  });
});

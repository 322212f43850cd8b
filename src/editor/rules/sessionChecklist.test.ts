import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entryNamed, withFile } from './entries.ts';
import { type Check, checksFor, type NamedCheck, statusOf } from './sessionChecklist.ts';

const files = readdirSync('catalogue', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, text: readFileSync(`catalogue/${file}`, 'utf8') }));
const [base] = files.filter(({ file }) => file === 'sessions/bp-2024-clermont.yaml');
const TEXT = base?.text ?? '';

const SPECIALITIES = `
- { cfd: 'OPENS', name: Nouvelle, firstSession: 2027, lastSession: null }
- { cfd: 'EARLIER', name: Ouverte, firstSession: 2026, lastSession: null }
- { cfd: 'LATER', name: Future, firstSession: 2028, lastSession: null }
- { cfd: 'CLOSES', name: Finie, firstSession: 2000, lastSession: 2026, replacedBy: OPENS }
- { cfd: 'CLOSED', name: Close, firstSession: 2000, lastSession: 2024 }
- { cfd: 'EXTRA', name: Rattrapage, firstSession: 2000, lastSession: 2026, extraSession: 2027 }
- { cfd: 'HIDDEN', name: Cachée, firstSession: 2027, lastSession: null, dormant: { note: Sans candidat } }
`;
const regulation = (name: string, first: string, last: string) => ({
  file: `exams/bp/regulations/${name}.yaml`,
  text: `cfd: ${name}\ntitle: Titre ${name}\nfirstSession: ${first}\nlastSession: ${last}\n`,
});
const PACK = [
  { file: 'exams/bp/specialities.yaml', text: SPECIALITIES },
  { file: 'exams/bp/pieces.yaml', text: '- { code: R408A3, label: Annexe 3 }\n- { code: VAE, label: Acquis }\n' },
  regulation('BEGINS', '2027', 'null'),
  regulation('BEGAN', '2026', 'null'),
  regulation('ENDED', 'null', '2025'),
  regulation('ENDS', '2000', '2026'),
  regulation('STILL', '2000', '2027'),
];
const SESSION = `code: bp-2027
year: 2027
window: { opensAt: 2026-10-15T14:00, closesAt: 2026-12-06T17:00 }
pieceGroups:
  - { label: Hauteur, pieces: [DOMICIL, R408A3], opensAt: 2026-10-15T14:00, dueAt: 2027-05-01T00:00 }
  - { label: Autres, pieces: [VAE, XR408], opensAt: 2026-10-15T14:00, dueAt: 2026-12-04T17:00 }
examStartsOn: { on: 2027-06-07, source: Copie, confidence: derived }
resultsAt: { at: 2027-07-05T12:00 }
sources: [Notice, Copie]
`;

function checks(text: string, others: readonly { file: string; text: string }[] = PACK): readonly Check[] {
  const all = withFile(others, 'sessions/one.yaml', text);
  const session = entryNamed(all, 'sessions', 'bp-2027');
  if (session === undefined) throw new Error('No session');
  return checksFor(all, session);
}
function of<Code extends Check['code']>(
  code: Code,
  found: readonly Check[],
): readonly Extract<Check, { code: Code }>[] {
  return found.filter((check): check is Extract<Check, { code: Code }> => check.code === code);
}
function named(code: NamedCheck['code'], found: readonly Check[]): readonly NamedCheck[] {
  return found.filter((check): check is NamedCheck => check.code === code);
}
const session = (year: number) => ({ file: `sessions/${year}.yaml`, text: `code: s${year}\nyear: ${year}\n` });

describe('What the office looks at before a session opens', () => {
  it('is all that the session, its specialities and their regulations change, in order', () => {
    const found = checks(SESSION);
    expect(found.map(({ code }) => code)).toEqual([
      'dates',
      'day-off',
      'day-off',
      'scaffolding',
      'exam',
      'results',
      'opens',
      'extra',
      'closes',
      'regulations-begin',
      'regulations-end',
    ]);
    expect(of('dates', found)).toEqual([{ code: 'dates', derived: true }]);
    expect(of('day-off', found).map(({ instant, off }) => [instant.label, instant.at, off])).toEqual([
      ['Clôture du registre', '2026-12-06T17:00', 'sunday'],
      ['Échéance du dépôt\u00a0: Hauteur', '2027-05-01T00:00', 'holiday'],
    ]);
    expect(of('scaffolding', found)).toEqual([{ code: 'scaffolding', group: 'Hauteur', dueAt: '2027-05-01T00:00' }]);
    expect(of('exam', found)).toEqual([{ code: 'exam', on: '2027-06-07', confidence: 'derived' }]);
    expect(of('results', found)).toEqual([{ code: 'results', at: '2027-07-05T12:00' }]);
    expect(named('opens', found)).toEqual([
      { code: 'opens', part: 'specialites', named: [{ code: 'OPENS', name: 'Nouvelle' }].map(has) },
    ]);
    expect(named('extra', found)).toEqual([
      { code: 'extra', part: 'specialites', named: [has({ code: 'EXTRA', name: 'Rattrapage' })] },
    ]);
    expect(named('closes', found)).toEqual([
      { code: 'closes', part: 'specialites', named: [has({ code: 'CLOSES', name: 'Finie' })] },
    ]);
    expect(named('regulations-begin', found)).toEqual([
      { code: 'regulations-begin', part: 'specialites', named: [has({ code: 'BEGINS', name: 'Titre BEGINS' })] },
    ]);
    expect(named('regulations-end', found)).toEqual([
      { code: 'regulations-end', part: 'specialites', named: [has({ code: 'ENDS', name: 'Titre ENDS' })] },
    ]);
  });
  it('is counted from the last session before it, whatever comes after', () => {
    const found = checks(SESSION, [...PACK, session(2024), session(2025), session(2028)]);
    const codes = (list: readonly { code: string }[] | undefined) => list?.map(({ code }) => code);
    expect(codes(named('opens', found)[0]?.named)).toEqual(['OPENS', 'EARLIER']);
    expect(codes(named('regulations-begin', found)[0]?.named)).toEqual(['BEGINS', 'BEGAN']);
    expect(codes(named('regulations-end', found)[0]?.named)).toEqual(['ENDED', 'ENDS']);
  });
  it('is nothing of specialities, regulations and pieces where none changes', () => {
    const found = checks(SESSION, [{ file: 'exams/bp/specialities.yaml', text: '[]' }]);
    expect(found.map(({ code }) => code)).toEqual(['dates', 'day-off', 'day-off', 'scaffolding', 'exam', 'results']);
  });
  it('names the pieces that no group holds', () => {
    const found = checks(SESSION.replace('VAE, ', ''));
    expect(named('pieces-without-group', found)).toEqual([
      { code: 'pieces-without-group', part: 'pieces', named: [{ code: 'VAE', name: 'Acquis' }] },
    ]);
  });
  it.each([
    ['another source for its exam', SESSION.replace('source: Copie', 'source: Arrêté')],
    ['no source for its exam', SESSION.replace('source: Copie, ', '').replace('Notice, Copie', "Notice, ''")],
  ])('says that a session is no copy, with %s', (_, text) => {
    expect(of('dates', checks(text))).toEqual([{ code: 'dates', derived: false }]);
  });
  it('is said of the shipped session too', () => {
    const [shipped] = checks(TEXT.replace('code: bp-2024-clermont', 'code: bp-2027'), files);
    expect(shipped).toEqual({ code: 'dates', derived: false });
  });
});

it('The status of a speciality of a draft is that of the rules', () => {
  expect([
    statusOf({ dormant: { note: 'Sans candidat' } }, 2027),
    statusOf({ firstSession: 2028 }, 2027),
    statusOf({ lastSession: 2026, replacedBy: 'B' }, 2027),
    statusOf({ lastSession: 2026 }, 2027),
    statusOf({ lastSession: 2026, extraSession: 2027 }, 2027),
    statusOf({}, 2027),
  ]).toEqual([
    { code: 'dormant', note: 'Sans candidat' },
    { code: 'not-yet', firstSession: 2028 },
    { code: 'closed', lastSession: 2026, replacedBy: 'B' },
    { code: 'closed', lastSession: 2026, replacedBy: null },
    { code: 'extra-session-only', lastSession: 2026, extraSession: 2027 },
    { code: 'open', lastSession: null },
  ]);
});

function has(named: { readonly code: string; readonly name: string }): unknown {
  return expect.objectContaining(named);
}

describe('What the law has the academy print', () => {
  const academy = (legal: string) => ({ file: 'academies/une.yaml', text: `code: une\nlegal: { ${legal} }\n` });
  const asked = (legal: string) => named('legal', checks(`${SESSION}academy: une\n`, [...PACK, academy(legal)]));

  it('is asked for before its session opens, as long as its file says « à compléter »', () => {
    expect(
      asked('rector: [Recteur, À compléter], host: [Hébergeur, 1 rue Inventée], publicationDirector: à compléter'),
    ).toEqual([
      {
        code: 'legal',
        part: 'academies',
        named: [{ code: 'une', name: 'Recteur, pour un recours, Directeur de la publication' }],
      },
    ]);
    expect(asked('rector: [Recteur, 1 rue Inventée]')).toEqual([]);
  });
});

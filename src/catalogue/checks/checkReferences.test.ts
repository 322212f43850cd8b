import { describe, it } from 'vitest';
import { ACADEMY, BOULANGER, DEMO, expectFault, SESSION, SPECIALITIES, type Spoiled } from '../testing/spoiled.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'an academy that is not there',
    file: SESSION,
    from: 'academy: clermont',
    to: 'academy: lyon',
    at: 'academy: lyon',
    says: /L'académie « lyon »/,
  },
  {
    what: 'an exam that is not there',
    file: SESSION,
    from: 'exam: bp',
    to: 'exam: cap',
    at: 'exam: cap',
    says: /L'examen « cap »/,
  },
  {
    what: 'a base that is not there',
    file: DEMO,
    from: 'basedOn: bp-2024-clermont',
    to: 'basedOn: bp-2023',
    at: 'basedOn: bp-2023',
    says: /La session « bp-2023 »/,
  },
  {
    what: 'an officer that is not there',
    file: SPECIALITIES,
    from: 'portfolio: { code: G6',
    to: 'portfolio: { code: G7',
    at: 'code: G7',
    says: /« G7 » n'est pas dans les portefeuilles/,
  },
  {
    what: 'a successor that is not there',
    file: SPECIALITIES,
    from: "replacedBy: '45022111'",
    to: "replacedBy: '45022199'",
    at: "'45022199'",
    says: /La spécialité « 45022199 »/,
  },
  {
    what: 'a regulation of no speciality',
    file: BOULANGER,
    from: "cfd: '45022108'",
    to: "cfd: '45099999'",
    at: "cfd: '45099999'",
    says: /La spécialité « 45099999 »/,
  },
  {
    what: 'a department that is not in the table',
    file: ACADEMY,
    from: "{ code: '03'",
    to: "{ code: '989'",
    at: "'989'",
    says: /Le département « 989 »/,
  },
  {
    what: "another academy's department",
    file: ACADEMY,
    from: "{ code: '03', name: Allier }",
    to: "{ code: '42', name: Loire }",
    at: "'42'",
    says: /autre académie \(Lyon\)/,
  },
];

describe('A code that names nothing', () => {
  it.each(SPOILED)('$what', expectFault);
});

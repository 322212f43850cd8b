import { describe, it } from 'vitest';
import { expectFault, SESSION, type Spoiled } from '../testing/spoiled.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a closing before the opening',
    file: SESSION,
    from: 'closesAt: 2023-12-01T17:00',
    to: 'closesAt: 2023-10-11T17:00',
    at: 'closesAt: 2023-10-11T17:00',
    says: /après l'ouverture/,
  },
  {
    what: 'an hour that spring skips',
    file: SESSION,
    from: 'dueAt: 2024-03-08T00:00',
    to: 'dueAt: 2024-03-31T02:30',
    at: 'dueAt: 2024-03-31T02:30',
    says: /n'existe pas : cette nuit-là, on avance/,
  },
  {
    what: 'an hour that autumn repeats',
    file: SESSION,
    from: /opensAt: 2023-10-12T14:00/,
    to: 'opensAt: 2023-10-29T02:30',
    at: 'opensAt: 2023-10-29T02:30',
    says: /existe deux fois/,
    path: 'window.opensAt',
  },
  {
    what: 'a day that no calendar has',
    file: SESSION,
    from: 'on: 2024-06-03',
    to: 'on: 2024-06-31',
    at: 'on: 2024-06-31',
    says: /2024-06-31 n'existe pas/,
  },
  {
    what: 'corrections before the closing',
    file: SESSION,
    from: 'at: 2023-12-22T17:00',
    to: 'at: 2023-11-30T17:00',
    at: 'at: 2023-11-30T17:00',
    says: /La fin des corrections/,
  },
  {
    what: 'an exam in another year',
    file: SESSION,
    from: 'year: 2024',
    to: 'year: 2025',
    at: 'year: 2025',
    says: /L'année de la session/,
  },
  {
    what: 'a group that is due before it opens',
    file: SESSION,
    from: 'dueAt: 2024-03-08T00:00',
    to: 'dueAt: 2023-10-01T00:00',
    at: 'dueAt: 2023-10-01T00:00',
    says: /après son ouverture/,
  },
  {
    what: 'a late group that counts for validation',
    file: SESSION,
    from: 'countsForValidation: false',
    to: 'countsForValidation: true',
    at: 'dueAt: 2024-03-08T00:00',
    says: /compte pour la validation/,
  },
  {
    what: 'a group that opens before the register',
    file: SESSION,
    from: /opensAt: 2023-10-12T14:00\n {4}dueAt: 2024/,
    to: 'opensAt: 2023-10-01T14:00\n    dueAt: 2024',
    at: 'opensAt: 2023-10-01T14:00',
    says: /ouvre avant le registre/,
  },
  {
    what: 'results before the exam',
    file: SESSION,
    from: 'at: null',
    to: 'at: 2024-05-01T08:00',
    at: 'at: 2024-05-01T08:00',
    says: /avant l'examen/,
  },
  {
    what: 'a piece by post without an address',
    file: SESSION,
    from: /label: Domicile\n {4}mode: online/,
    to: 'label: Domicile\n    mode: post',
    at: 'mode: post',
    says: /postalAddress/,
  },
];

describe('Instants that can not be', () => {
  it.each(SPOILED)('$what', expectFault);
});

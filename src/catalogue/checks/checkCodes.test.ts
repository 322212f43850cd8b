import { describe, it } from 'vitest';
import { DEMO, expectFault, PIECES, type Spoiled } from '../testing/spoiled.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a code that is taken',
    file: PIECES,
    from: 'code: DOMICIL',
    to: 'code: DCSTID01',
    at: 'code: DCSTID01',
    says: /« DCSTID01 » est déjà pris/,
    path: '[4].code',
  },
  {
    what: 'a prefix of numbers that is taken',
    file: DEMO,
    from: 'numberPrefix: DEMO',
    to: 'numberPrefix: BP24',
    at: 'numberPrefix: BP24',
    says: /« BP24 » est déjà pris/,
  },
  {
    what: 'a canned reason that is taken',
    file: PIECES,
    from: '- code: not-dated',
    to: '- code: not-signed',
    at: 'code: not-signed',
    says: /« not-signed » est déjà pris/,
    path: '[0].cannedReasons[1].code',
  },
];

describe('A code that is taken', () => {
  it.each(SPOILED)('$what', expectFault);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../testing/properties.ts';
import { linksBetween, type PlacingLink } from './kinship.ts';

const link = (who: string, by: string): PlacingLink => ({ who, by });
const ADA_BOB = link('bob', 'ada');
const BOB_CID = link('cid', 'bob');
const CID_DAN = link('dan', 'cid');
const ADA_EVE = link('eve', 'ada');

describe('Two accounts are one person’s', () => {
  it('where they are the same', () => {
    expect(linksBetween([ADA_BOB], 'ada', 'ada')).toEqual([]);
  });

  it('where one came by the other, whichever of them acts', () => {
    expect(linksBetween([ADA_BOB], 'bob', 'ada')).toEqual([ADA_BOB]);
    expect(linksBetween([ADA_BOB], 'ada', 'bob')).toEqual([ADA_BOB]);
  });

  it('at any remove: a chain of three', () => {
    const chain = [ADA_BOB, BOB_CID, CID_DAN];
    expect(linksBetween(chain, 'dan', 'ada')).toEqual([CID_DAN, BOB_CID, ADA_BOB]);
    expect(linksBetween(chain, 'ada', 'dan')).toEqual([CID_DAN, BOB_CID, ADA_BOB]);
  });

  it('where a third brought in both', () => {
    expect(linksBetween([ADA_BOB, ADA_EVE], 'bob', 'eve')).toEqual([ADA_BOB, ADA_EVE]);
    expect(linksBetween([ADA_BOB, BOB_CID, ADA_EVE], 'cid', 'eve')).toEqual([BOB_CID, ADA_BOB, ADA_EVE]);
  });

  it('and not where nothing leads from one to the other', () => {
    expect(linksBetween([], 'ada', 'bob')).toBeNull();
    expect(linksBetween([ADA_BOB, link('eve', 'zoe')], 'bob', 'eve')).toBeNull();
    // Whoever brought somebody in is not one with who brought in somebody else.
    expect(linksBetween([ADA_BOB, link('bob', 'zoe')], 'ada', 'zoe')).toBeNull();
  });

  it('by the shortest way, also round in a circle', () => {
    expect(linksBetween([ADA_BOB, BOB_CID, link('ada', 'cid'), link('cid', 'ada')], 'cid', 'ada')).toHaveLength(1);
  });
});

/** What somebody who holds as many mail boxes as they like does within the days, from the one access that is theirs. */
type Step =
  | { readonly kind: 'place'; readonly by: number; readonly who: number }
  | { readonly kind: 'honest'; readonly by: number; readonly who: number }
  | { readonly kind: 'confirm'; readonly by: number; readonly who: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('place', 'honest', 'confirm'),
  by: fc.nat(9),
  who: fc.nat(9),
});

describe('Within the days nobody alone, with as many mail boxes as they like,', () => {
  it('is two people for an act of two', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        // Accounts 0 to 9 are theirs, by whatever they open, change, open again or reset; h0 to h9 are other people's, each their own.
        let links: readonly PlacingLink[] = [];
        const theirs = new Set(['m0']);
        for (const { kind, by, who } of steps) {
          const [m, other] = [`m${by}`, `m${who}`];
          if (kind === 'place' && theirs.has(m) && who !== 0) {
            theirs.add(other);
            links = [...links, link(other, m)];
          }
          if (kind === 'honest') links = [...links, link(who === 0 ? 'm0' : `h${who}`, `h${by}`)];
          // They confirm what they placed, by another of their accounts: the same rule judges whether that is a second person.
          if (kind === 'confirm' && theirs.has(m))
            links = links.filter(
              (one) =>
                one.who !== other || linksBetween(links, m, one.by) !== null || linksBetween(links, m, other) !== null,
            );
        }
        for (const one of theirs) for (const other of theirs) expect(linksBetween(links, one, other)).not.toBeNull();
      }),
      runs(300),
    );
  });
});

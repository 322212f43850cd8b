import { describe, expect, it } from 'vitest';
import { transitions } from './transitions.ts';

const DOOR = transitions({
  title: 'Door',
  column: null,
  words: null,
  means: { open: 'one goes through', shut: 'one knocks', walled: 'one goes round' },
  refusals: { open: 'come-in', shut: 'knock', walled: 'gone' },
  acts: {
    build: { from: [], to: 'open', who: 'the mason' },
    knock: { from: ['shut'], who: 'a visitor' },
    shut: { from: ['open'], to: 'shut', who: 'a visitor', refused: { shut: 'stay-out' } },
  },
});

describe('What has states', () => {
  it('is moved from the states that its table says, and from no other', () => {
    const from = (act: 'build' | 'knock' | 'shut') => DOOR.states.filter((state) => DOOR.may(act, state));
    expect([from('build'), from('knock'), from('shut')]).toEqual([[], ['shut'], ['open']]);
  });
  it('says why an act is refused, by the state or by the act; where its table says nothing, nobody asks', () => {
    expect(DOOR.states.map((state) => DOOR.whyNot('knock', state))).toEqual(['come-in', null, 'gone']);
    expect(DOOR.states.map((state) => DOOR.whyNot('shut', state))).toEqual([null, 'stay-out', 'gone']);
    const { refusals, ...silent } = DOOR;
    expect(() => transitions(silent).whyNot('shut', 'walled')).toThrow('Door has no refusals');
  });
});

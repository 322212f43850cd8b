import { expect, it } from 'vitest';
import { effectsOf, preparedOf } from './effects.ts';

const none = { percent: 0, alone: false, accessible: false, toArrange: [] };

it('Nothing granted changes nothing', () => {
  expect(effectsOf([])).toEqual(none);
});

it("More time is the most that was granted; a room is one of one's own and accessible; whoever is helped is alone", () => {
  expect(
    effectsOf([
      { measure: 'extra-time', percent: 33 },
      { measure: 'other-time', percent: 50 },
    ]),
  ).toEqual({ ...none, percent: 50 });
  expect(effectsOf([{ measure: 'room', percent: null }])).toEqual({ ...none, alone: true, accessible: true });
  expect(effectsOf([{ measure: 'helper', percent: null }])).toEqual({ ...none, alone: true });
});

it("What is of marks or sessions changes no room; what a program can't read is for a person", () => {
  const measures = ['kept-marks', 'spread-tests', 'material', 'care-centre', 'toString'].map((measure) => ({
    measure,
    percent: null,
  }));
  expect(effectsOf(measures)).toEqual({ ...none, toArrange: ['care-centre', 'material', 'toString'] });
});

it('What a centre prepares is named once, without time, room, and what is granted elsewhere', () => {
  const granted = (measure: string, label: string, percent: number | null = null) => ({ measure, label, percent });
  expect(
    preparedOf([
      granted('extra-time', 'Temps majoré', 33),
      granted('room', 'Salle particulière ou accessible'),
      granted('material', 'Matériel ou support adapté'),
      granted('helper', "Aide d'une personne"),
      granted('other', "Aide d'une personne"),
      granted('kept-marks', 'Garder des notes'),
      granted('spread-tests', 'Étaler les épreuves'),
    ]),
  ).toEqual(["Aide d'une personne", 'Matériel ou support adapté']);
  expect(preparedOf([])).toEqual([]);
});

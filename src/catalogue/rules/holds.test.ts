import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts.ts';
import type { Condition } from '../schema/condition.ts';
import { asksFor, asksHealth, holds } from './holds.ts';

const facts: Facts = {
  category: 'previous-candidate',
  form: 'GLOBAL',
  frenchNational: true,
  ageAtEnrolment: 25,
  minor: false,
  diploma: null,
  keepsMark: false,
  carriesMark: false,
  exemptionGrounds: ['vae'],
  lastUnitPresented: null,
  scaffoldingAnnexes: [3, 5],
  positioning: false,
  pharmacy: false,
  handicap: false,
  disabledWorker: false,
  practiceDueAt: 'enrolment',
  conditionsDueAt: 'enrolment',
  nationalityAskedOf: 'everyone',
};
const yes: Condition = { fact: 'form', is: 'GLOBAL' };
const no: Condition = { fact: 'form', is: 'PROGRESSIVE' };

describe('A condition of the rule pack', () => {
  it.each<[string, Condition, boolean]>([
    ['always', { always: true }, true],
    ['a fact that is so', yes, true],
    ['a fact that is not so', no, false],
    ['a truth', { fact: 'frenchNational', is: true }, true],
    ['an untruth', { fact: 'minor', is: true }, false],
    ['below: the age itself is not below it', { fact: 'ageAtEnrolment', below: 25 }, false],
    ['below', { fact: 'ageAtEnrolment', below: 26 }, true],
    ['below, of what is no number', { fact: 'diploma', below: 26 }, false],
    ['a list that includes', { fact: 'scaffoldingAnnexes', includes: 3 }, true],
    ['a list that does not include', { fact: 'scaffoldingAnnexes', includes: 4 }, false],
    ['words that a list includes', { fact: 'exemptionGrounds', includes: 'vae' }, true],
    ['what is no list includes nothing, not even a part of its word', { fact: 'form', includes: 'GLOB' }, false],
    ['an unknown fact is never so', { fact: 'lastUnitPresented', is: true }, false],
    ['an unknown fact is not untrue either', { fact: 'lastUnitPresented', is: false }, false],
    ['all', { all: [yes, yes] }, true],
    ['all but one', { all: [yes, no] }, false],
    ['any', { any: [no, yes] }, true],
    ['none of any', { any: [no, no] }, false],
    ['not', { not: no }, true],
    ['not what is so', { not: yes }, false],
    ['one in another', { all: [{ any: [no, { not: no }] }, { not: { all: [yes, no] } }] }, true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });
});

describe('What a condition asks for', () => {
  it.each<[string, Condition, boolean]>([
    ['its own fact', { fact: 'form', is: 'GLOBAL' }, true],
    ['not another', { fact: 'diploma', is: 'none' }, false],
    ['nothing at all', { always: true }, false],
    ['one of all', { all: [{ always: true }, yes] }, true],
    ['none of all', { all: [{ always: true }, { fact: 'minor', is: true }] }, false],
    ['one of any', { any: [{ fact: 'minor', is: true }, yes] }, true],
    ['none of any', { any: [{ fact: 'minor', is: true }] }, false],
    ['what is denied', { not: no }, true],
    ['not what is denied of another', { not: { fact: 'minor', is: true } }, false],
  ])('%s', (_, condition, expected) => {
    expect(asksFor(condition, 'form')).toBe(expected);
  });
});

describe("What is declared of one's health", () => {
  const health: Condition = { fact: 'handicap', is: true };
  it.each<[string, Condition, boolean]>([
    ['an arrangement asked for', health, true],
    ['a disabled worker', { fact: 'disabledWorker', is: true }, true],
    ['nothing of health', yes, false],
    ['nothing at all', { always: true }, false],
    ['one of all', { all: [yes, health] }, true],
    ['none of all', { all: [yes, no] }, false],
    ['one of any', { any: [yes, health] }, true],
    ['none of any', { any: [yes, no] }, false],
    ['what is denied', { not: health }, true],
    ['nothing of health denied', { not: yes }, false],
  ])('is asked for or not: %s', (_, condition, expected) => {
    expect(asksHealth(condition)).toBe(expected);
  });
});

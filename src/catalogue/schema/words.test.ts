import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { text } from './shape.ts';
import { field, fields, thing, wordsIn, wordsOfThing } from './words.ts';

const label = 'Nom';

describe('The words of a field of the rules', () => {
  it('stand beside its type: without them, or without those of an answer, it does not compile', () => {
    // @ts-expect-error: a key says what a person reads of it
    expect(() => fields({ name: text })).not.toThrow();
    // @ts-expect-error: each answer of a choice has its words
    field(z.enum(['a', 'b']), { label, options: { a: 'un' } });
    // @ts-expect-error: what is no answer has none
    field(z.enum(['a']), { label, options: { a: 'un', b: 'deux' } });
    // @ts-expect-error: a list of groups says how one of them is called
    field(z.array(fields({ name: field(text, label) })), { label });
    const called = { article: 'un', counted: ['nom', 'noms'] } as const;
    // @ts-expect-error: a part of a form begins at one of its fields
    thing({ ...called, parts: [{ legend: label, from: 'other' }] }, { name: field(text, label) });
    // @ts-expect-error: a form asks first what is there
    fields({ name: field(text, label) }, ['other']);
  });

  it('are asked for within a group too, when the house starts', () => {
    expect(() => fields({ group: field(z.strictObject({ name: text }).optional(), label) })).toThrow('without words');
    expect(() => wordsOfThing(fields({ name: field(text, label) }))).toThrow('without words');
  });

  it('come in the order of the form, with those of the groups and of the lists within', () => {
    const inner = fields({ one: field(text, 'Un'), other: field(z.boolean(), 'Autre') }, ['other']);
    const list = { label: 'Liste', article: 'une', one: 'Ligne' } as const;
    const outer = fields({
      group: field(inner.nullable(), { label: 'Groupe', help: 'Vide.' }),
      list: field(z.array(inner).min(1).default([]), list),
    });
    const within = { other: 'Autre', one: 'Un' };
    expect(Object.keys(inner.shape)).toEqual(['one', 'other']);
    expect(Object.keys(wordsIn(inner))).toEqual(['other', 'one']);
    expect(wordsIn(outer)).toEqual({
      group: { label: 'Groupe', help: 'Vide.', fields: within },
      list: { ...list, fields: within },
    });
  });
});

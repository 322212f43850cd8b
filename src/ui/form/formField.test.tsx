import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { danglingReferences, repeatedIds, tagsOf } from '../markup.ts';
import { ChoiceCards } from './choiceField.tsx';
import { ErrorSummary } from './errorSummary.tsx';
import { type Control, defineField, defineFileField, type Field } from './field.ts';
import { FileInput } from './fileInput.tsx';
import { Form } from './form.tsx';
import { FormField } from './formField.tsx';
import type { FormState } from './state.ts';

const CONTROLS: readonly Control[] = [
  'text',
  'email',
  'tel',
  'password',
  'date',
  'number',
  'select',
  'radio',
  'textarea',
  'checkbox',
  'checkboxes',
];
const options = [
  { value: 'a', label: 'Un', hint: 'le premier' },
  { value: 'b', label: 'Deux', group: 'Groupe' },
] as const;

function fieldOf(control: Control, optional = false): Field {
  const common = {
    name: `f-${control}`,
    label: `Le champ ${control}`,
    hint: 'Aide',
    example: '1',
    control,
    options,
    check: z.unknown(),
  };
  return optional ? defineField({ ...common, optional }) : defineField({ ...common, missing: 'Répondez.' });
}
const fields = CONTROLS.map((control) => fieldOf(control));
const file = defineFileField({
  name: 'file',
  label: 'Fichier',
  hint: 'À plat',
  accept: ['image/jpeg', 'application/pdf'],
  limits: '25 Mo au plus',
});
const faulty: FormState = {
  typed: {
    'f-text': 'tapé',
    'f-password': 'secret',
    'f-select': 'b',
    'f-radio': 'b',
    'f-checkbox': 'oui',
    'f-checkboxes': ['a', 'b'],
    'f-textarea': '\nligne',
  },
  faults: [
    ...fields.map((field) => ({ field: field.name, message: `Corrigez ${field.name}.` })),
    { field: 'file', message: 'Trop gros.' },
    { field: null, message: 'Fermé.' },
  ],
};

function page(state: FormState, marks: 'required' | 'optional', of: readonly Field[] = fields): string {
  return renderToString(
    <Form action="/x" csrf="c" idempotencyKey="k" version={3} hidden={{ etape: '4' }} state={state} marks={marks}>
      {of.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
      <FileInput field={file} />
    </Form>,
  );
}

describe.each([
  ['empty', { typed: {}, faults: [] }],
  ['with faults', faulty],
])('A form, %s', (_, state) => {
  const html = page(state, 'required');
  const tags = tagsOf(html);
  it('says what a file must be in words that stay apart where they are drawn in one line', () => {
    expect(html.replace(/<[^>]+>/g, '')).toContain('À plat 25 Mo au plus');
  });
  it('gives each control one label, and points only to ids that exist once', () => {
    const controls = tags.filter(
      (tag) => ['input', 'select', 'textarea'].includes(tag.name) && tag.attributes.type !== 'hidden',
    );
    expect(controls.length).toBe(14);
    for (const { attributes } of controls) {
      const labels = tags.filter((tag) => tag.name === 'label' && tag.attributes.for === attributes.id);
      expect(labels, attributes.id).toHaveLength(1);
    }
    expect(danglingReferences(html)).toEqual([]);
    expect(repeatedIds(html)).toEqual([]);
  });
  it('leaves checking to the server', () => {
    expect(tags.find((tag) => tag.name === 'form')?.attributes).toMatchObject({
      method: 'post',
      action: '/x',
      novalidate: '',
    });
  });
});

describe('A form with faults', () => {
  const html = page(faulty, 'required');
  const tags = tagsOf(html);
  it('says each one beside its field and in the summary, with a link, in the same words', () => {
    for (const { field, message } of faulty.faults) {
      expect(html.split(message).length - 1, message).toBe(field === null ? 1 : 2);
      if (field !== null) expect(html).toContain(`href="#champ-${field}"`);
    }
    expect(html).toContain('12\u00a0points sont à corriger');
  });
  it('marks what is wrong for those who do not see it', () => {
    const invalid = tags.filter((tag) => tag.attributes['aria-invalid'] === 'true').map((tag) => tag.name);
    expect(invalid).toEqual([
      'input',
      'input',
      'input',
      'input',
      'input',
      'input',
      'select',
      'fieldset',
      'textarea',
      'input',
      'input',
    ]);
    for (const control of CONTROLS) expect(html).toContain(`id="champ-f-${control}-erreur"`);
  });
  it('keeps what was typed, and never a password', () => {
    expect(html).toContain('value="tapé"');
    expect(html).not.toContain('secret');
    expect(html.match(/ selected/g)).toHaveLength(1);
    expect(html.match(/ checked/g)).toHaveLength(4);
    expect(html).toContain('>\n\nligne</textarea>');
  });
});

describe('The marks of a form', () => {
  it('are « * » on the obligatory in the account form', () => {
    const html = page({ typed: {}, faults: [] }, 'required');
    expect(html).toContain('Les champs avec * sont obligatoires.');
    expect(html.match(/class="star"/g)).toHaveLength(11);
    expect(tagsOf(html).filter((tag) => 'required' in tag.attributes)).toHaveLength(9);
  });
  it('are « (facultatif) » on the optional everywhere else', () => {
    const html = page({ typed: {}, faults: [] }, 'optional', [
      fieldOf('text'),
      fieldOf('select', true),
      fieldOf('radio', true),
    ]);
    expect(html).not.toContain('class="star"');
    expect(html).not.toContain(' required');
    expect(html.match(/\(facultatif\)/g)).toHaveLength(2);
  });
});

describe('Hidden inputs', () => {
  it('stand before the fields, so that a multipart reader knows them when the file begins', () => {
    const names = tagsOf(page({ typed: {}, faults: [] }, 'optional')).flatMap((tag) => tag.attributes.name ?? []);
    expect(names.slice(0, 5)).toEqual(['jeton', 'cle', 'version', 'etape', 'f-text']);
  });
});

describe('Other drawings', () => {
  it('draws a choice as cards with the same markup', () => {
    const html = renderToString(<ChoiceCards field={fieldOf('radio')} value="a" fault="Choisissez." />);
    expect(html).toContain('class="choices cards"');
    expect(danglingReferences(html)).toEqual([]);
    expect(html).toMatch(/role="radiogroup"[^>]* aria-invalid="true"/);
  });
  it('groups the options of a list under their heading', () => {
    expect(renderToString(<FormField field={fieldOf('select')} />)).toContain(
      '<optgroup label="Groupe"><option value="b">Deux</option></optgroup>',
    );
  });
  it('keeps two forms of one page apart by their prefix', () => {
    const twice = renderToString(
      <>
        <Form action="/a" prefix="a">
          <FormField field={fieldOf('text')} />
        </Form>
        <Form action="/b" prefix="b">
          <FormField field={fieldOf('text')} />
        </Form>
      </>,
    );
    expect(repeatedIds(twice)).toEqual([]);
  });
  it('shows no summary without faults, and takes the focus with some', () => {
    expect(renderToString(<ErrorSummary faults={[]} prefix="champ" />)).toBe('');
    const html = renderToString(
      <ErrorSummary faults={[{ field: null, message: 'Adresse mail ou mot de passe inexact.' }]} prefix="champ" />,
    );
    expect(tagsOf(html)[0]?.attributes).toMatchObject({ id: 'erreurs', role: 'alert', tabindex: '-1', autofocus: '' });
    expect(html).toContain('Il y a un problème');
    expect(html).not.toContain('<a');
  });
});

import { expect, it } from 'vitest';
import { texts } from './texts.ts';

const { when } = texts.hub;

it('What makes an enrolment final names the pieces once', () => {
  expect(when(['signed', 'given', 'checked'])).toBe(
    'Votre inscription sera définitive quand votre confirmation sera signée et vos pièces seront déposées et conformes.',
  );
  expect(when(['given', 'checked'])).toBe(
    'Votre inscription sera définitive quand vos pièces seront déposées et conformes.',
  );
  expect(when(['signed', 'checked'])).toBe(
    'Votre inscription sera définitive quand votre confirmation sera signée et vos pièces seront conformes.',
  );
});

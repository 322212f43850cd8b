import { describe, expect, it } from 'vitest';
import { joinComment } from './comment.ts';

describe('A comment', () => {
  it('joins the ticked reasons and what was typed, each once', () => {
    expect(joinComment(['Floue.', 'Périmée.'], ' Voir page 2. ')).toBe('Floue.\nPérimée.\nVoir page 2.');
    expect(joinComment(['Floue.'], 'Floue.\nVoir page 2.')).toBe('Floue.\nVoir page 2.');
    expect(joinComment([], '  ')).toBeNull();
  });
});

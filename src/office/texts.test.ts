import { describe, expect, it } from 'vitest';
import { queueTexts, reviewTexts } from '../checking/index.ts';
import { civilStatusTexts, unreachedTexts } from '../persons/index.ts';
import { filesTexts } from '../scope/index.ts';
import { staffTexts } from '../staff/index.ts';
import { fileTexts } from './file/fileTexts.ts';
import { reserveTexts } from './file/reserveTexts.ts';
import { homeTexts } from './home/homeTexts.ts';
import { refusalsTexts } from './journal/refusalsTexts.ts';
import { texts } from './texts.ts';

describe('The sentences', () => {
  const strings = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : [];
  it('have the spaces that never break before : ; ! ? and inside quotes', () => {
    const wrong = strings([
      texts,
      homeTexts,
      queueTexts,
      reviewTexts,
      filesTexts,
      unreachedTexts,
      fileTexts,
      reserveTexts,
      civilStatusTexts,
      staffTexts,
      refusalsTexts,
    ]).filter((text) => / [:;!?»]|« /.test(text));
    expect(wrong).toEqual([]);
  });
});

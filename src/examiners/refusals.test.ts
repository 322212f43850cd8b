import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal about examiners', () => {
  saysEachRefusal(refusals, { where: 'lundi 3 juin 2024', call: 'le bureau (04 73 99 30 00)' });
});

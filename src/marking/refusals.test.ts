import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of named marking', () => {
  saysEachRefusal(refusals, { criteria: ["Calculs d'ingrédients"] });
});

import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { bannerRefusals } from './refusals.ts';

describe('Each refusal of a banner', () => {
  saysEachRefusal(bannerRefusals, {});
});

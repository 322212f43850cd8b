import { describe, expect, it } from 'vitest';
import { findingsOf, type Grey } from './measure.ts';

const [width, height] = [448, 512];
const large = { width: 3024, height: 4032 };

/** A page: lines of short strokes on paper of that grey. */
function page(paper: number, ink: number, at: (x: number, y: number, value: number) => number = (_, __, v) => v): Grey {
  const values = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isInk = y % 20 < 10 && (x * 7 + Math.floor(y / 20) * 13) % 23 < 9 && x > 40 && x < 420;
      values[y * width + x] = at(x, y, isInk ? ink : paper);
    }
  return { width, height, values };
}

function blurred({ values }: Grey, times: number): Grey {
  let from = Float64Array.from(values as Uint8ClampedArray);
  for (let i = 0; i < times; i++) {
    const to = from.slice();
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        let sum = 0;
        for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) sum += from[(y + dy) * width + x + dx] ?? 0;
        to[y * width + x] = sum / 9;
      }
    from = to;
  }
  return { width, height, values: from };
}

describe('A photograph of a page', () => {
  it('that is sharp and light has nothing to say, nor has a scan, white all over', () => {
    expect(findingsOf(page(190, 40), large)).toEqual([]);
    expect(findingsOf(page(255, 0), large)).toEqual([]);
  });

  it('is told blurred once it is, and not for a little', () => {
    expect(findingsOf(blurred(page(190, 40), 1), large)).toEqual([]);
    expect(findingsOf(blurred(page(190, 40), 10), large)).toEqual(['blurred']);
  });

  it('of three lines is as sharp as its lines, and not blank', () => {
    const lines = page(190, 40, (_, y, value) => (y < 60 ? value : 190));
    expect(findingsOf(lines, large)).toEqual([]);
    expect(findingsOf(blurred(lines, 10), large)).toEqual(['blurred']);
  });

  it('is told dark by its mean, and small by its shorter side', () => {
    expect(findingsOf(page(55, 5), large)).toContain('dark');
    expect(findingsOf(page(120, 20), large)).not.toContain('dark');
    expect(findingsOf(page(190, 40), { width: 999, height: 4000 })).toEqual(['small']);
    expect(findingsOf(page(190, 40), { width: 1000, height: 4000 })).toEqual([]);
  });

  it('of a card is small where 10 pixels don’t show a millimetre: its shape says that it is one', () => {
    const card = (long: number) => ({ width: long, height: Math.round((long * 54) / 85.6) });
    expect(findingsOf(page(190, 40), card(860))).toEqual([]);
    expect(findingsOf(page(190, 40), card(840))).toEqual(['small']);
  });

  it('with a white spot on its paper has a glare', () => {
    const spot = page(180, 40, (x, y, value) => (x > 100 && x < 300 && y > 100 && y < 300 ? 255 : value));
    expect(findingsOf(spot, large)).toEqual(['glare']);
  });

  it('of nothing is blank, whatever its grey, and not blurred besides', () => {
    expect(findingsOf(page(200, 200), large)).toEqual(['blank']);
    expect(findingsOf(page(255, 255), large)).toEqual(['blank']);
    expect(findingsOf({ width: 0, height: 0, values: [] }, large)).toEqual(['blank']);
  });
});

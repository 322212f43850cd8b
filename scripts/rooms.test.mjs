import { describe, expect, it } from 'vitest';
import { faultsOf, mapOf, withMap } from './rooms.mjs';

const SAYS = { law: '# law\n\nLegal time: delays.\n\nRead first: `index.ts`.\n', ui: '# ui\n\nComponents.\n' };
const PAGE = 'Before\n<!-- rooms: npm run rooms -->\nold\n<!-- /rooms -->\nafter\n';

describe('The map of the rooms', () => {
  it('is a line a room under its part, in their order', () => {
    expect(mapOf({ 'Under all': ['ui', 'law'] }, (room) => SAYS[room])).toEqual([
      '**Under all**\n\n- [ui](src/ui/README.md): components\n- [law](src/law/README.md): legal time: delays',
    ]);
  });
  it('misses none: one without a sentence is named', () => {
    expect(() => mapOf({ Results: ['marks'] }, () => null)).toThrow('src/marks/README.md');
  });
  it('stands between its marks, and drawn again changes nothing', () => {
    const once = withMap(PAGE, ['- ui', '- law']);
    expect(once).toBe('Before\n<!-- rooms: npm run rooms -->\n\n- ui\n\n- law\n\n<!-- /rooms -->\nafter\n');
    expect(withMap(once, ['- ui', '- law'])).toBe(once);
    expect(() => withMap('no marks', [])).toThrow('marks');
  });
  it('names a folder that is in no order, and a room that has gone', () => {
    expect(faultsOf(['ui', 'law'], ['ui', 'new'])).toEqual([
      'src/new is in no order (.dependency-cruiser.mjs)',
      "src/law doesn't exist",
    ]);
  });
});

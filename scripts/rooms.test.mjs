import { describe, expect, it } from 'vitest';
import { withDrawn } from './lib.mjs';
import { faultsOf, mapOf, unreadable } from './rooms.mjs';
import { floorsOf, requestOf, usesOf, yearOf } from './tour.mjs';

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
    const once = withDrawn(PAGE, 'rooms', 'rooms', '- ui\n\n- law');
    expect(once).toBe('Before\n<!-- rooms: npm run rooms -->\n\n- ui\n\n- law\n\n<!-- /rooms -->\nafter\n');
    expect(withDrawn(once, 'rooms', 'rooms', '- ui\n\n- law')).toBe(once);
    expect(() => withDrawn('no marks', 'rooms', 'rooms', '')).toThrow('marks');
  });
  it('sends nobody to a file that has moved', () => {
    expect(
      unreadable(
        ['ui', 'law'],
        (room) => SAYS[room],
        () => true,
      ),
    ).toEqual([]);
    expect(
      unreadable(
        ['ui', 'law'],
        (room) => SAYS[room],
        () => false,
      ),
    ).toEqual(["src/law/README.md tells to read index.ts first, which doesn't exist"]);
  });
  it('names a folder that is in no order, and a room that has gone', () => {
    expect(faultsOf(['ui', 'law'], ['ui', 'new'])).toEqual([
      'src/new is in no order (.dependency-cruiser.mjs)',
      "src/law doesn't exist",
    ]);
  });
});

const SOURCES = new Map([
  ['src/law/index.ts', "import { clock } from '../ui/index.ts';\nimport { now } from '../platform/clock.ts';\n"],
  ['src/ui/index.ts', "import { now } from '../platform/clock.ts';\nexport function page() {}\n"],
]);

describe('The drawings of the tour', () => {
  it('stand a room on the highest that it uses, with the arrows that do not go without saying', () => {
    const drawn = floorsOf(usesOf(['platform', 'ui', 'law'], SOURCES));
    expect(drawn).toContain('subgraph f2 [2]\n    law\n');
    expect(drawn.split('\n').filter((line) => line.includes('-->'))).toEqual(['  ui --> platform', '  law --> ui']);
  });
  it('say what each room tells in the order of the year, and who follows', () => {
    const page = `# Events

## law

- **\`delay.over\`** carries \`{}\`
  - Followed by law (settle)

## ui

- **\`page.seen\`** carries \`{}\`
- **\`page.left\`** carries \`{}\`
  - Followed by law (tell)
`;
    expect(yearOf({ Under: ['platform', 'ui'], Before: ['law'] }, page)).toBe(
      'timeline\n  section Under\n  ui : page.left → law : page.seen\n  section Before\n  law : delay.over',
    );
  });
  it('name what the code does, and nothing that it has no more', () => {
    const { drawing, links, faults } = requestOf(SOURCES, [
      ['browser', 'ui', 'it asks', 'page'],
      ['ui', 'browser', 'it answers', 'gone'],
    ]);
    expect(drawing).toBe('sequenceDiagram\n  browser->>ui: it asks<br/>page\n  ui->>browser: it answers<br/>gone');
    expect(links).toContain('- `page`: [src/ui/index.ts](../src/ui/index.ts)');
    expect(faults).toEqual(['docs/tour.md: nothing is called gone']);
  });
});

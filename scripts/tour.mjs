// The three drawings of docs/tour.md, made from the code: the rooms by floor, a candidate's year, one request's way. `npm run rooms` draws
// them. Sources are read as text, so that nothing has to be built; events from the page that is drawn of them (`npm run events`).
import { globSync, readFileSync } from 'node:fs';
import { root } from './lib.mjs';

/** The sources of the house by their paths, tests and their helpers apart. */
export function readSources() {
  const files = globSync('src/*/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !/\.test\.|\/testing|\.d\.ts$/.test(file),
  );
  return new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]));
}

const roomOf = (file) => file.split('/')[1];

/** Of each room of this order, those that it imports from. */
export function usesOf(order, sources) {
  const uses = new Map(order.map((room) => [room, new Set()]));
  for (const [file, text] of sources)
    for (const [, other] of text.matchAll(/ from '(?:\.\.\/)+(\w+)\//g))
      if (other !== roomOf(file) && uses.has(other)) uses.get(roomOf(file))?.add(other);
  return uses;
}

/** The rooms by floor: each stands on the highest of those that it uses. An arrow that goes without saying, by another room, isn't drawn. */
export function floorsOf(uses) {
  const floors = new Map();
  const under = new Map();
  for (const [room, used] of uses) {
    floors.set(room, Math.max(-1, ...[...used].map((one) => floors.get(one) ?? -1)) + 1);
    under.set(room, new Set([...used].flatMap((one) => [one, ...(under.get(one) ?? [])])));
  }
  const arrows = [...uses].flatMap(([room, used]) => {
    const direct = [...used].filter((one) => ![...used].some((other) => under.get(other)?.has(one)));
    return direct.map((one) => `${room} --> ${one}`);
  });
  const rows = [...Map.groupBy(floors.keys(), (room) => floors.get(room))].sort(([a], [b]) => b - a);
  const boxes = rows.map(([floor, rooms]) => `subgraph f${floor} [${floor}]\n    ${rooms.join('\n    ')}\n  end`);
  return ['flowchart TB', ...boxes, ...arrows].join('\n  ');
}

/** Events of a room that are shown: all that others follow, and as many of the others as make this many. */
const SHOWN = 4;

/** What each room says happened, in the order of the year, and which others follow it. `page`: docs/events.md, drawn from their definitions. */
export function yearOf(parts, page) {
  const sections = new Map(page.split('\n## ').map((section) => [/^\w+/.exec(section)?.[0], section]));
  const order = Object.values(parts).flat();
  const lineOf = (room) => {
    const told = (sections.get(room) ?? '').split('\n- **`').slice(1);
    const events = told.map((text) => {
      const followers = [...text.matchAll(/- Followed by (\w+)/g)].map(([, one]) => one);
      return {
        name: text.slice(0, text.indexOf('`')),
        to: order.filter((one) => one !== room && followers.includes(one)),
      };
    });
    const followed = events.filter(({ to }) => to.length > 0).map(({ name, to }) => `${name} → ${to.join(', ')}`);
    const others = events.filter(({ to }) => to.length === 0).map(({ name }) => name);
    const shown = [...followed, ...others.slice(0, Math.max(0, SHOWN - followed.length))];
    return shown.length === 0 ? [] : [`${room} : ${shown.join(' : ')}`];
  };
  const drawn = Object.entries(parts).map(([title, rooms]) => [`section ${title}`, ...rooms.flatMap(lineOf)]);
  return ['timeline', ...drawn.filter(({ length }) => length > 1).flat()].join('\n  ');
}

/** What one request goes through, here a candidate who takes their enrolment back: who calls whom, with the name that the code gives it. */
const WAY = [
  ['browser', 'routes', 'POST, with its token', 'enrolmentRoutes'],
  ['routes', 'guard', "who may: somebody else's isn't there", 'candidateOfEnrolment'],
  ['routes', 'act', 'the form read, who did it and when it began', 'withdrawEnrolment'],
  ['act', 'database', 'one transaction, the enrolment locked, whose it must be', 'onEnrolment'],
  ['act', 'rules', 'may it be done from this state?', 'ENROLMENT_LIFE'],
  ['act', 'database', 'the row', 'leaveEnrolment'],
  ['act', 'events', 'the entry of the journal, then who follows, by phases', 'createEventBus'],
  ['events', 'papers', 'a room above, in the same transaction', 'subscribePapers'],
  ['papers', 'outbox', 'the mail in its words, or a letter', 'createOutbox'],
  ['act', 'routes', 'done, or the code of a refusal', 'refusalTable'],
  ['routes', 'browser', 'to the page that says so, or the form again', 'redirect'],
];

/** Names that the code has no more are faults; `where`: the file of each name, told under the drawing. */
export function requestOf(sources, way = WAY) {
  const where = way.map(([, , , name]) => {
    const says = new RegExp(`export (?:async )?(?:function|const) ${name}\\b`);
    return [name, [...sources].find(([, text]) => says.test(text))?.[0]];
  });
  const faults = where
    .filter(([, file]) => file === undefined)
    .map(([name]) => `docs/tour.md: nothing is called ${name}`);
  const arrows = way.map(([from, to, words, name]) => `${from}->>${to}: ${words}<br/>${name}`);
  const links = where.map(([name, file]) => `- \`${name}\`: [${file}](../${file})`);
  return { drawing: ['sequenceDiagram', ...arrows].join('\n  '), links: links.join('\n'), faults };
}

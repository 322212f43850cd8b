// The year of a session as one drawing, from its file in the rule pack: what is to be done by whom, and until when. `npm run rooms` draws it
// for the README, once for light pages and once for dark ones, because an image knows nothing of the page around it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { root } from './lib.mjs';

export const SESSION = 'catalogue/sessions/bp-2024-clermont.yaml';

/** As wide as the column of a forge, so that letters are as large as its own small ones. */
const WIDTH = 830;
const LEFT = 96;
const LETTER = 7.2;
const LINE = 17;
const THEMES = {
  light: { ink: '#1d2129', muted: '#565d6b', line: '#8a8f99', accent: '#0e5a55', soft: '#e3f0ee', paper: '#ffffff' },
  dark: { ink: '#eceef2', muted: '#a9b0bd', line: '#747c8a', accent: '#6cc7bf', soft: '#173835', paper: '#0d1117' },
};

export function readYear() {
  return yearOf(parse(readFileSync(`${root}/${SESSION}`, 'utf8')));
}

/**
 * What a session's file says of its year. `moments`: an instant each, with its words; `isSourced`: a text says so, it isn't an office's own
 * setting. `lanes`: who does what between which days. `unsaid`: what happens on days that no source gives.
 */
export function yearOf(session) {
  const { window, pieceGroups, correctionsEndAt, lastCorrectionAt, examStartsOn, resultsAt, reminders } = session;
  const [later] = pieceGroups.filter(({ dueAt }) => Date.parse(dueAt) > Date.parse(window.closesAt));
  const hasSource = ({ confidence }) => ['official', 'notice'].includes(confidence);
  const moments = [
    { at: window.opensAt, words: 'the register opens', isSourced: true },
    { at: window.closesAt, words: 'it closes', isSourced: true },
    { at: correctionsEndAt.at, words: 'refused papers given again', isSourced: hasSource(correctionsEndAt) },
    later && { at: later.dueAt, words: 'certificate for work at height', isSourced: true },
    { at: lastCorrectionAt.at, words: 'last correction', isSourced: hasSource(lastCorrectionAt) },
    { at: examStartsOn.on, words: 'the exam begins', isSourced: hasSource(examStartsOn) },
    resultsAt.at && { at: resultsAt.at, words: 'results', isSourced: hasSource(resultsAt) },
  ].filter(Boolean);
  const { opensAt, closesAt } = window;
  const [last, exam] = [lastCorrectionAt.at, examStartsOn.on];
  const after = `${Temporal.PlainDate.from(exam).add({ days: 58 })}`;
  const lanes = {
    'A candidate': [
      [opensAt, closesAt, 'enrols, signs, gives papers'],
      [closesAt, last, 'gives again what was refused; asks and is answered'],
      [last, exam, 'gets its summons'],
      [exam, after, 'sits, reads the result'],
    ],
    'The office': [
      [opensAt, closesAt, 'checks papers, answers'],
      [closesAt, last, 'hears, then decides; prepares rooms and hours'],
      [last, exam, 'places, sends'],
      [exam, after, 'marks, jury, results'],
    ],
    Registre: [
      [opensAt, last, `reminds of what is missing ${remindersIn(reminders)} before each date`],
      [last, after, 'counts, explains, keeps the proof'],
    ],
  };
  return {
    label: session.label,
    moments,
    lanes,
    after,
    unsaid: resultsAt.at ? null : 'results: no text gives the day, the office says it',
  };
}

/** « 14, 7, 3, 1 days and 3 hours ». */
function remindersIn(reminders) {
  const units = Object.entries(Object.groupBy(reminders, ({ unit }) => unit));
  return units.map(([unit, list]) => `${list.map(({ before }) => before).join(', ')} ${unit}`).join(' and ');
}

/** As a French office prints it: what is due before midnight is due the day before, that day included. */
export function dayOf(at) {
  const moment = Temporal.PlainDateTime.from(at);
  const isMidnight = at.includes('T') && moment.hour === 0 && moment.minute === 0;
  const day = (isMidnight ? moment.subtract({ minutes: 1 }) : moment).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
  });
  if (isMidnight) return `${day}, included`;
  return at.includes('T') ? `${day}, ${moment.toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })}` : day;
}

function inWords({ label, moments, unsaid }) {
  const said = moments.map(({ at, words }) => `${dayOf(at)}: ${words}`);
  return `The year of a session, here ${label}. ${[...said, unsaid].filter(Boolean).join('; ')}.`;
}

/** Where each image stands, and what the README shows of them. */
export function imagesOf(year) {
  const images = Object.keys(THEMES).map((theme) => [`docs/pictures/year-${theme}.svg`, drawYear(year, theme)]);
  const [[light], [dark]] = images;
  const shown = `<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="${dark}">\n  <img src="${light}" width="${WIDTH}" alt="${inWords(year)}">\n</picture>`;
  return { images: Object.fromEntries(images), shown };
}

/** One image. `theme`: a name of THEMES. */
function drawYear(year, theme) {
  const { ink, muted, line, accent, soft, paper } = THEMES[theme];
  const first = Temporal.PlainDateTime.from(year.moments[0].at).with({ day: 1, hour: 0 });
  const days = (at) => first.until(Temporal.PlainDateTime.from(at)).total({ unit: 'days', relativeTo: first });
  const x = (at) => Math.round(LEFT + (days(at) / days(year.after)) * (WIDTH - LEFT - 2));
  const text = (at, y, words, kind = '') => `<text x="${at}" y="${y}"${kind && ` class="${kind}"`}>${words}</text>`;
  const flags = flagsOf(year.moments.map((one) => ({ ...one, x: x(one.at), day: dayOf(one.at) })));
  const rows = Math.max(...flags.map(({ row }) => row)) + 1;
  const axis = rows * (2 * LINE + 8) + 12;
  const topOf = (row) => row * (2 * LINE + 8) + 16;
  const stems = flags.map(({ x: at, row }) => `<path class="stem" d="M${at} ${topOf(row) + LINE + 6}V${axis}"/>`);
  const drawn = flags.flatMap(({ x: at, row, from, day, words, isSourced }) => {
    const y = topOf(row);
    return [
      `<circle cx="${at}" cy="${axis}" r="5" class="${isSourced ? 'said' : 'ours'}"/>`,
      text(from, y, day, 'day halo'),
      text(from, y + LINE, words, 'halo'),
    ];
  });
  const months = monthsOf(first, year.after).flatMap((month) => {
    const name = month.toLocaleString('en-GB', { month: 'short' });
    return [
      `<path class="month" d="M${x(`${month}`)} ${axis}v6"/>`,
      text(x(`${month}`) + 4, axis + LINE + 2, name, 'small'),
    ];
  });
  let y = axis + 34;
  const lanes = Object.entries(year.lanes).flatMap(([who, bars]) => {
    const shown = bars.map(([from, to, words]) => ({
      from: x(from),
      to: x(to),
      lines: wrapped(words, x(to) - x(from) - 12),
    }));
    const height = Math.max(...shown.map(({ lines }) => lines.length)) * LINE + 10;
    const top = y;
    y += height + 8;
    return [
      text(0, top + LINE + 1, who, 'day'),
      ...shown.flatMap(({ from, to, lines }) => [
        `<rect x="${from}" y="${top}" width="${to - from - 3}" height="${height}" rx="4"/>`,
        ...lines.map((words, rank) => text(from + 6, top + (rank + 1) * LINE + 1, words)),
      ]),
    ];
  });
  const note = `● a text or the notice says so · ○ our own setting, for the office to fix${year.unsaid === null ? '' : ` · ${year.unsaid}`}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 18}" width="${WIDTH}" height="${y + 18}" role="img" aria-labelledby="said">
<title id="said">${inWords(year)}</title>
<style>
text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: ${ink} }
.halo { paint-order: stroke; stroke: ${paper}; stroke-width: 6px }
.day { font-weight: 600 }
.small { fill: ${muted}; font-size: 12px }
rect { fill: ${soft}; stroke: ${accent} }
path { stroke: ${line}; fill: none }
.axis { stroke-width: 2 }
.stem { stroke-dasharray: 2 3 }
.said { fill: ${accent}; stroke: ${accent} }
.ours { fill: ${paper}; stroke: ${accent}; stroke-width: 2 }
</style>
<path class="axis" d="M${LEFT} ${axis}H${WIDTH}"/>
${[...stems, ...drawn, ...months, ...lanes, text(LEFT, y + 10, note, 'small')].join('\n')}
</svg>
`;
}

/** Each label stands on the lowest row where it touches none before it, and within the drawing. */
function flagsOf(moments) {
  const ends = [];
  return moments.map((moment) => {
    const width = Math.max(moment.day.length * 1.1, moment.words.length) * LETTER;
    const from = Math.min(moment.x - 4, WIDTH - width);
    let row = 0;
    while ((ends[row] ?? 0) > from) row += 1;
    ends[row] = from + width + 8;
    return { ...moment, from, row };
  });
}

function monthsOf(first, after) {
  const count = Math.ceil(first.until(after).total({ unit: 'months', relativeTo: first }));
  return Array.from({ length: count }, (_, rank) => first.toPlainDate().add({ months: rank }));
}

export function wrapped(words, width) {
  const lines = [''];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length * LETTER > width && lines.at(-1) !== '') lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

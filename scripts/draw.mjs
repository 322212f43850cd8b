// What `load/keep.ts` keeps, drawn: a page of tables, and a chart of each command as SVG.

const EARLIER = 3;
const WIDTH = 760;
const BAR = { from: 8, width: 420, height: 12 };
const ROW = { label: 18, gap: 16 };

/** Of each command its figures, each with what it was at the last commits, the newest first. */
export function seriesOf(lines) {
  const commands = new Map();
  for (const kept of lines.toReversed()) {
    const series = commands.get(kept.command) ?? { command: kept.command, latest: kept, figures: new Map() };
    commands.set(kept.command, series);
    for (const figure of kept.figures) {
      const values = series.figures.get(figure.what) ?? [];
      if (values.length <= EARLIER) values.push({ ...figure, commit: kept.commit });
      series.figures.set(figure.what, values);
    }
  }
  return [...commands.values()].sort((a, b) => (a.command < b.command ? -1 : 1));
}

/** What is to be read: the ratio to what was measured beside it, else the value. */
export function readingOf({ value, beside }) {
  return beside === undefined ? value : value / beside.value;
}

/** null: nothing is aimed at. */
export function isMet(figure) {
  const { least, most } = figure;
  if (least === undefined && most === undefined) return null;
  return (
    readingOf(figure) >= (least ?? Number.NEGATIVE_INFINITY) && readingOf(figure) <= (most ?? Number.POSITIVE_INFINITY)
  );
}

export function nameOfChart(command) {
  return `${command.replace(/[^a-z0-9]+/gi, '-')}.svg`;
}

export function drawPage(lines) {
  const parts = [
    '# Measures',
    'Drawn by `npm run measures` from `measures.jsonl`, a line for each command and commit, which `npm run load -- all` keeps and draws. A star: with changes that were not committed. Where something stands beside, measured in the same run, the ratio is what to read: machines differ.',
  ];
  for (const { command, latest, figures } of seriesOf(lines)) {
    const { cores, processor, gigabytes, postgres, node } = latest.machine;
    parts.push(`## ${titleOf(command)}`);
    parts.push(
      `${latest.date}, commit ${latest.commit}; ${cores} cores (${processor}), ${gigabytes} GB, PostgreSQL ${postgres}, Node ${node}; the generator on the same machine.`,
    );
    if (isDrawn(figures)) parts.push(`![${altOf(command, figures)}](${nameOfChart(command)})`);
    parts.push(tableOf([...figures.values()]));
  }
  return `${parts.join('\n\n')}\n`;
}

/** null: nothing of it has an aim, or stands beside something. */
export function drawChart({ command, figures }) {
  if (!isDrawn(figures)) return null;
  let y = 34;
  const rows = [];
  for (const values of figures.values()) {
    if (!isComparable(values[0])) continue;
    const [now] = values;
    rows.push(`<text x="${BAR.from}" y="${y}">${escaped(now.what)}</text>`);
    y += 6;
    const top = y;
    for (const [rank, one] of values.entries()) {
      const share = Math.min(2, readingOf(one) / referenceOf(one)) / 2;
      const height = rank === 0 ? BAR.height : BAR.height / 2;
      rows.push(
        `<rect class="${rank === 0 ? 'now' : 'before'}" x="${BAR.from}" y="${y}" width="${(share * BAR.width).toFixed(1)}" height="${height}" rx="2"><title>${escaped(`${one.commit}: ${shown(readingOf(one))}`)}</title></rect>`,
      );
      y += height + 2;
    }
    rows.push(
      `<line x1="${BAR.from + BAR.width / 2}" x2="${BAR.from + BAR.width / 2}" y1="${top - 3}" y2="${y + 1}"/>`,
      `<text class="said" x="${BAR.from + BAR.width + 12}" y="${top + 11}">${escaped(inWords(now))}</text>`,
    );
    y += ROW.gap + ROW.label - 16;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(titleOf(command))}</title>
<desc id="desc">${escaped(altOf(command, figures))}</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #1e1e1e }
.said { font-size: 12px; fill: #3a3a3a }
.now { fill: #000091 }
.before { fill: #8585f6 }
line { stroke: #b34000; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
  text { fill: #fff }
  .said { fill: #cecece }
  .now { fill: #8585f6 }
  .before { fill: #4747a3 }
  line { stroke: #ff9940 }
}
</style>
<text class="said" x="${BAR.from}" y="14">The line: what is aimed at, or as much as what stands beside; bars end at twice it. Thin bars: earlier commits.</text>
${rows.join('\n')}
</svg>
`;
}

function isDrawn(figures) {
  return [...figures.values()].some(([now]) => isComparable(now));
}

function isComparable(figure) {
  return referenceOf(figure) > 0;
}

function referenceOf({ beside, least, most }) {
  return least ?? most ?? (beside === undefined ? 0 : 1);
}

/** Programs of `npm run faults`, by their file, as they are asked for. */
const FAULTS = { runExam: 'exam', runClosing: 'closing', runRush: 'nginx' };

/** Commands that keep under their own name. */
const OWN = ['widths'];

function titleOf(command) {
  const [first, ...told] = command.split(' ');
  if (first in FAULTS) return ['npm run faults --', FAULTS[first], ...told].join(' ');
  if (OWN.includes(first)) return `npm run ${command}`;
  return command === 'run' ? 'npm run load' : `npm run load -- ${command}`;
}

function altOf(command, figures) {
  const said = [...figures.values()]
    .filter(([now]) => isComparable(now))
    .map(([now]) => `${now.what}, ${inWords(now)}`);
  return `${titleOf(command)}: ${said.join('; ')}.`.replace(/[[\]\n]/g, ' ');
}

function inWords(figure) {
  const { value, unit, beside } = figure;
  const own = `${shown(value)}${unit === '' ? '' : ` ${unit}`}`;
  const reading = beside === undefined ? own : `${shown(readingOf(figure))} (${own})`;
  const met = isMet(figure);
  return met === null ? reading : `${reading}, ${aimOf(figure)}: ${met ? 'met' : 'not met'}`;
}

function aimOf({ least, most }) {
  return least === undefined ? (most === undefined ? '' : `at most ${most}`) : `at least ${least}`;
}

function tableOf(rows) {
  const head = ['Figure', 'Now', 'Beside it', 'Ratio', 'Aim', 'Before'];
  const cells = rows.map(([now, ...before]) => [
    now.what,
    `${shown(now.value)} ${now.unit}`.trim(),
    now.beside === undefined ? '' : `${now.beside.what}: ${shown(now.beside.value)} ${now.unit}`.trim(),
    now.beside === undefined ? '' : shown(readingOf(now)),
    isMet(now) === null ? '' : `${aimOf(now)}: ${isMet(now) ? 'met' : '**not met**'}`,
    before.map((one) => `${shown(readingOf(one))} (${one.commit})`).join(', '),
  ]);
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function shown(value) {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

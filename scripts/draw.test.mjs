import { describe, expect, it } from 'vitest';
import { drawChart, drawPage, isMet, readingOf, seriesOf } from './draw.mjs';

const machine = { cores: 2, processor: 'AMD', gigabytes: 8, postgres: '18.4', node: '26.10.0' };
const line = (commit, command, figures) => ({ date: '2026-11-30', commit, machine, command, figures });
const step = (value) => ({
  what: 'a step <GET>',
  value,
  unit: '/s',
  beside: { what: 'bare', value: 1000 },
  least: 0.5,
});
const receipt = { what: 'a receipt, p95', value: 220, unit: 'ms', most: 2000 };
const lines = [
  line('aaaa', 'run', [step(400)]),
  line('bbbb', 'run', [step(600)]),
  line('bbbb', 'deposits 200 20', [receipt, { what: 'all read after', value: 38, unit: 's' }]),
];

describe('What was measured', () => {
  it('is read as a ratio where something stood beside, and met or not', () => {
    expect([readingOf(step(400)), isMet(step(400)), isMet(step(600)), isMet(receipt)]).toEqual([
      0.4,
      false,
      true,
      true,
    ]);
    expect(isMet({ what: 'x', value: 1, unit: 's' })).toBe(null);
  });

  it('stands by command, the last commit first', () => {
    const [deposits, run] = seriesOf(lines);
    expect([deposits.command, run.command, run.latest.commit]).toEqual(['deposits 200 20', 'run', 'bbbb']);
    expect(run.figures.get('a step <GET>').map(({ commit }) => commit)).toEqual(['bbbb', 'aaaa']);
  });

  it('is called by the command that measures it', () => {
    const named = (command) => /^## (.*)$/m.exec(drawPage([line('aaaa', command, [receipt])]))?.[1];
    expect(['run', 'deposits 200 20', 'runRush', 'runClosing 30'].map(named)).toEqual([
      'npm run load',
      'npm run load -- deposits 200 20',
      'npm run faults -- nginx',
      'npm run faults -- closing 30',
    ]);
  });

  it('is a page that says machine, aim and what was before, and in words what each chart shows', () => {
    const page = drawPage(lines);
    expect(page).toContain('2 cores (AMD), 8 GB, PostgreSQL 18.4, Node 26.10.0');
    expect(page).toContain('| a step <GET> | 600 /s | bare: 1,000 /s | 0.6 | at least 0.5: met | 0.4 (aaaa) |');
    expect(page).toContain(
      '![npm run load -- deposits 200 20: a receipt, p95, 220 ms, at most 2000: met.](deposits-200-20.svg)',
    );
  });

  it('is a chart of what can be compared, with its words, for light and dark', () => {
    const chart = drawChart(seriesOf(lines)[1]);
    expect(chart).toContain('a step &lt;GET&gt;');
    expect(chart).toMatch(/role="img" aria-labelledby="title desc"/);
    expect(chart).toContain('prefers-color-scheme: dark');
    // Of what is aimed at, the line stands at half of the width: six tenths are longer than it, four tenths shorter.
    expect(
      [...chart.matchAll(/class="(?:now|before)" x="8" y="\d+" width="([\d.]+)"/g)].map(([, width]) => width),
    ).toEqual(['252.0', '168.0']);
    expect(drawChart(seriesOf([line('cccc', 'papers', [{ what: 'a page', value: 1, unit: 'ms' }])])[0])).toBe(null);
  });
});

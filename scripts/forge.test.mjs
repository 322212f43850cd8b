import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (file) => parse(readFileSync(file, 'utf8'));
const forms = globSync('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml'));

describe('What the forge reads of us', () => {
  it('runs on each change what anybody runs, and names of each action its major', () => {
    const ci = read('.github/workflows/ci.yml');
    const { steps } = ci.jobs.test;
    expect(steps.at(-1).run).toBe('.ci/run');
    expect(statSync('.ci/run').mode & 0o111).not.toBe(0);
    expect(steps.flatMap(({ uses = [] }) => uses).every((one) => /^actions\/[a-z-]+@v\d+$/.test(one))).toBe(true);
    expect(ci.permissions).toEqual({ contents: 'read' });
    expect(readFileSync('.github/workflows/ci.yml', 'utf8')).not.toContain('secrets');
  });

  it.each(forms)('asks by %s what somebody can answer, each once', (file) => {
    const { name, description, body } = read(file);
    expect([name, description].every((one) => one.length > 5)).toBe(true);
    const asked = body.filter(({ type }) => type !== 'markdown');
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    for (const { type, attributes } of asked) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label).toBeTypeOf('string');
      if (type === 'dropdown') expect(new Set(attributes.options).size).toBe(attributes.options.length);
    }
    expect(asked.some(({ validations }) => validations?.required)).toBe(true);
  });

  it('has forms for a fault, a rule and an idea, and leads faults of security elsewhere', () => {
    expect(forms.map((file) => file.split('/').at(-1)).sort()).toEqual(['bug.yml', 'idea.yml', 'rule.yml']);
    for (const file of ['SECURITY.md', 'CODE_OF_CONDUCT.md', 'CHANGELOG.md', '.github/pull_request_template.md'])
      expect(existsSync(file), file).toBe(true);
    expect(readFileSync('.github/ISSUE_TEMPLATE/bug.yml', 'utf8')).toContain('SECURITY.md');
  });

  it('leads who comes for the first time to files and commands that are there', () => {
    const words = readFileSync('docs/first-contribution.md', 'utf8');
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const files = [...words.matchAll(/\b(?:src|catalogue|docs)\/[\w./-]+\.(?:tsx?|yaml|md)\b/g)].map(([one]) => one);
    const commands = [...words.matchAll(/\bnpm (?:run )?([a-z]+)/g)].map(([, one]) => one);
    expect([files.length, commands.length].every((one) => one >= 5)).toBe(true);
    expect(files.filter((one) => !existsSync(one))).toEqual([]);
    expect(commands.filter((one) => scripts[one] === undefined)).toEqual([]);
    // What it says to add isn't there yet: else it is somebody's already, and the page wants another.
    expect(readFileSync('catalogue/exams/bp/pieces.yaml', 'utf8')).toContain('- code: one-side');
    expect(readFileSync('catalogue/exams/bp/pieces.yaml', 'utf8')).not.toContain('- code: edge-cut');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROLES } from './accounts/index.ts';
import { officeNavigation } from './office/index.ts';
import { helpAt, STAFF_HELP } from './staffHelp.ts';

/** Every address that a guard of the staff opens by GET, as docs/access.md prints it, which `npm run check` compares with the routes. */
const ACCESS = readFileSync(path.join(import.meta.dirname, '..', 'docs', 'access.md'), 'utf8');
const helpsAt = (address: string) => ROLES.flatMap((role) => helpAt(address, role) ?? []);
const PAGES = [...ACCESS.matchAll(/^- `([^`]+)` \([^)]*\bGET\b[^)]*\): .* Garde\s: `staff/gm)].map(([, at = '']) => at);

it('Every page of the staff has a help, of its room and not of the whole office', () => {
  expect(PAGES.length).toBeGreaterThan(150);
  const without = PAGES.filter((at) => at !== '/gestion' && helpsAt(at).every(({ under }) => under === '/gestion'));
  expect(without).toEqual([]);
  expect(helpsAt('/candidatures')).toEqual([]);
});

it('Every page of the office is below an item of the menu', () => {
  const nothing = { toCheck: 0, drafts: 0, messages: 0, requests: 0, absences: 0, appeals: 0 };
  const roots = ROLES.flatMap((role) => officeNavigation({ role }, nothing, null))
    .flatMap(({ href, covers = [] }) => [href, ...covers])
    .filter((root) => root !== '/gestion');
  const ofOffice = PAGES.filter((at) => at.startsWith('/gestion/'));
  expect(ofOffice.length).toBeGreaterThan(150);
  expect(ofOffice.filter((at) => !roots.some((root) => at === root || at.startsWith(`${root}/`)))).toEqual([]);
});

it('Each help is of a page that there is, and is said once', () => {
  const used = new Set(PAGES.flatMap(helpsAt));
  expect(STAFF_HELP.filter((help) => !used.has(help))).toEqual([]);
  const lines = STAFF_HELP.flatMap((help) => help.lines);
  expect(lines.length).toBe(new Set(lines).size);
});

it('It is short, and its spaces before signs never break', () => {
  for (const { under, title, lines } of STAFF_HELP) {
    expect(lines.length, under).toBeLessThanOrEqual(2);
    for (const line of [title, ...lines]) {
      expect(line.length, line).toBeLessThanOrEqual(200);
      expect(line, under).not.toMatch(/ [:;?!»]|« /);
    }
  }
});

it('It is of what this role finds there', () => {
  expect(ROLES.map((role) => helpAt('/gestion', role)?.title ?? null)).toEqual([
    'Ce qui attend',
    "Aménagements d'épreuves",
    'Notes et jury',
    null,
    null,
    'Ce qui attend',
    'Administration',
  ]);
  expect(helpAt('/gestion/deliberation', 'jury')?.lines.join(' ')).not.toContain('Composez');
});

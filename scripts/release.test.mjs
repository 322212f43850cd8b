import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needs } from '../src/testing/leftOut.ts';
import { release } from './release.mjs';

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- A page that reads.\n\n## 0.9.0, 2026-01-05\n\n- The beginning.\n';

let folder;
const write = (name, text) => writeFileSync(path.join(folder, name), text);
const read = (name) => readFileSync(path.join(folder, name), 'utf8');
const git = (...words) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' }).trim();
const kept = (changelog) => {
  write('CHANGELOG.md', changelog);
  git('commit', '--quiet', '--all', '--message', 'What changes');
};
const released = (version, isDry = false) =>
  release({ folder, version, isDry, day: '2026-12-01', say: () => undefined });

describe('A release', needs('git'), () => {
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'registre-release-'));
    git('init', '--quiet');
    git('config', 'user.name', 'Nobody');
    git('config', 'user.email', 'nobody@registre.example');
    write('package.json', '{\n  "name": "one",\n  "version": "0.9.0"\n}\n');
    write(
      'package-lock.json',
      '{\n  "version": "0.9.0",\n  "packages": {\n    "": {\n      "version": "0.9.0"\n    }\n  }\n}\n',
    );
    write('CHANGELOG.md', CHANGELOG);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'The beginning');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('bears its number everywhere, its day in the changelog, and is one commit with its tag', () => {
    expect(released('1.0.0')).toBeNull();
    expect(JSON.parse(read('package.json')).version).toBe('1.0.0');
    expect(read('package-lock.json').match(/1\.0\.0/g)).toHaveLength(2);
    expect(read('package-lock.json')).not.toContain('0.9.0');
    expect(read('CHANGELOG.md')).toContain('## Unreleased\n\n## 1.0.0, 2026-12-01\n\n- A page that reads.\n\n## 0.9.0');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--format=%s')).toBe('Version 1.0.0\nThe beginning');
    expect(git('rev-parse', 'v1.0.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
  });

  it('only says it, dry', () => {
    const before = git('rev-parse', 'HEAD');
    expect(released('1.0.0', true)).toBeNull();
    expect([git('rev-parse', 'HEAD'), git('status', '--porcelain'), git('tag')]).toEqual([before, '', '']);
  });

  it('refuses what no commit has, a new file too', () => {
    write('new.txt', 'new');
    expect(released('1.0.0')).toContain('no commit');
    expect(git('tag')).toBe('');
  });

  it.each([
    ['nothing new', CHANGELOG.replace('- A page that reads.\n\n', ''), 'say what changes'],
    ['no place for it', CHANGELOG.replace('## Unreleased', '## Soon'), 'no line'],
    ['the version already', `${CHANGELOG}\n## 1.0.0, 2026-11-01\n`, 'already'],
  ])('refuses a changelog with %s', (_, changelog, words) => {
    kept(changelog);
    expect(released('1.0.0')).toContain(words);
    expect(read('package.json')).toContain('0.9.0');
  });

  it('refuses a version that doesn’t come after, or that has its tag', () => {
    for (const one of ['0.9.0', '0.8.9', '0.0.10']) expect(released(one), one).toContain("doesn't come after");
    git('tag', 'v0.9.1');
    expect(released('0.9.1')).toContain('The tag v0.9.1');
    expect(released('0.10.0')).toBeNull();
  });

  it('pushes nothing', () => {
    const other = mkdtempSync(path.join(tmpdir(), 'registre-release-far-'));
    execFileSync('git', ['init', '--quiet', '--bare', other]);
    git('remote', 'add', 'origin', other);
    expect(released('1.0.0')).toBeNull();
    expect(execFileSync('git', ['ls-remote', other], { encoding: 'utf8' })).toBe('');
    rmSync(other, { recursive: true });
  });
});

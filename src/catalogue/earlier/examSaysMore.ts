import { type Document, isMap, isSeq } from 'yaml';
import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const EXAM = /^exams\/[^/]+\/exam\.yaml$/;

/** What an exam didn't say while there was one alone: its words, steps, forms and accommodations, which those delivered say in its place. */
const SAID_BY_NOBODY = [
  'noun',
  'gender',
  'short',
  'cfdPrefix',
  'numberPrefix',
  'steps',
  'categories',
  'forms',
  'accommodations',
  'summons',
  'attendance',
] as const;
/** Conditions that every enrolment was judged on, whatever the pack said. */
const ALWAYS_ON = ['formerOrDistance', 'formerForm', 'training', 'residence'] as const;
const OF_PRACTICE = ['withoutDiploma', 'withListedDiploma', 'withSpecialContract', 'withBacPro'] as const;

/** `conditions` and `keptMarkYears` became `admission` and `credits`; what is new comes from the exam delivered under that name. */
export function examSaysMore(file: PackFile): PackFile {
  if (!EXAM.test(file.file) || !/^keptMarkYears:/m.test(file.text)) return file;
  const delivered = deliveredFile(file.file);
  if (delivered === null) return file;
  return rewritten(file, (document) => {
    document.delete('diploma');
    for (const key of SAID_BY_NOBODY)
      if (!document.has(key) && delivered.has(key)) document.set(key, delivered.get(key));
    credits(document, delivered);
    admission(document, delivered);
    grounds(document, delivered);
  });
}

function credits(document: Document, delivered: Document): void {
  document.set('credits', delivered.get('credits'));
  document.setIn(['credits', 'keptYears'], document.get('keptMarkYears'));
  document.delete('keptMarkYears');
}

function admission(document: Document, delivered: Document): void {
  const said: readonly (readonly [path: readonly string[], value: unknown])[] = [
    ...ALWAYS_ON.map((key) => [[key], delivered.getIn(['admission', key])] as const),
    ...OF_PRACTICE.map((key) => [['practice', key], document.getIn(['conditions', key])] as const),
    ...['pharmacy', 'nationalService'].map((key) => [[key], document.getIn(['conditions', key])] as const),
  ];
  document.delete('conditions');
  document.set('admission', document.createNode({}));
  for (const [path, value] of said) if (value !== undefined) document.setIn(['admission', ...path], value);
}

/** A ground that is judged is known by its code. */
function grounds(document: Document, delivered: Document): void {
  const judged = new Set(list(delivered).flatMap((one) => (one.get('judged') === true ? [one.get('code')] : [])));
  for (const one of list(document)) if (judged.has(one.get('code'))) one.set('judged', true);
}

function list(document: Document) {
  const found = document.get('exemptionGrounds');
  return isSeq(found) ? found.items.filter((item) => isMap(item)) : [];
}

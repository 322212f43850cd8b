import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const ACADEMY = /^academies\/[^/]+\.yaml$/;
const EXAM = /^exams\/[^/]+\/exam\.yaml$/;
/** Said by the code, or by the academy, while there was one exam; now by each. */
const SAID_BY_NOBODY = [['law'], ['regulationsAt'], ['credits', 'correspondence'], ['results']] as const;

/** What the diploma is delivered on comes from the exam delivered under that name. */
export function examSaysResults(file: PackFile): PackFile {
  if (!EXAM.test(file.file) || /^results:/m.test(file.text)) return file;
  const delivered = deliveredFile(file.file);
  if (delivered === null) return file;
  return rewritten(file, (document) => {
    for (const path of SAID_BY_NOBODY) if (!document.hasIn(path)) document.setIn(path, delivered.getIn(path));
  });
}

/** Where regulations are published is the exam's to say. */
export function academySaysLess(file: PackFile): PackFile {
  if (!ACADEMY.test(file.file) || !/^ {2}regulations:/m.test(file.text)) return file;
  return rewritten(file, (document) => void document.deleteIn(['links', 'regulations']));
}

import { deliveredFile } from '../delivered.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const EXAM = /^exams\/[^/]+\/exam\.yaml$/;

/** Who sits in a jury was said by nobody: what the exam delivered under that name says. */
export function examSaysJury(file: PackFile): PackFile {
  if (!EXAM.test(file.file) || /^jury:/m.test(file.text)) return file;
  const jury = deliveredFile(file.file)?.get('jury');
  return jury === undefined ? file : rewritten(file, (document) => void document.set('jury', jury));
}

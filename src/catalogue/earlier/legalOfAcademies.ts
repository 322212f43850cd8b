import { deliveredFile } from '../delivered.ts';
import { TO_COMPLETE } from '../rules/toComplete.ts';
import type { PackFile } from '../yamlFile.ts';
import { rewritten } from './rewritten.ts';

const ACADEMY = /^academies\/[^/]+\.yaml$/;

/** Whom to write to was said by nobody: what the academy delivered under that name says, or that it is to be completed. */
export function academySaysLegal(file: PackFile): PackFile {
  if (!ACADEMY.test(file.file) || /^legal:/m.test(file.text)) return file;
  const legal = deliveredFile(file.file)?.get('legal');
  return rewritten(file, (document) => void document.set('legal', legal ?? document.createNode(UNSAID)));
}

const UNSAID = {
  rector: [TO_COMPLETE],
  court: [TO_COMPLETE],
  dataProtection: [TO_COMPLETE],
  publicationDirector: TO_COMPLETE,
  host: [TO_COMPLETE],
};

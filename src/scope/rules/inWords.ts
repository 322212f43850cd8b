import type { Catalogue } from '../../catalogue/index.ts';
import { filesTexts } from '../filesTexts.ts';
import type { FileState } from '../scope.ts';
import { specialityName } from './choices.ts';

/** What a list is narrowed to, in words; null: all. */
export function specialityInWords(catalogue: Catalogue, speciality: string | null): string {
  return speciality === null ? filesTexts.everySpeciality : specialityName(catalogue, speciality);
}

export function stateInWords(state: FileState | null): string {
  return state === null ? filesTexts.everyState : filesTexts.states[state];
}

import type { Admission, Exam } from '../../catalogue/index.ts';

export type ExamConditions = NonNullable<Admission['practice']> & {
  readonly pharmacy: NonNullable<Admission['pharmacy']>;
  readonly nationalService: NonNullable<Admission['nationalService']>;
};

/** The durations that open an exam where work does. */
export function conditionsOf({ code, admission }: Pick<Exam, 'code' | 'admission'>): ExamConditions {
  const { practice, pharmacy, nationalService } = admission;
  if (practice === undefined || pharmacy === undefined || nationalService === undefined)
    throw new Error(`The exam ${code} asks for no work`);
  return { ...practice, pharmacy, nationalService };
}

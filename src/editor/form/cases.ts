import type * as z from 'zod';
import { type AnyWords, ENTRIES, type EntryKind, type Kind, looksOf, type RuleCase } from '../../catalogue/index.ts';
import { averageQuestion, eligibilityQuestion } from '../../simulation/index.ts';
import { textAt } from '../rules/yamlTree.ts';
import { averageWords, eligibilityWords } from '../texts/questions.ts';

type Question = {
  readonly schema: z.ZodObject;
  readonly fields: Readonly<Record<string, AnyWords>>;
  /** What of its answer may be compared. */
  readonly answers: readonly (keyof RuleCase['expect'])[];
};

/** What each kind of typical case asks. */
const QUESTIONS = {
  eligibility: {
    schema: eligibilityQuestion,
    fields: eligibilityWords,
    answers: ['verdict', 'reasons', 'pieces', 'refused'],
  },
  average: {
    schema: averageQuestion,
    fields: averageWords,
    answers: ['outcome', 'average', 'professionalAverage', 'refused'],
  },
} as const satisfies Readonly<Record<string, Question>>;

export type CaseQuestion = keyof typeof QUESTIONS;
export const ASKED = ['eligibility', 'average'] as const satisfies readonly CaseQuestion[];

/** The schema and the words of a form: those of the pack, and for a typical case those of the question that it asks. */
export function formKind(kind: Kind, value: unknown): EntryKind {
  const { schema, words } = ENTRIES[kind];
  const asks = ASKED.find((one) => one === textAt(value, ['asks']));
  if (kind !== 'cases' || asks === undefined) return { schema, words };
  const question: Question = QUESTIONS[asks];
  const { question: situation, asks: chosen, expect } = words.fields;
  const answers = Object.entries(looksOf(expect).fields ?? {});
  const { label, options } = looksOf(chosen);
  return {
    schema: schema.extend({ question: question.schema }),
    words: {
      ...words,
      fields: {
        ...words.fields,
        asks: { label, fixed: true, options: { [asks]: options?.[asks] ?? asks } },
        expect: {
          ...looksOf(expect),
          fields: Object.fromEntries(answers.filter(([name]) => question.answers.some((one) => one === name))),
        },
        question: { label: looksOf(situation).label, fields: question.fields },
      },
    },
  };
}

/** The words of any question, for what differs in one. */
export const questionWords: Readonly<Record<string, AnyWords>> = { ...averageWords, ...eligibilityWords };

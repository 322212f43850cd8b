import * as z from 'zod';
import { describeKeyed } from '../../integrations/index.ts';
import { texts } from '../texts.ts';

const say = texts.api;

const problemWith = (mostFaults: number) => ({
  type: 'object',
  required: ['title', 'status', 'faults'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: say.faultDetail },
    faults: {
      type: 'array',
      maxItems: mostFaults,
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: { type: 'string', examples: ['units[2].mark'] },
          message: { type: 'string', description: say.faultMessage },
        },
      },
    },
  },
});

const text = { type: 'string' } as const;
const integer = { type: 'integer' } as const;
const listOf = (properties: object, required: readonly string[]) => ({
  type: 'array',
  items: { type: 'object', required, properties },
});

const ELIGIBILITY = {
  type: 'object',
  required: ['verdict', 'reasons', 'pieces', 'experience'],
  properties: {
    verdict: { enum: ['eligible', 'to-check', 'not-eligible'], description: say.verdict },
    reasons: listOf(
      {
        code: text,
        met: { type: ['boolean', 'null'], description: say.met },
        detail: text,
        message: text,
        source: text,
      },
      ['code', 'met', 'message', 'source'],
    ),
    pieces: listOf(
      {
        code: text,
        label: text,
        why: text,
        due: { type: 'string', format: 'date-time' },
        mode: { enum: ['online', 'post'] },
      },
      ['code', 'label', 'why', 'due', 'mode'],
    ),
    experience: {
      type: 'object',
      required: ['months', 'requiredMonths', 'monthsAtExam'],
      properties: {
        months: integer,
        requiredMonths: integer,
        monthsAtExam: integer,
        reachedOn: { type: 'string', format: 'date', description: say.reachedOn },
      },
    },
  },
} as const;

const AVERAGE = {
  type: 'object',
  required: ['outcome', 'lines'],
  properties: {
    outcome: { enum: ['PASSED', 'FAILED', 'NOT_JUDGED'] },
    average: {
      type: 'object',
      description: say.average,
      required: ['numerator', 'denominator', 'decimal'],
      properties: { numerator: integer, denominator: integer, decimal: { type: 'string', examples: ['11.41'] } },
    },
    lines: listOf(
      {
        code: text,
        coefficient: { type: ['integer', 'null'], description: say.coefficient },
        mark: { type: ['string', 'null'] },
        points: { type: ['number', 'null'] },
        note: text,
      },
      ['code', 'coefficient', 'mark', 'points', 'note'],
    ),
    missing: listOf({ code: text, what: { enum: ['coefficient', 'mark'] }, message: text }, [
      'code',
      'what',
      'message',
    ]),
  },
} as const;

type Questions = {
  readonly eligibility: z.ZodType;
  readonly average: z.ZodType;
  readonly mostFaults: number;
  readonly largestKiB: number;
  readonly perSecond: number;
};

/** OpenAPI 3.1 of the open interface; the questions are described from what reads them. */
export function describeInterface(publicUrl: URL, questions: Questions): object {
  const problem = { 'application/problem+json': { schema: problemWith(questions.mostFaults) } };
  const post = (summary: string, description: string, question: z.ZodType, answer: object): object => ({
    post: {
      summary,
      description,
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(question) } } },
      responses: {
        200: { description: say.answered, content: { 'application/json': { schema: answer } } },
        413: { description: say.tooLong(questions.largestKiB), content: problem },
        422: { description: say.impossible, content: problem },
        429: { description: say.pace(questions.perSecond), content: problem },
        503: { description: say.busy, content: problem },
      },
    },
  });
  const keyed = describeKeyed();
  const description = `${say.description}\n\n${keyed.text}`;
  return {
    openapi: '3.1.0',
    info: { title: say.title, version: '1.1.0', description, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: publicUrl.origin }],
    paths: {
      '/api/v1/simulations/eligibility': post(say.eligibility, say.eligibilityText, questions.eligibility, ELIGIBILITY),
      '/api/v1/simulations/average': post(say.averageOf, say.averageText, questions.average, AVERAGE),
      ...keyed.paths,
    },
    components: keyed.components,
  };
}

function schemaOf(question: z.ZodType): object {
  const { $schema, ...schema } = z.toJSONSchema(question, { io: 'input', unrepresentable: 'any' });
  return schema;
}

import * as z from 'zod';
import { addresses } from '../addresses.ts';
import type { KeyScope } from '../apiKey.ts';
import { apiTexts as say } from '../apiTexts.ts';
import { scopeNames } from '../texts.ts';
import { KEY_PACE } from './caller.ts';
import {
  fileAnswer,
  filesAnswer,
  filesQuestion,
  problemAnswer,
  resultsAnswer,
  resultsQuestion,
  sessionsAnswer,
} from './schemas.ts';

/** The paths of OpenAPI 3.1 that a key opens, drawn from what reads the questions and writes the answers. */
export function describeKeyed(): { readonly paths: object; readonly components: object; readonly text: string } {
  const { api } = addresses;
  return {
    text: say.description,
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: say.keyDescription } } },
    paths: {
      [api.sessions]: get('listSessions', say.sessions, null, sessionsAnswer, []),
      [api.files]: get('listFiles', say.files, 'files', filesAnswer, parametersOf(filesQuestion), say.filesText),
      [api.file.replace(':id', '{id}')]: get('readFile', say.file, 'files', fileAnswer, [
        {
          name: 'id',
          in: 'path',
          required: true,
          description: say.fields.id,
          schema: { type: 'string', format: 'uuid' },
        },
      ]),
      [api.results]: get(
        'listResults',
        say.results,
        'results',
        resultsAnswer,
        parametersOf(resultsQuestion),
        say.resultsText,
      ),
    },
  };
}

function get(
  operationId: string,
  summary: string,
  scope: KeyScope | null,
  answer: z.ZodType,
  parameters: readonly object[],
  text?: string,
): object {
  const problem = (description: string): object => ({
    description,
    content: { 'application/problem+json': { schema: schemaOf(problemAnswer, 'output') } },
  });
  const opened = scope === null ? [] : [`${scopeNames[scope]} (${scope}).`];
  return {
    get: {
      operationId,
      summary,
      ...((text !== undefined || opened.length > 0) && {
        description: [...opened, ...(text === undefined ? [] : [text])].join(' '),
      }),
      security: [{ key: [] }],
      parameters,
      responses: {
        200: { description: say.answers.ok, content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
        401: problem(say.answers.unauthorized),
        ...(scope !== null && { 403: problem(say.answers.forbidden) }),
        ...(operationId === 'readFile' ? { 404: problem(say.answers.notFound) } : {}),
        ...(parameters.length > 0 && operationId !== 'readFile' && { 422: problem(say.answers.impossible) }),
        429: problem(say.answers.pace(KEY_PACE.perSecond)),
      },
    },
  };
}

function parametersOf(question: z.ZodObject): readonly object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(question, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = typeof property === 'boolean' ? {} : property;
    return {
      name,
      in: 'query',
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema,
    };
  });
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema, ...plain } = z.toJSONSchema(schema, { io });
  return plain;
}

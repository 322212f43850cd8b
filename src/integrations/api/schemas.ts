import * as z from 'zod';
import { FILE_STATES } from '../../scope/index.ts';
import { apiTexts as say } from '../apiTexts.ts';
import { readCursor } from '../rules/cursor.ts';
import { readInstant } from '../rules/readInstant.ts';

/**
 * What is asked and what is answered, each written once: the routes read questions by these and let nothing else leave, and the description
 * in OpenAPI is drawn from them.
 */

/** Things on a page of a list, at most and where nothing is said. */
const PAGE = { most: 100, usual: 50 } as const;

const instant = z.iso.datetime({ offset: true });
const session = z
  .string(say.faults.session)
  .min(1, say.faults.session)
  .max(60, say.faults.session)
  .meta({ description: say.fields.session });

const paged = {
  session,
  cursor: z
    .string(say.faults.cursor)
    .refine((cursor) => readCursor(cursor) !== null, say.faults.cursor)
    .optional()
    .meta({ description: say.fields.cursor }),
  limit: z.coerce
    .number(say.faults.limit(PAGE.most))
    .int(say.faults.limit(PAGE.most))
    .min(1, say.faults.limit(PAGE.most))
    .max(PAGE.most, say.faults.limit(PAGE.most))
    .default(PAGE.usual)
    .meta({ description: say.fields.limit(PAGE.most) }),
};

export const filesQuestion = z.strictObject({
  ...paged,
  state: z.enum(FILE_STATES, say.faults.state(FILE_STATES)).optional().meta({ description: say.fields.stateAsked }),
  changedSince: z
    .string(say.faults.changedSince)
    .refine((text) => readInstant(text) !== null, say.faults.changedSince)
    .optional()
    .meta({ description: say.fields.changedSince, format: 'date-time' }),
});
export const resultsQuestion = z.strictObject(paged);

const identity = z
  .object({ birthName: z.string(), usageName: z.string().nullable(), firstNames: z.string(), birthDate: z.iso.date() })
  .meta({ description: say.fields.identity });

const piece = z.object({
  code: z.string().meta({ example: 'DOMICIL' }),
  state: z
    .enum(['missing', 'given', 'received', 'compliant', 'non-compliant'])
    .meta({ description: say.fields.pieceState }),
  due: instant.meta({ description: say.fields.pieceDue }),
});

export const fileAnswer = z.object({
  id: z.uuid().meta({ description: say.fields.id }),
  number: z.string(),
  session: z.string(),
  speciality: z.string().meta({ description: say.fields.speciality }),
  state: z.enum(FILE_STATES).meta({ description: say.fields.state }),
  registeredAt: instant.nullable(),
  validatedAt: instant.nullable(),
  endedAt: instant.nullable(),
  changedAt: instant.meta({ description: say.fields.changedAt }),
  pieces: z.array(piece).meta({ description: say.fields.pieces }),
  identity: identity.optional(),
});
export type FileAnswer = z.infer<typeof fileAnswer>;

const next = z.string().nullable().meta({ description: say.fields.next });

export const filesAnswer = z.object({ items: z.array(fileAnswer).max(PAGE.most), next });

export const sessionsAnswer = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      exam: z.string(),
      label: z.string(),
      opensAt: instant,
      closesAt: instant,
    }),
  ),
});

export const resultsAnswer = z.object({
  items: z
    .array(
      z.object({
        file: z.uuid().meta({ description: say.fields.id }),
        number: z.string(),
        session: z.string(),
        speciality: z.string(),
        decision: z.enum(['ADMITTED', 'REFUSED', 'NOT_JUDGED']).meta({ description: say.fields.decision }),
        average: z.string().nullable().meta({ description: say.fields.average, example: '11.41' }),
        decidedOn: z.iso.date(),
        publication: z.int().meta({ description: say.fields.publication }),
      }),
    )
    .max(PAGE.most),
  next,
});

/** RFC 9457. */
export const problemAnswer = z.object({
  type: z.string(),
  title: z.string().meta({ description: say.fields.title }),
  status: z.int(),
  detail: z.string().optional(),
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
});

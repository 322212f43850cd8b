import { violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MessageActDeps } from '../deps.ts';
import { streamOf } from '../events.ts';
import { TEMPLATE } from '../office.ts';
import { faultIn } from '../rules/variables.ts';
import {
  countTemplates,
  insertTemplate,
  lockTemplate,
  type TemplateWords,
  updateTemplate,
} from '../store/templates.ts';
import type { TemplateRefusal } from '../templateRefusals.ts';

export type TemplateOrder = TemplateWords & {
  readonly academy: string;
  readonly officerId: string;
  /** Null: a new one. */
  readonly template: { readonly id: string; readonly version: number } | null;
  /** Taken out of use. */
  readonly retired: boolean;
  readonly key: string | null;
};

/** Keeps a ready answer. Who changed it meanwhile is read first; words that a file couldn't fill are never kept. */
export async function saveTemplate(
  deps: Pick<MessageActDeps, 'db' | 'events'>,
  act: Act,
  order: TemplateOrder,
): Promise<Result<string, TemplateRefusal>> {
  const { academy, officerId, template, about, words, retired, key } = order;
  const fault = retired ? null : faultIn(words, about);
  if (fault !== null) return refuse(fault);
  const content = [template, order.title, about, words, retired];
  try {
    const sent = { key, owner: officerId, purpose: 'message template', content };
    return await transact<string, TemplateRefusal>(deps.db, (tx) =>
      onceAccepted<string, TemplateRefusal>(tx, sent, async () => {
        const subject = streamOf(academy);
        if (template === null) {
          if ((await countTemplates(tx, academy)) >= TEMPLATE.most) return refuse({ code: 'too-many-templates' });
          const templateId = await insertTemplate(tx, academy, order, officerId);
          await deps.events.publish(tx, act, 'messageTemplate.saved', subject, { templateId, version: 1 });
          return ok(templateId);
        }
        const before = await lockTemplate(tx, academy, template.id);
        if (before === null) return refuse({ code: 'template-not-found' });
        const { title } = order;
        if (before.title === title && before.about === about && before.words === words && before.retired === retired)
          return ok(before.id);
        if (before.version !== template.version) return refuse({ code: 'template-changed' });
        await updateTemplate(tx, before.id, order, officerId);
        const event = retired ? 'messageTemplate.retired' : 'messageTemplate.saved';
        await deps.events.publish(tx, act, event, subject, { templateId: before.id, version: before.version + 1 });
        return ok(before.id);
      }),
    );
  } catch (error) {
    if (violatedConstraint(error) !== 'message_template_title') throw error;
    return refuse({ code: 'title-taken' });
  }
}

import { defineMail } from '../catalogue/index.ts';
import { hookTexts } from './hookTexts.ts';

/** What heads are told of what is sent to other programs. */
export const hookMails = {
  suspended: defineMail({ code: 'webhook.suspended', to: 'staff' }, (of: Parameters<typeof hookTexts.mail>[0]) =>
    hookTexts.mail(of),
  ),
};

import { phaseOf, type ResolvedSession } from '../catalogue/index.ts';
import { briefInstant, distance, instantInWords, type Strip } from '../ui/index.ts';
import { urgency } from './rules/phase.ts';
import { texts } from './texts.ts';

const say = texts.chrome;
const TONES = { calm: 'neutral', soon: 'warn', 'last-hours': 'danger' } as const;

/** The thin strip: until when, in words. Never red before the last 24 hours, and then only while there is time left. */
export function deadlineStrip(session: ResolvedSession, now: Temporal.Instant): Strip {
  const { opensAt, closesAt } = session.window;
  switch (phaseOf(session, now)) {
    case 'coming':
      return {
        tone: 'neutral',
        text: say.coming(instantInWords(opensAt), distance(now, opensAt)),
        brief: say.brief.coming(briefInstant(opensAt), bare(distance(now, opensAt))),
      };
    case 'open':
      return {
        tone: TONES[urgency(session, now)],
        text: say.open(instantInWords(closesAt), distance(now, closesAt)),
        brief: say.brief.open(briefInstant(closesAt), bare(distance(now, closesAt))),
      };
    case 'closed':
      return {
        tone: 'neutral',
        text: say.closed(instantInWords(closesAt)),
        brief: say.brief.closed(briefInstant(closesAt)),
      };
  }
}

/** « 16 jours » */
function bare(distance: string): string {
  return distance.replace(/^dans /, '');
}

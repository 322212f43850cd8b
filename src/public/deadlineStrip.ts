import { phaseOf, type ResolvedSession } from '../catalogue/index.ts';
import { briefEnd, briefInstant, distance, endInWords, instantInWords, type Strip, sinceInWords } from '../ui/index.ts';
import { urgency } from './rules/phase.ts';
import { texts } from './texts.ts';

const say = texts.chrome;
const TONES = { calm: 'neutral', soon: 'warn', 'last-hours': 'danger' } as const;

/** The thin strip: until when, in words. Never red before the last 24 hours, and then only while there is time left. */
export function deadlineStrip(session: ResolvedSession, now: Temporal.Instant): Strip {
  const { opensAt, closesAt } = session.window;
  switch (phaseOf(session, now)) {
    case 'coming': {
      const far = distance(now, opensAt);
      return {
        tone: 'neutral',
        text: say.coming(instantInWords(opensAt), far),
        brief: say.brief.coming(briefInstant(opensAt), bare(far)),
      };
    }
    case 'open': {
      const far = distance(now, closesAt);
      return {
        tone: TONES[urgency(session, now)],
        text: say.open(endInWords(closesAt), far),
        brief: say.brief.open(briefEnd(closesAt), bare(far)),
      };
    }
    case 'closed':
      return {
        tone: 'neutral',
        text: say.closed(sinceInWords(closesAt)),
        brief: say.brief.closed(briefInstant(closesAt)),
      };
  }
}

/** « 16 jours » */
function bare(distance: string): string {
  return distance.replace(/^dans /, '');
}

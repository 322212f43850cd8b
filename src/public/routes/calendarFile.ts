import type { ResolvedSession } from '../../catalogue/index.ts';
import { notModified, tagOf } from '../../platform/http/packed.ts';
import { everyone, type Reply, type Route, route, type Visit } from '../../platform/http/visit.ts';
import { writeCalendar } from '../../platform/icalendar.ts';
import { calendarEvents } from '../calendarFile.ts';
import { scopeSeen } from '../chrome.ts';
import { CHOICE, choosingWhatIsThere, sessionsIn } from '../rules/scope.ts';
import { sessionName } from '../sessionName.ts';
import type { Site } from '../site.ts';
import { notFound } from '../standing/plainPages.tsx';
import { texts } from '../texts.ts';

const say = texts.calendarFile;
const REFRESH = Temporal.Duration.from({ hours: 12 });

/** `/calendrier.ics`: all dates, to subscribe to. `/calendrier/<session>.ics`: those of one session. */
export function calendarFileRoutes(site: Site): readonly Route[] {
  const files = filesOf(site);
  const get = (path: string, reads: readonly string[], codeIn: (visit: Visit) => string | null): Route =>
    route({
      method: 'GET',
      path,
      reads,
      who: everyone,
      handle: async (visit) => {
        const file = files(codeIn(visit), visit);
        return file === null ? notFound(site, visit) : answer(file, visit);
      },
    });
  return [
    get('/calendrier.ics', CHOICE, () => null),
    get('/calendrier/:file', [], ({ params }) => /^([A-Za-z0-9-]+)\.ics$/.exec(params.file ?? '')?.[1] ?? ''),
  ];
}

type File = { readonly name: string; readonly content: string; readonly tag: string };

/** Written once for each pack: the dates are the pack's, and change with it alone. */
function filesOf(site: Site): (code: string | null, visit: Visit) => File | null {
  let catalogue = site.catalogue();
  let stamp = Temporal.Now.instant();
  const kept = new Map<string, File>();
  return (code, visit) => {
    if (site.catalogue() !== catalogue) {
      catalogue = site.catalogue();
      stamp = Temporal.Now.instant();
      kept.clear();
    }
    const sessions =
      code === null
        ? sessionsIn(catalogue, scopeSeen(site, visit, null))
        : catalogue.sessions().filter((session) => session.code === code);
    const [first] = sessions;
    if (first === undefined) return null;
    const path = choosingWhatIsThere(catalogue, visit.address);
    const key = `${path} ${sessions.map((session) => session.code).join(' ')}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const name = code === null ? say.all : sessionName(catalogue, first);
    const made = fileOf(name, sessions, path);
    kept.set(key, made);
    return made;
  };

  function fileOf(name: string, sessions: readonly ResolvedSession[], path: string): File {
    const content = writeCalendar({
      name,
      description: say.description,
      follow: { source: new URL(path, site.publicUrl).href, refresh: REFRESH },
      stamp,
      events: sessions.flatMap((session) => calendarEvents(catalogue, session, site.publicUrl)),
    });
    // Weak, and of the dates alone: two nodes that loaded the same pack at two instants have the same calendar.
    const dates = content.replaceAll(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, '');
    return { name: path.split('?')[0]?.split('/').at(-1) ?? 'calendrier.ics', content, tag: tagOf(dates) };
  }
}

function answer({ name, content, tag }: File, visit: Visit): Reply {
  const headers = { etag: tag, 'cache-control': 'public, no-cache', vary: 'accept-encoding' };
  const held = notModified(visit, tag, headers);
  if (held !== null) return held;
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${name}"`,
    },
    cookies: [],
    body: content,
  };
}

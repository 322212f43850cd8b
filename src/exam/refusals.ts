/** What is another's, or isn't there, for every act on the exam of a session. */
export const NOT_FOUND = [404, "Cette page n'existe pas, ou elle n'est pas la vôtre."] as const;

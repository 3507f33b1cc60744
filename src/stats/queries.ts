/** What databases did for each request: counted and timed by themselves. */
import type { Counts, Slice } from '../domain/measurement.ts';
import type { DatabaseReading, Resources } from '../domain/resources.ts';

/**
 * Share of requests that were cut off when the measured time ended, as others were when it began: what they asked of a database may be counted outside of it, or inside.
 * 0 where every request was waited for.
 */
export const edgeOf = ({ inFlight, sent }: Counts): number => (sent > 0 ? inFlight / sent : 0);

/** Requests whose outcome is known. */
export const answeredOf = (slices: readonly Pick<Slice, 'counts'>[]): number =>
  sum(slices.map(({ counts }) => counts.sent - counts.inFlight));

/** Statements of all databases a request; one that was cut off at the end was worked on, too. Null unless every database counted all of its own in every slice. */
export const queriesPerRequest = (slices: readonly Slice[]): number | null =>
  perRequest(slices, ({ queries }) => queries);

/** Milliseconds that all databases spent on them a request; null as {@link queriesPerRequest}. */
export const databaseTimePerRequest = (slices: readonly Slice[]): number | null =>
  perRequest(slices, ({ time }) => time);

function perRequest(
  slices: readonly Slice[],
  read: (database: DatabaseReading) => number | null,
): number | null {
  const requests = sum(slices.map(({ counts }) => counts.sent));
  const known = slices.flatMap(({ resources }) => (resources === null ? null : ofAll(resources, read)) ?? []);
  return requests > 0 && known.length === slices.length ? sum(known) / requests : null;
}

/** Null without a database, or when one was not watched to the end. */
function ofAll(
  { databases, unread }: Resources,
  read: (database: DatabaseReading) => number | null,
): number | null {
  const known = databases.flatMap((database) => read(database) ?? []);
  const missed = unread.some(
    ({ probe, part }) => probe === 'database' && (part === 'all' || part === 'lost'),
  );
  return databases.length > 0 && known.length === databases.length && !missed ? sum(known) : null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

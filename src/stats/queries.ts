/** What databases did for each answered request: counted and timed by themselves. */
import type { Slice } from '../domain/measurement.ts';
import type { DatabaseReading, Resources } from '../domain/resources.ts';

/** Requests whose outcome is known: those that the service's work was for. */
export const answeredOf = (slices: readonly Pick<Slice, 'counts'>[]): number =>
  sum(slices.map(({ counts }) => counts.sent - counts.inFlight));

/** Statements of all databases a request; null unless every database counted all of its own in every slice. */
export const queriesPerRequest = (slices: readonly Slice[]): number | null =>
  perRequest(slices, ({ queries }) => queries);

/** Milliseconds that all databases spent on them a request; null as {@link queriesPerRequest}. */
export const databaseTimePerRequest = (slices: readonly Slice[]): number | null =>
  perRequest(slices, ({ time }) => time);

function perRequest(
  slices: readonly Slice[],
  read: (database: DatabaseReading) => number | null,
): number | null {
  const answered = answeredOf(slices);
  const known = slices.flatMap(({ resources }) => (resources === null ? null : ofAll(resources, read)) ?? []);
  return answered > 0 && known.length === slices.length ? sum(known) / answered : null;
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

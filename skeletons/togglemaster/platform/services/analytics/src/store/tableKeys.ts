/** All keys of the table. Times are RFC 3339 in UTC, so text order is time order. */
export type Place = { project: string; environment: string };

const DAY = 'YYYY-MM-DD'.length;
const HOUR = 'YYYY-MM-DDTHH'.length;

export const dayOf = (at: string) => at.slice(0, DAY);
export const hourOf = (at: string) => at.slice(0, HOUR);

export const messageKey = (id: string) => ({ pk: `message#${id}`, sk: '-' });

export const countsPartition = ({ project, environment }: Place, day: string) =>
  `counts#${project}#${environment}#${day}`;

export const countKey = (
  counter: Place & { flag: string; variant: string; reason: string },
  at: string,
) => ({
  pk: countsPartition(counter, dayOf(at)),
  sk: [hourOf(at), counter.flag, counter.variant, counter.reason].join('#'),
});

export const eventsPartition = ({ project, environment }: Place, day: string) =>
  `events#${project}#${environment}#${day}`;

export const eventKey = (event: Place & { at: string; id: string }) => ({
  pk: eventsPartition(event, dayOf(event.at)),
  sk: `${event.at}#${event.id}`,
});

const DAY_MS = 86_400_000;

/** The days from one time to another, oldest first. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  const end = Date.parse(to);
  // Not as text: after the year 9999 comes +010000, which sorts before it.
  for (let ms = Date.parse(dayOf(from)); ms <= end; ms += DAY_MS) {
    days.push(dayOf(new Date(ms).toISOString()));
  }
  return days;
}

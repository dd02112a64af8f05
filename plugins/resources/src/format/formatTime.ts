/** Time of day (ISO 8601) in the reader's time zone, to the second. */
export function formatTime(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(
    new Date(time),
  );
}

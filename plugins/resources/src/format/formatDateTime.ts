/** Date and time (ISO 8601) in the reader's time zone, to the second. */
export function formatDateTime(time: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(time));
}

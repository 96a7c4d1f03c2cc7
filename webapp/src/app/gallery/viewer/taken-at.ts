import { locale } from '../../core/language/texts';
/**
 * When a photograph was taken, as the camera's clock showed it. A camera that knows no offset wrote its local time,
 * which is then not moved into the visitor's time zone.
 *
 * @param takenAt ISO 8601, with or without an offset
 */
export function formatTakenAt(takenAt: string): string {
  const wallClock = takenAt.replace(/(?:Z|[+-]\d\d:?\d\d)$/, '');
  const date = new Date(`${wallClock}Z`);
  if (Number.isNaN(date.getTime())) return takenAt;
  return date.toLocaleString(locale(), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
}

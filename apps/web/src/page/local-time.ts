const two = (value: number) => String(value).padStart(2, '0');
const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' });

/** `2026-11-02 11:00 CET`: in the zone of who reads. */
export function localTime(at: Date): string {
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())} ${zoneName(at)}`;
}

const zoneName = (at: Date) => zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** Puts every time below `root` into the reader's zone, and what it was into its title. */
export function showLocalTimes(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[datetime*=T]')) {
    const at = new Date(element.dateTime);
    if (element.title !== '' || Number.isNaN(at.getTime())) continue;
    element.title = element.textContent;
    element.textContent = localTime(at);
  }
}

/** Says which zone the times are in. */
export function nameZone(root: ParentNode): void {
  const note = root.querySelector('[data-zone]');
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (note) note.textContent = ` Times are in ${name}, days in UTC.`;
}

/** What `POST /incidents` takes, from the fields of the form. Times are local there; what is empty is left out. */
export function newIncident(fields: FormData) {
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  const time = (name: string) => {
    const local = text(name);
    if (local === '') return {};
    // What is no time is left to the API to refuse.
    return { [name]: Number.isNaN(Date.parse(local)) ? local : new Date(local).toISOString() };
  };
  return {
    serverId: text('serverId'),
    title: text('title'),
    body: text('body'),
    ...time('openedAt'),
    ...time('resolvedAt'),
  };
}

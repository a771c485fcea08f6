export type SseEvent = { type: string; data: string; id: string | null };

/**
 * Incremental parser of `text/event-stream` (HTML standard): LF, CRLF and CR, joined `data` lines, comments.
 * An event not closed by an empty line is not delivered. `pendingChars` bounds what is held back.
 */
export function createSseParser() {
  let rest = '';
  let data: string[] = [];
  let dataChars = 0;
  let type = '';
  let id: string | null = null;
  let sawField = false;
  let comments = 0;
  let first = true;

  const line = (text: string, out: SseEvent[]): void => {
    if (text === '') {
      if (sawField) out.push({ type: type === '' ? 'message' : type, data: data.join('\n'), id });
      data = [];
      dataChars = 0;
      type = '';
      id = null;
      sawField = false;
      return;
    }
    if (text.startsWith(':')) {
      comments++;
      return;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    let value = colon < 0 ? '' : text.slice(colon + 1);
    if (value.startsWith(' ')) value = value.slice(1);
    if (field === 'data') {
      data.push(value);
      dataChars += value.length;
    } else if (field === 'event') type = value;
    else if (field === 'id') id = value;
    else return;
    sawField = true;
  };

  return {
    push(chunk: string): SseEvent[] {
      const out: SseEvent[] = [];
      let text = rest + chunk;
      if (first && text.length > 0) {
        first = false;
        if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      }
      const breaks = /\r\n|\n|\r/g;
      let from = 0;
      for (let m = breaks.exec(text); m !== null; m = breaks.exec(text)) {
        // A CR at the very end may be half of a CRLF.
        if (m[0] === '\r' && m.index === text.length - 1) break;
        line(text.slice(from, m.index), out);
        from = m.index + m[0].length;
      }
      rest = text.slice(from);
      return out;
    },
    get comments() {
      return comments;
    },
    get pendingChars() {
      return rest.length + dataChars;
    },
  };
}

export type SseEvent = { type: string; data: string; id: string | null };

/**
 * Incremental parser of `text/event-stream` (HTML standard): LF, CRLF and CR, joined `data` lines, comments.
 * An event not closed by an empty line is not delivered. `pendingChars` bounds what is held back.
 */
export function createSseParser() {
  // Pieces of the line that is not complete, joined once: a line in very small chunks must not be read again with each.
  let rest: string[] = [];
  let restChars = 0;
  let halfBreak = false;
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
      dataChars += value.length + 1;
    } else if (field === 'event') type = value;
    else if (field === 'id') id = value;
    else return;
    sawField = true;
  };

  const takeRest = (): string => {
    if (restChars === 0) return '';
    const text = rest.join('');
    rest = [];
    restChars = 0;
    return text;
  };

  return {
    push(chunk: string): SseEvent[] {
      const out: SseEvent[] = [];
      let text = halfBreak ? `\r${chunk}` : chunk;
      if (first && text.length > 0) {
        first = false;
        if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      }
      // A CR at the very end may be half of a CRLF.
      halfBreak = text.endsWith('\r');
      if (halfBreak) text = text.slice(0, -1);
      const breaks = /\r\n|\n|\r/g;
      let from = 0;
      for (let m = breaks.exec(text); m !== null; m = breaks.exec(text)) {
        line(takeRest() + text.slice(from, m.index), out);
        from = m.index + m[0].length;
      }
      if (from < text.length) rest.push(text.slice(from));
      restChars += text.length - from;
      return out;
    },
    get comments() {
      return comments;
    },
    get pendingChars() {
      return restChars + dataChars;
    },
  };
}

import fc from 'fast-check';
import { change } from './change-json.ts';
import { message } from './healthy-message.ts';
import { hostility, response } from './hostility.ts';

export const oddMessages = hostility(
  fc.record({
    on: fc.constantFrom('initialize or discover', 'tools/list', 'tools/list', 'all'),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    type: fc.constantFrom('application/json', 'application/json', 'text/event-stream'),
    batch: fc.constantFrom(false, false, false, true),
  }),
  (asked, { on, changes, type, batch }) => {
    const meant = on === 'all' || (on === 'tools/list') === (asked.method === 'tools/list');
    const text = message(asked, meant ? changes : []);
    const whole = batch && meant ? `[${text}]` : text;
    return { bytes: response(type === 'text/event-stream' ? `data: ${whole}\n\n` : whole, type), after: 'keep' };
  },
);

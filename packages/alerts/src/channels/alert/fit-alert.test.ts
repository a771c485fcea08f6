import { expect, test } from 'vitest';
import { SAMPLE_LINKS, sampleEvent } from '../sample-events.fixture.ts';
import { alertText } from './alert-text.ts';
import { fitAlert } from './fit-alert.ts';
import { plainText } from './plain-text.ts';

const alert = alertText(sampleEvent('server.drift'), SAMPLE_LINKS);
const at = (max: number) =>
  fitAlert(
    alert,
    (left) => `${left.title}\n\n${plainText(left)}`,
    (text) => text.length <= max,
  );

test('what fits is whole', () => expect(at(10_000)).toBe(`${alert.title}\n\n${plainText(alert)}`));

test('the cautions go first, then the changes, which are counted', () => {
  expect(at(825)).not.toContain('Cautions');
  expect(at(705)).toContain('- breaking: find_order lost the parameter email\n- and 3 more');
});

test('then the facts from the last, the sentences, the links', () => {
  expect(at(565)).toContain('Server: Orders');
  expect(at(565)).not.toContain('Reference:');
  expect(at(440)).toContain('1 breaking');
  expect(at(365)).toMatch(
    /^Orders: breaking change\n\nIncident: .*\nAcknowledge: .*\nServer: .*\nMute: .*\nPublic page: .*$/,
  );
  expect(at(30)).toBe('Orders: breaking change\n\n');
});

test('a title that does not fit is a fault of the caller', () => expect(() => at(10)).toThrow(RangeError));

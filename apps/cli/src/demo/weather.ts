import type { Behaviour } from './behaviour.ts';
import type { Persona } from './persona.ts';
import { speakSse } from './speak-sse.ts';
import { tool } from './tool.ts';

const place = { type: 'string', description: 'A city, or latitude and longitude' };

const persona: Persona = {
  name: 'weather',
  version: '1.0.7',
  instructions: 'Temperatures are in degrees Celsius.',
  tools: [
    tool('current_weather', 'The weather at a place now', { place }),
    tool('forecast', 'The forecast for a place', { place, days: { type: 'integer', minimum: 1, maximum: 14 } }, [
      'days',
    ]),
    tool('warnings', 'Official weather warnings in force', { place }),
  ],
};

const slowly = () => 1_200 + Math.random() * 600;

/** On the oldest transport, and slow; but it does answer. */
export const weather: Behaviour = {
  slug: 'weather',
  name: 'Weather',
  group: 'Partners',
  tags: ['partner'],
  protocol: { version: '2024-11-05', era: 'legacy', transport: 'sse' },
  past: [persona],
  handle: () => speakSse(persona, slowly),
};

import { z } from 'zod';

/** A URL with one of the `protocols` (written as in `URL.protocol`, with colon). `example` ends the fault message. */
export function urlSchema(protocols: string[], example: string) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL such as ${example}`,
  });
}

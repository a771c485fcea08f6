/** In characters; of a template this long even the clumsiest spelling of its JSON stays under the limit of a body. */
export const MAX_TEMPLATE = 8_192;

/** `{{path}}`, the path being names or indexes between dots. There is nothing else: no blocks, no helpers, no loops. */
export const PLACEHOLDER = /\{\{\s*([\w$-]+(?:\.[\w$-]+)*)\s*\}\}/g;

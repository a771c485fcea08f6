// Statements begin their line, which keeps examples inside comments and strings out.
const FORMS = [
  /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  /^[^\n*/]*\bimport\(\s*['"]([^'"]+)['"]/gm,
];

/** What a source text imports, static and dynamic. */
export function importSpecifiers(text) {
  const found = FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => match[1]));
  return [...new Set(found)];
}

/** `@scope/name/deep/file` → `{ name: '@scope/name', subpath: './deep/file' }` */
export function splitSpecifier(specifier) {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  const rest = parts.slice(length).join('/');
  return { name: parts.slice(0, length).join('/'), subpath: rest ? `./${rest}` : '.' };
}

/**
 * A workflow command as one line: `::name key=value::text`. Nothing in the text can end it or begin another one.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function command(name, properties, text) {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeData(text)}`;
}

const escapeData = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

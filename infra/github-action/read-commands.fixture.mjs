/** For tests: the commands that the runner would obey, by the rules of its ActionCommand and ActionCommandManager. */
export function readCommands(log) {
  const commands = [];
  let stoppedBy = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = modern(line) ?? old(line);
    if (command === null) continue;
    if (stoppedBy !== null) {
      if (command.name === stoppedBy) stoppedBy = null;
    } else if (command.name === 'stop-commands') stoppedBy = command.data;
    else commands.push(command);
  }
  return commands;
}

/** `::name key=value::data`, where a line begins. */
function modern(line) {
  const [, name, pairs = '', data] = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (name === undefined) return null;
  const properties = Object.fromEntries(
    pairs
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => pair.split(/=(.*)/).map((part) => decode(part))),
  );
  return { name, properties, data: decode(data) };
}

/** `##[name key=value;]data`, anywhere in a line. */
function old(line) {
  const [, name, data] = /##\[([^ \]]+)[^\]]*\](.*)$/.exec(line) ?? [];
  return name === undefined ? null : { name, properties: {}, data };
}

const decode = (text) =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

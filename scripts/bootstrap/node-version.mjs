/** The first release that runs TypeScript by itself. */
const NEEDED = '22.18';

/** Whether this Node, or `version`, is new enough. */
export function isCurrent(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major === 22) return minor >= 18;
  if (major === 23) return minor >= 6;
  return major > 23;
}

export const UPGRADE = [
  `AliveMCP needs Node ${NEEDED} or newer; this is ${process.versions.node}.`,
  'Install the current LTS release and run the same command again:',
  '  macOS with Homebrew:  brew install node@24',
  '  with nvm or fnm:      nvm install 24    |    fnm install 24',
  '  otherwise:            https://nodejs.org/en/download',
].join('\n');

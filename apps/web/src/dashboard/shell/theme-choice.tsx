import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { chooseTheme, readTheme, THEMES, type Theme, toTheme } from '../../theme/chosen-theme.ts';

const WORDS: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' };

/** Light or dark, in this browser. The menu stays open, so that the others can be tried. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  const choose = (value: string) => {
    setTheme(toTheme(value));
    chooseTheme(toTheme(value));
  };
  return (
    <DropdownMenu.RadioGroup aria-label="Theme" value={theme} onValueChange={choose}>
      <DropdownMenu.Label className="px-3 pt-2 pb-1 text-muted">Theme</DropdownMenu.Label>
      {THEMES.map((each) => (
        <DropdownMenu.RadioItem
          key={each}
          value={each}
          className="flex gap-2 rounded-sm px-3 py-1.5 outline-none data-highlighted:bg-soft"
          onSelect={(event) => event.preventDefault()}
        >
          <span aria-hidden="true" className="w-4 shrink-0">
            {each === theme && '✓'}
          </span>
          {WORDS[each]}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

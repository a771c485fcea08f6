import { useState } from 'react';
import { TextField } from '../../../ui/field.tsx';
import { matches, parseTool } from './parse-tool.ts';
import { ToolCard } from './tool-card.tsx';

export function ToolSearch({ tools }: { tools: unknown[] }) {
  const [words, setWords] = useState('');
  const parsed = tools.map((tool, position) => ({ position, tool: parseTool(tool) }));
  const found = parsed.filter(({ tool }) => matches(tool, words.trim()));
  if (tools.length === 0) return <p className="text-muted">The server answers with an empty list.</p>;
  return (
    <>
      <div className="mb-4 max-w-md">
        <TextField
          label="Search in tools"
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <p role="status" className="mt-1 text-sm text-muted">
          {words.trim() !== '' && `${found.length} of ${tools.length}`}
        </p>
      </div>
      <ul className="grid gap-4">
        {found.map(({ position, tool }) => (
          <li key={position}>
            <ToolCard tool={tool} />
          </li>
        ))}
      </ul>
    </>
  );
}

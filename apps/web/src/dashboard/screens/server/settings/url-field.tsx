import type { Server } from '@alivemcp/contracts';
import { useState } from 'react';
import type { Problem } from '../../../api/problem.ts';
import { leavesHome } from '../../../parts/server-fields/changed-fields.ts';
import { errorAt, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';

export function UrlField({ server, problem }: { server: Server; problem: Problem | null }) {
  const [url, setUrl] = useState(server.url);
  return (
    <>
      <TextField
        label="URL of the MCP endpoint"
        name="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        hint="Another URL is checked at once."
        error={errorAt(problem, '/url')}
      />
      {leavesHome(server, url) && (
        <Notice look="warning" title="This URL is of another origin">
          The stored credential was not meant for it and is removed when you save. Give the new one below.
        </Notice>
      )}
    </>
  );
}

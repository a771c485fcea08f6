import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { toolsQuery } from '../../api/queries.ts';
import { TextField } from '../../ui/field.tsx';
import { toolNames } from './tool-names.ts';

/** The tools that the server lists are offered; another name can be typed. */
export function ToolNameField({ server, error }: { server: Server | undefined; error: string | undefined }) {
  const { data } = useQuery({ ...toolsQuery(server?.id ?? ''), enabled: Boolean(server?.tools) });
  const id = useId();
  return (
    <>
      <TextField
        label="Tool"
        name="callTool"
        maxLength={256}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        list={id}
        defaultValue={server?.expectations.call?.tool}
        hint="Empty: none is called."
        error={error}
      />
      <datalist id={id}>
        {toolNames(data?.tools ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

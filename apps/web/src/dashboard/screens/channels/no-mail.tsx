import { useQuery } from '@tanstack/react-query';
import { channelTypesQuery } from '../../api/queries.ts';
import { Notice } from '../../ui/notice.tsx';

const Code = ({ children }: { children: string }) => <code className="prose-code whitespace-nowrap">{children}</code>;

/** Before an address is typed for nothing: that this installation sends no mail yet, and what it takes. */
export function NoMail() {
  const { data } = useQuery(channelTypesQuery);
  if (!data?.some(({ type, missing }) => type === 'email' && missing !== null)) return null;
  return (
    <Notice look="warning" title="This installation sends no mail yet">
      <p className="max-w-prose">
        Its operator sets <Code>SMTP_URL</Code>, such as <Code>smtp://user:password@host:587</Code>, and{' '}
        <Code>MAIL_FROM</Code>, and starts it again. Until then an address cannot be added. More stands in{' '}
        <Code>docs/configuration.md</Code>.
      </p>
    </Notice>
  );
}

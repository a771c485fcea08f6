import { Notice } from '../../ui/notice.tsx';

const Code = ({ children }: { children: string }) => <code className="prose-code whitespace-nowrap">{children}</code>;

/** In place of fields that would be filled in for nothing: that this installation sends no mail yet, and what it takes. */
export function NoMail() {
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

import type { ChannelType, CreatedChannel } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { errorAt } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Card } from '../../ui/layout.tsx';
import { newChannel } from './channel-body.ts';
import { ChannelFields } from './channel-fields.tsx';
import { NoMail } from './no-mail.tsx';
import { TargetFields } from './target-fields.tsx';
import { TemplateField } from './template-field.tsx';
import { TypeChoice } from './type-choice.tsx';
import { useMailMissing } from './use-mail-missing.ts';
import { WhereToGet } from './where-to-get.tsx';

type Props = { onCreated: (channel: CreatedChannel) => void; close: () => void };

export function AddChannel({ onCreated, close }: Props) {
  const client = useQueryClient();
  const [type, choose] = useState<ChannelType>();
  const [sent, setSent] = useState<ChannelType>();
  const mailMissing = useMailMissing();
  return (
    <Card className="mb-6">
      <h2 className="mb-4">Add a channel</h2>
      <Form<CreatedChannel>
        label="Add a channel"
        className="grid gap-6"
        submit={(fields) => {
          setSent(type);
          return api.post('/channels', newChannel(fields));
        }}
        onDone={(channel) => {
          void client.invalidateQueries({ queryKey: ['channels'] });
          announce(`${channel.name} was added`);
          onCreated(channel);
        }}
      >
        {({ problem: last, busy }) => {
          // What was said about another type says nothing about this one.
          const problem = sent === type ? last : null;
          return (
            <>
              <TypeChoice chosen={type} choose={choose} error={errorAt(problem, '/type')} />
              {type === 'email' && mailMissing && <NoMail />}
              {type === undefined || (type === 'email' && mailMissing) ? (
                <div>
                  <Button onClick={close}>Cancel</Button>
                </div>
              ) : (
                <div className="grid max-w-3xl gap-5">
                  <WhereToGet type={type} />
                  <div key={type} className="grid gap-5">
                    <TargetFields type={type} problem={problem} />
                    {type === 'webhook' && <TemplateField template={null} problem={problem} />}
                  </div>
                  <ChannelFields problem={problem} />
                  <FormActions action="Add channel" busy={busy} cancel={close} />
                </div>
              )}
            </>
          );
        }}
      </Form>
    </Card>
  );
}

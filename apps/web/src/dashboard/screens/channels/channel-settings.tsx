import type { Channel } from '@alivemcp/contracts';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Folded } from '../../ui/folded.tsx';
import { Form } from '../../ui/form.tsx';
import { channelChange } from './channel-body.ts';
import { ChannelFields } from './channel-fields.tsx';
import { SETTING_FIELDS } from './setting-fields.ts';
import { TargetFields } from './target-fields.tsx';
import { TemplateField } from './template-field.tsx';
import { useChannelChanged } from './use-channel-changed.ts';

/** Only what was changed is sent. */
export function ChannelSettings({ channel }: { channel: Channel }) {
  // The fields begin with what was last saved here: news of the channel must not touch what somebody is typing.
  const [saved, setSaved] = useState(channel);
  const changed = useChannelChanged();
  const { type } = saved;
  return (
    <Form<Channel>
      label="Settings of the channel"
      className="grid max-w-3xl gap-5"
      submit={(fields) => api.patch(`/channels/${saved.id}`, channelChange(fields, saved))}
      onDone={(updated) => {
        changed(updated);
        setSaved(updated);
        announce('The settings were saved');
      }}
    >
      {({ problem, busy }) => (
        <>
          {/* Begins anew after saving, with secrets empty again; the button stays, and with it the focus. */}
          <div key={saved.updatedAt} className="grid gap-5">
            {type === 'webhook' ? (
              <>
                <TargetFields type={type} channel={saved} problem={problem} />
                <TemplateField template={saved.template} problem={problem} />
              </>
            ) : (
              <Folded
                title="Another address or secret"
                problem={problem}
                holds={(pointer) => SETTING_FIELDS[type].some(({ name }) => pointer === `/${name}`)}
              >
                <TargetFields type={type} channel={saved} problem={problem} />
              </Folded>
            )}
            <ChannelFields channel={saved} problem={problem} />
          </div>
          <div>
            <Button type="submit" look="primary" busy={busy}>
              Save settings
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

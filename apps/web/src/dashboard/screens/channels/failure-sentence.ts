import { type DeliveryError, FAILURE_CLASSES, type FailureClass } from '@alivemcp/contracts';

/** Of the faults that only deliveries have. */
const SENTENCES: Record<Exclude<DeliveryError, FailureClass>, string> = {
  'mail.not_set_up': 'This installation sends no mail: its operator sets SMTP_URL and MAIL_FROM.',
  'mail.login_refused': 'The mail server does not accept the login of this installation.',
  'mail.deferred': 'The mail server asks to try again later.',
  'mail.refused': 'The mail server refuses this mail.',
  render: 'We could not make a message of this event. It is a fault of AliveMCP.',
};

/** What went wrong with an attempt; null for a name that is not known here. */
export function failureSentence(name: string): string | null {
  if (Object.hasOwn(SENTENCES, name)) return SENTENCES[name as keyof typeof SENTENCES];
  return Object.hasOwn(FAILURE_CLASSES, name) ? FAILURE_CLASSES[name as FailureClass].sentence : null;
}

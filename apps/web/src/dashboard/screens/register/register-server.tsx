import type { Server } from '@alivemcp/contracts';
import { useState } from 'react';
import { useTitle } from '../../ui/use-title.ts';
import { FirstProbe } from './first-probe.tsx';
import { RegisterForm } from './register-form.tsx';

/** Registers a server and stays to show its first probe. */
export function RegisterServer() {
  const [registered, setRegistered] = useState<Server | null>(null);
  useTitle(registered ? registered.name : 'Register a server');
  return registered ? <FirstProbe registered={registered} /> : <RegisterForm onDone={setRegistered} />;
}
